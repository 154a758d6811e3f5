import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { startTestServer, type TestServer } from './testing.ts';

let server: TestServer;
let cookie: string;
let receiver: Server;
const received: { id: string; timestamp: string; signature: string; body: string }[] = [];

beforeAll(async () => {
  receiver = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const header = (name: string) => String(request.headers[`webhook-${name}`]);
    received.push({ id: header('id'), timestamp: header('timestamp'), signature: header('signature'), body });
    response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  server = await startTestServer({ allowPrivateUrls: true });
  cookie = await server.setUp();
});
afterAll(async () => {
  await server.stop();
  receiver.close();
});

it('what an organisation publishes is public, in the feeds, in its record of acts, and told to webhooks', async () => {
  const ask = (path: string, body: unknown) => server.ask(`/api/cooperation/${path}`, { cookie, body });
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/news`;
  const { secret } = (await (await ask('webhooks', { url, topics: ['announcements'] })).json()) as { secret: string };
  const text = { zh: '平台上线', en: 'We are live & <well>' };
  const made = await ask('announcements', { audience: 'public', title: text, body: text });
  expect(made.status).toBe(201);
  const { id } = (await made.json()) as { id: string };
  const page = await (await server.ask('/api/cooperation/announcements')).json();
  expect(page).toMatchObject({ items: [{ id, title: text }] });
  const atom = await server.ask('/feeds/all.atom?lang=en');
  expect(atom.headers.get('content-type')).toContain('application/atom+xml');
  expect(await atom.text()).toContain('We are live &amp; &lt;well&gt;');
  await vi.waitFor(() => expect(received).toHaveLength(1), { timeout: 10_000, interval: 50 });
  const [message] = received;
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const signed = `${message?.id}.${message?.timestamp}.${message?.body}`;
  expect(message?.signature).toBe(`v1,${createHmac('sha256', key).update(signed).digest('base64')}`);
  expect(JSON.parse(message?.body ?? '')).toMatchObject({ type: 'announcement.published', data: { title: text } });
  const rows = await server.store
    .sql`SELECT action, resource_id FROM alliance.act WHERE action = 'cooperation:publish'`;
  expect(rows).toMatchObject([{ resource_id: id }]);
  expect((await server.ask('/api/cooperation/announcements', { body: { title: text } })).status).toBe(401);
});
