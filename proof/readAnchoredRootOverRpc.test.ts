import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { keccak_256 } from '@noble/hashes/sha3.js';
import { afterEach, expect, test } from 'vitest';
import { decodeRootResult, encodeRootCall } from './anchoredRoot.ts';
import { encodeHex } from './hashes.ts';
import { readAnchoredRootOverRpc } from './readAnchoredRootOverRpc.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A JSON-RPC endpoint on the loopback that answers each method with a fixed body. */
async function serve(answer: (method: string) => unknown, status = 200): Promise<string> {
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    response.writeHead(status).end(JSON.stringify(answer(JSON.parse(body).method)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const root = `0x${'5a'.repeat(32)}` as const;
const question = { evmChainId: 7002, contract: `0x${'ab'.repeat(20)}`, size: 5 } as const;

test('the call data is the selector of rootOf(uint64) and the size as one word', () => {
  const selector = encodeHex(keccak_256(new TextEncoder().encode('rootOf(uint64)')).slice(0, 4));
  expect(encodeRootCall(2 ** 40 + 255)).toBe(`0x${selector}${'100000000ff'.padStart(64, '0')}`);
  expect(decodeRootResult(root)).toBe(root);
  expect(decodeRootResult(`0x${'0'.repeat(64)}`)).toBe(null);
  expect(decodeRootResult('0x')).toBe(null);
  expect(() => decodeRootResult('0x1234')).toThrow(expect.objectContaining({ code: 'PROOF_BAD_ROOT_RESULT' }));
});

test('the node is asked for its chain and then for the root', async () => {
  const url = await serve((method) => ({ jsonrpc: '2.0', id: 1, result: method === 'eth_chainId' ? '0x1b5a' : root }));
  expect(await readAnchoredRootOverRpc(url)(question)).toBe(root);
});

test('a node of another chain is refused', async () => {
  const url = await serve(() => ({ jsonrpc: '2.0', id: 1, result: '0x1' }));
  await expect(readAnchoredRootOverRpc(url)(question)).rejects.toMatchObject({ code: 'PROOF_WRONG_CHAIN' });
});

test.each([
  ['an error of the node', () => serve(() => ({ error: { code: -32000, message: 'busy' } }))],
  ['an HTTP error', () => serve(() => ({}), 429)],
  ['no JSON-RPC at all', () => serve(() => 'hello')],
  ['nobody there', async () => 'http://127.0.0.1:9'],
])('%s is retryable', async (_, start) => {
  const read = readAnchoredRootOverRpc(await start());
  await expect(read(question)).rejects.toMatchObject({ code: 'PROOF_NODE_UNAVAILABLE', retryable: true });
});
