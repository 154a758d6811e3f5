import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isPrefix, mirrorLog, treeHash } from '../evidence/tlog/testing.ts';
import { findFreePort } from '../host/index.ts';
import { evaluatePolicy, parseCheckpoint, parsePolicy, parseVerifierKey, verifyCosignature } from '../proof/index.ts';
import { makeTestDocument, startTestServer, type TestServer } from '../server/testing.ts';
import { startWitnessProcess, type WitnessProcess } from './startWitness.ts';

/** Two members' witnesses, each a process of its own beside a platform on the real node of the run. */
interface Seat {
  name: string;
  data: string;
  port: number;
  process: WitnessProcess;
}

let platform: TestServer;
let cookie: string;
const seats: Seat[] = [];
const startSeat = ({ name, data, port }: Omit<Seat, 'process'>) =>
  startWitnessProcess({ name, data, port, logs: [platform.ledger.logKey] });

beforeAll(async () => {
  platform = await startTestServer();
  cookie = await platform.setUp();
  for (const name of ['witness.example/bureau', 'witness.example/university']) {
    const seat = { name, data: await mkdtemp(join(tmpdir(), 'xiangyu-witnessed-')), port: await findFreePort() };
    seats.push({ ...seat, process: await startSeat(seat) });
  }
});
afterAll(async () => {
  for (const { process, data } of seats) {
    await process.kill();
    await rm(data, { recursive: true, force: true });
  }
  await platform.stop();
});

let captured = 0;
async function capture(): Promise<void> {
  captured += 1;
  const response = await platform.ask('/epcis/capture', { cookie, body: makeTestDocument(`${captured}`) });
  expect(response.status).toBe(202);
}

const readCheckpoint = async () => parseCheckpoint(await (await platform.ask('/log/checkpoint')).text());
/** Names of the seats of which every key has a good line on the newest checkpoint of a size. */
async function signers(size: number): Promise<string[]> {
  const checkpoint = await readCheckpoint();
  if (checkpoint.size < size) return [];
  return seats.flatMap(({ name, process }) => {
    const checks = process.verifierKeys.map((key) => verifyCosignature(checkpoint, parseVerifierKey(key)));
    return checks.every((check) => check?.ok) ? [name] : [];
  });
}
const wait = { timeout: 30_000, interval: 100 };
/** Until everything recorded is published: who set the platform up and who entered witnesses is in the log too. */
const untilPublished = () =>
  expect
    .poll(async () => {
      const [row] = await platform.store.sql<{ count: number }[]>`SELECT count(*)::int FROM ledger.statement_rows`;
      return (await readCheckpoint()).size - (row?.count ?? 0);
    }, wait)
    .toBe(0);

test('a platform’s checkpoint carries every line of two witnesses, and monitors of each see the same log', async () => {
  const [first, second] = seats;
  if (!first || !second) throw new Error('no witnesses');
  for (const { process } of seats) {
    expect(process.verifierKeys.length).toBe(3);
    const added = await platform.ask('/api/log/witnesses', { cookie, body: process.entry });
    expect(added.status).toBe(201);
  }
  const threshold = { method: 'PUT', cookie, body: { threshold: 2 } };
  expect((await platform.ask('/api/log/witnesses/threshold', threshold)).status).toBe(200);
  await capture();
  await expect.poll(async () => (await platform.ask('/log/checkpoint')).status, wait).toBe(200);
  await expect.poll(() => signers(1), wait).toEqual([first.name, second.name]);
  await untilPublished();

  const checkpoint = await readCheckpoint();
  const policy = parsePolicy(await (await platform.ask('/log/policy')).text());
  expect(evaluatePolicy(policy, checkpoint)).toMatchObject({ ok: true, log: platform.ledger.logKey });
  const view = await mirrorLog(`${platform.address}/log`, platform.ledger.logKey);
  const originHash = createHash('sha256').update(checkpoint.origin).digest('hex');
  for (const { process } of seats) {
    const text = await (await fetch(`${process.url}/${originHash}/checkpoint`)).text();
    const seen = parseCheckpoint(text);
    expect(treeHash(view.leaves.slice(0, seen.size)).equals(Buffer.from(seen.root))).toBe(true);
    expect(process.output()).not.toContain(text.split('\n')[2]);
  }
});

test('without its quorum nothing is published; a witness that was killed comes back and cosigns on', async () => {
  const [first, second] = seats;
  if (!first || !second) throw new Error('no witnesses');
  await untilPublished();
  const before = await mirrorLog(`${platform.address}/log`, platform.ledger.logKey);
  await second.process.kill();
  await capture();
  // The first witness has seen the larger log; the world has not.
  const originHash = createHash('sha256').update(before.origin).digest('hex');
  const seenByFirst = async () =>
    parseCheckpoint(await (await fetch(`${first.process.url}/${originHash}/checkpoint`)).text()).size;
  await expect.poll(seenByFirst, wait).toBeGreaterThan(before.size);
  expect((await readCheckpoint()).size).toBe(before.size);
  expect((await platform.ask(`/log/tile/0/000.p/${before.size + 1}`)).status).toBe(404);
  expect((await platform.ask(`/log/tile/entries/000.p/${before.size + 1}`)).status).toBe(404);

  second.process = await startSeat(second);
  await expect.poll(() => signers(before.size + 1), wait).toEqual([first.name, second.name]);
  const after = await mirrorLog(`${platform.address}/log`, platform.ledger.logKey);
  expect(after.size).toBeGreaterThan(before.size);
  expect(isPrefix(before, after)).toBe(true);
});
