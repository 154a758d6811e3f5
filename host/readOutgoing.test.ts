import { randomBytes } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createTcpServer, type Server } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { readOutgoing } from './readOutgoing.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function listen(server: Server): Promise<string> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/bytes?n=1`;
}
const serve = (listener: RequestListener) => listen(createServer(listener));
const say = (text: string) => listen(createTcpServer((socket) => socket.once('data', () => socket.end(text))));

const read = (url: string, signal = new AbortController().signal, allowPrivate = true) =>
  readOutgoing({ url, headers: { authorization: 'Bearer x' }, timeoutMs: 5_000, allowPrivate, signal });

async function collect(url: string): Promise<Buffer | null> {
  const answer = await read(url);
  if (!answer) return null;
  const parts: Buffer[] = [];
  for await (const part of answer.parts) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

test('a large answer comes whole, with the request as it was meant', async () => {
  const bytes = randomBytes(5_000_000);
  const seen: unknown[] = [];
  const url = await serve((request, response) => {
    seen.push(request.url, request.headers.authorization);
    response.writeHead(200, { 'content-length': bytes.length });
    response.end(bytes);
  });
  expect((await collect(url))?.equals(bytes)).toBe(true);
  expect(seen).toEqual(['/bytes?n=1', 'Bearer x']);
  const empty = await serve((_, response) => response.writeHead(200, { 'content-length': 0 }).end());
  expect(await collect(empty)).toEqual(Buffer.alloc(0));
});

test.each([
  ['another status', (_, response) => response.writeHead(404, { 'content-length': 2 }).end('no')],
  ['an unknown length', (_, response) => void response.write('a', () => response.end('b'))],
] satisfies [string, RequestListener][])('%s is left to others', async (_, listener) => {
  expect(await collect(await serve(listener))).toBeNull();
});

test.each([
  ['two lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\nabc'],
  ['a wrong length', 'HTTP/1.1 200 OK\r\ncontent-length: +2\r\n\r\nab'],
  ['no HTTP', `${'x'.repeat(20_000)}\r\n\r\n`],
])('%s is left to others', async (_, text) => {
  expect(await collect(await say(text))).toBeNull();
});

test('what breaks off, or follows the end, is not taken for the answer', async () => {
  await expect(collect(await say('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nabc'))).rejects.toThrow(/broke off/);
  await expect(collect(await say(''))).rejects.toThrow(/broke/);
  expect((await collect(await say('HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\nabcdef')))?.toString()).toBe('abc');
});

test('it is stopped by the signal and never calls private addresses unless allowed', async () => {
  const url = await serve((_, response) => void response.writeHead(200, { 'content-length': 10 }).write('a'));
  const stop = new AbortController();
  const answer = await read(url, stop.signal);
  const reading = (async () => {
    for await (const _ of answer?.parts ?? []) stop.abort(new Error('stopped'));
  })();
  await expect(reading).rejects.toThrow('stopped');
  await expect(read(url, undefined, false)).rejects.toThrow(/private/);
  await expect(read('http://127.0.0.1:9/')).rejects.toThrow(/ECONNREFUSED/);
});
