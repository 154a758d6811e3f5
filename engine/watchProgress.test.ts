import { createServer, type Server } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { findFreePort } from '../host/index.ts';
import { waitUntilReady } from './waitUntilReady.ts';
import { watchProgress } from './watchProgress.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** An endpoint whose epoch is what `epoch` says; the phase is always that of loading the database. */
async function serveStatus(epoch: () => number): Promise<string> {
  const server = createServer((_, response) => {
    const status = { epochNumber: `0x${epoch().toString(16)}`, latestState: '0x0', blockNumber: '0x1' };
    const replies = [status, 'CatchUpRecoverBlockHeaderFromDbPhase'].map((result, id) => ({ id, result }));
    response.end(JSON.stringify(replies));
  });
  servers.push(server);
  const port = await findFreePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
  return `http://127.0.0.1:${port}`;
}
const signal = new AbortController().signal;

test('a producer whose epoch stands still is given up, a follower is not', async () => {
  const coreUrl = await serveStatus(() => 7);
  const limits = { coreUrl, stallTimeoutMs: 100, intervalMs: 5 };
  expect(await watchProgress({ ...limits, mining: true })).toContain('no progress');
  const follower = watchProgress({ ...limits, mining: false }).then(() => 'given up');
  const longer = watchProgress({ ...limits, mining: true, stallTimeoutMs: 300 }).then(() => 'still watched');
  expect(await Promise.race([follower, longer])).toBe('still watched');
});

test('a node that is gone is given up', async () => {
  const coreUrl = `http://127.0.0.1:${await findFreePort()}`;
  expect(await watchProgress({ coreUrl, mining: false, stallTimeoutMs: 50, intervalMs: 5 })).toContain('no progress');
});

test('a node that loads without progress is not ready and the error says where it stands', async () => {
  const coreUrl = await serveStatus(() => 7);
  const wait = waitUntilReady({ coreUrl, espaceUrl: coreUrl, mining: true, signal, stallTimeoutMs: 300 });
  await expect(wait).rejects.toMatchObject({
    code: 'ENGINE_NOT_READY',
    message: expect.stringContaining('CatchUpRecoverBlockHeaderFromDbPhase at epoch 7'),
  });
});

test('waiting ends with the caller’s abort', async () => {
  const coreUrl = await serveStatus(() => 7);
  const reason = new Error('enough');
  const wait = waitUntilReady({ coreUrl, espaceUrl: coreUrl, mining: true, signal: AbortSignal.abort(reason) });
  await expect(wait).rejects.toBe(reason);
});
