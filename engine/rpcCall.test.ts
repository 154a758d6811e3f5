import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { findFreePort } from '../host/index.ts';
import { connectNode } from './connectNode.ts';
import { rpcBatch, rpcCall } from './rpcCall.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  const port = await findFreePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
  return `http://127.0.0.1:${port}`;
}
const serveText = (text: string, status = 200) => serve((_, response) => response.writeHead(status).end(text));
const request = { method: 'eth_chainId' };

test('a refused connection is retryable and hides what a URL may carry', async () => {
  const url = `http://user:secret@127.0.0.1:${await findFreePort()}/key?token=1`;
  const error = await rpcCall(url, request).catch((caught: unknown) => caught);
  expect(error).toMatchObject({ code: 'ENGINE_NODE_UNREACHABLE', retryable: true });
  expect(String(error)).not.toMatch(/secret|token/);
});

test('user and password of a URL travel in a header', async () => {
  const url = await serve(({ headers }, response) => response.end(JSON.stringify({ result: headers.authorization })));
  expect(await rpcCall(url.replace('//', '//user:p%40ss@'), request)).toBe(`Basic ${btoa('user:p@ss')}`);
});

test('a node that hangs runs into the timeout', async () => {
  const url = await serve(() => undefined);
  const call = rpcCall(url, request, { timeoutMs: 50 });
  await expect(call).rejects.toMatchObject({ code: 'ENGINE_RPC_TIMEOUT', retryable: true });
});

test('the caller’s abort is not an error of the node', async () => {
  const url = await serve(() => undefined);
  const reason = new Error('enough');
  await expect(rpcCall(url, request, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
});

test.each([429, 502, 503])('HTTP %i is for later', async (status) => {
  const url = await serveText('no', status);
  await expect(rpcCall(url, request)).rejects.toMatchObject({ code: 'ENGINE_RPC_BUSY', retryable: true });
});

test.each(['<html>', '{"hello":1}', '7'])('%s is not JSON-RPC', async (text) => {
  const url = await serveText(text);
  await expect(rpcCall(url, request)).rejects.toMatchObject({ code: 'ENGINE_NOT_JSON_RPC', retryable: false });
});

test('the node’s own code and message stay readable', async () => {
  const url = await serveText(
    '{"jsonrpc":"2.0","id":1,"error":{"code":-32000,"message":"nonce too low","data":"0x1"}}',
  );
  await expect(rpcCall(url, request)).rejects.toMatchObject({
    code: 'ENGINE_RPC_FAILED',
    details: { method: 'eth_chainId', rpcCode: -32000, rpcMessage: 'nonce too low', rpcData: '0x1' },
  });
});

test('a batch answers in the order asked, whatever the order of the replies', async () => {
  const url = await serveText(
    '[{"jsonrpc":"2.0","id":1,"error":{"code":-32601,"message":"Method not found"}},{"jsonrpc":"2.0","id":0,"result":"0x1"}]',
  );
  const [first, second] = await rpcBatch(url, [request, { method: 'eth_none' }]);
  expect(first).toEqual({ ok: true, result: '0x1' });
  expect(second).toMatchObject({ ok: false, error: { code: 'ENGINE_RPC_FAILED' } });
});

test('connecting to something that is no address or no node is explained', async () => {
  await expect(connectNode({ rpcUrl: 'ws://127.0.0.1:8546' })).rejects.toMatchObject({ code: 'ENGINE_INVALID_URL' });
  const rpcUrl = await serveText('<html>');
  await expect(connectNode({ rpcUrl })).rejects.toMatchObject({ code: 'ENGINE_NOT_JSON_RPC' });
});
