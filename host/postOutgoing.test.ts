import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isPrivateAddress } from './isPrivateAddress.ts';
import { checkOutgoingUrl } from './openOutgoing.ts';
import { postOutgoing } from './postOutgoing.ts';

let server: Server;
let port = 0;
beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    if (request.url === '/silent') return;
    if (request.url === '/moved') response.writeHead(302, { location: '/' }).end();
    else if (request.url === '/large') response.end('x'.repeat(2_000));
    else response.writeHead(202, { 'x-seen': request.headers['x-mark'] ?? '' }).end(`got ${body}`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const post = (path: string, changes: Partial<Parameters<typeof postOutgoing>[0]> = {}) =>
  postOutgoing({
    url: `http://localhost:${port}${path}`,
    body: '湘',
    timeoutMs: 5_000,
    allowPrivate: true,
    ...changes,
  });

test('posts bytes and gives every status, redirects too', async () => {
  expect(await post('/', { headers: { 'x-mark': 'a' } })).toMatchObject({
    status: 202,
    body: 'got 湘',
    headers: { 'x-seen': 'a' },
  });
  expect((await post('/moved')).status).toBe(302);
});

test('a name that resolves to a private address is refused when connecting', async () => {
  await expect(post('/', { allowPrivate: false })).rejects.toMatchObject({ code: 'HOST_ADDRESS_PRIVATE' });
});

test('silence, too much and a closed port are failures that may pass', async () => {
  await expect(post('/silent', { timeoutMs: 50 })).rejects.toMatchObject({
    code: 'HOST_OUTGOING_FAILED',
    retryable: true,
  });
  await expect(post('/large', { maxAnswerBytes: 1_000 })).rejects.toMatchObject({ code: 'HOST_OUTGOING_FAILED' });
  await expect(
    postOutgoing({ url: 'http://127.0.0.1:1/?secret=s', body: '', timeoutMs: 5_000, allowPrivate: true }),
  ).rejects.toSatisfy(
    (error: Error & { code: string }) => error.code === 'HOST_OUTGOING_FAILED' && !error.message.includes('secret'),
  );
});

test.each([
  'ftp://example.org/',
  'nothing',
  'http://user:secret@example.org/',
  'http://127.0.0.1/',
  'http://2130706433/',
  'http://[::1]/',
  'http://[::ffff:10.0.0.1]/',
  'http://169.254.169.254/latest',
  'http://[fd00::1]/',
])('%s is refused before anything is sent', (url) => {
  expect(() => checkOutgoingUrl(url, false)).toThrow();
});

test.each([
  ['8.8.8.8', false],
  ['2606:4700:4700::1111', false],
  ['192.168.1.1', true],
  ['100.100.1.1', true],
  ['::ffff:8.8.8.8', true],
  ['fe80::1', true],
  ['2001:db8::1', true],
  ['not an address', true],
])('%s is private: %s', (address, expected) => {
  expect(isPrivateAddress(address)).toBe(expected);
});
