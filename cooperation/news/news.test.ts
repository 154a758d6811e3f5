import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openTestRoom, type TestRoom } from '../testing.ts';
import { runNews } from './runNews.ts';

interface Received {
  id: string;
  body: { type: string; data: { title: { zh: string } } };
}

let room: TestRoom;
let receiver: Server;
let url: string;
const received: Received[] = [];
let answer: (message: Received) => number = () => 204;
const stop = new AbortController();
let running: Promise<void>;
const patience = { timeout: 8_000, interval: 20 };

beforeAll(async () => {
  room = await openTestRoom();
  receiver = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const message = { id: String(request.headers['webhook-id']), body: JSON.parse(body) };
    const status = answer(message);
    if (status < 300) received.push(message);
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
  running = runNews(room.cooperation.house, { signal: stop.signal, retryDelayMs: () => 20, timeoutMs: 2_000 });
});
afterAll(async () => {
  stop.abort();
  await running;
  receiver.closeAllConnections();
  receiver.close();
  await room.close();
});

const text = (zh: string) => ({ zh, en: '' });
const publish = (as: string, zh: string) =>
  room.ask(as, 'POST', '/announcements', { audience: 'public', title: text(zh), body: text('正文') });
const titles = () => received.map(({ body }) => body.data.title.zh);

it('webhooks get what they asked for, in order, again after a failure, and nothing of groups that they are not in', async () => {
  const add = (as: string, topics: string[]) => room.ask(as, 'POST', '/webhooks', { url, topics });
  expect((await add('press/x/viewer', ['calls'])).status).toBe(403);
  const { id } = (await add('press', ['announcements', 'group-work', 'own'])).body;
  let failures = 0;
  answer = ({ body }) => {
    if (body.type !== 'announcement.published' || failures >= 2) return 204;
    failures += 1;
    return 503;
  };
  const { id: group } = (
    await room.ask('orchard', 'POST', '/groups', { name: text('组'), summary: text('组'), joining: 'open' })
  ).body;
  const thread = { kind: 'discussion', title: '密', body: '密' };
  await room.ask('orchard', 'POST', `/groups/${group}/threads`, thread);
  await publish('orchard', '一');
  await publish('college', '二');
  await room.ask('press', 'POST', `/groups/${group}/join`, { message: '' });
  await vi.waitFor(() => expect(titles()).toEqual(['一', '二', '组']), patience);
  expect(failures).toBe(2);
  expect(new Set(received.map((message) => message.id)).size).toBe(3);

  // Another organisation's webhook is as if it were not there.
  for (const [method, path] of [
    ['GET', `/webhooks/${id}/messages`],
    ['POST', `/webhooks/${id}/pause`],
    ['POST', `/webhooks/${id}/rotate-secret`],
    ['DELETE', `/webhooks/${id}`],
  ] as const) {
    expect((await room.ask('orchard', method, path)).body.code, path).toBe('COOPERATION_WEBHOOK_UNKNOWN');
  }
  const { items } = (await room.ask('press', 'GET', `/webhooks/${id}/messages`)).body;
  expect(items.map(({ state }: { state: string }) => state)).toEqual(['delivered', 'delivered', 'delivered']);

  // A suspended organisation is told nothing until it is reinstated; then what waited arrives.
  room.world.standing.set('press', 'suspended');
  await vi.waitFor(async () => {
    const members = await room.cooperation.house.readMembers();
    expect(members.find(({ slug }) => slug === 'press')?.standing).toBe('suspended');
  }, patience);
  await publish('college', '三');
  const [waiting] = await room.store.sql`SELECT state FROM cooperation.messages ORDER BY id DESC LIMIT 1`;
  expect(waiting).toEqual({ state: 'pending' });
  room.world.standing.clear();
  await vi.waitFor(() => expect(titles().at(-1)).toBe('三'), patience);
});

it('mail goes to whoever subscribed, once, not to who did it, and of groups to their people only', async () => {
  const want = (as: string, topics: string[], language = 'zh-CN') =>
    room.ask(as, 'PUT', '/subscription', { topics, language });
  await want('orchard', ['announcements', 'group-work', 'own']);
  await want('college', ['announcements', 'group-work'], 'en');
  await want('bureau', ['calls', 'own']);
  expect((await room.ask('college', 'GET', '/subscription')).body).toEqual({
    topics: ['announcements', 'group-work'],
    language: 'en',
  });
  expect((await room.ask('press/key1', 'GET', '/subscription')).status).toBe(403);
  room.mails.length = 0;
  await publish('orchard', '采购会');
  const { id: group } = (
    await room.ask('press', 'POST', '/groups', { name: text('标准组'), summary: text('组'), joining: 'open' })
  ).body;
  await room.ask('orchard', 'POST', `/groups/${group}/join`, { message: '' });
  await room.ask('press', 'POST', `/groups/${group}/threads`, { kind: 'discussion', title: '密', body: '密' });
  const claim = {
    title: text('应用'),
    body: text('说明'),
    achievedOn: '2026-01-01',
    details: { kind: 'application', link: null },
    evidence: [{ type: 'url', url: 'https://example.org/', label: '' }],
  };
  const { id } = (await room.ask('orchard', 'POST', '/achievements', claim)).body;
  await room.ask('press', 'PUT', `/achievements/${id}/judgement`, { version: 1, verdict: 'confirmed', reason: '属实' });
  await vi.waitFor(() => expect(room.mails).toHaveLength(3), patience);
  expect(room.mails).toMatchObject([
    {
      to: 'college-admin@example.org',
      language: 'en',
      organisation: 'Fengjie Orchard',
      topic: 'announced',
      title: '采购会',
      link: expect.stringMatching(/^https:\/\/test\.example\/cooperation\/announcements\//),
    },
    { to: 'orchard-admin@example.org', topic: '在工作组中发起了讨论', title: '标准组' },
    { to: 'orchard-admin@example.org', topic: '确认了您组织的成果', title: '应用' },
  ]);
  // Once everything is told, nothing is told again.
  await vi.waitFor(async () => {
    const [reached] = await room.store.sql<{ rest: number }[]>`
      SELECT count(*)::int AS rest FROM cooperation.news, cooperation.mailed WHERE news.seq > mailed.seq`;
    expect(reached?.rest).toBe(0);
  }, patience);
  expect(room.mails).toHaveLength(3);
});

it('feeds are well-formed whatever is written, in the language that is asked for', async () => {
  await room.ask('orchard', 'POST', '/announcements', {
    audience: 'public',
    title: { zh: ']]> <b>\u0008粗', en: 'Fair & <b>bold</b>' },
    body: { zh: '<script>alert(1)</script> ]]>\n\n第二段', en: '' },
  });
  await room.ask('orchard', 'POST', '/announcements', { audience: 'members', title: text('内部'), body: text('内部') });
  const atom = await room.ask(null, 'GET', '/feeds/announcements.atom?lang=en');
  expect(atom.headers['content-type']).toBe('application/atom+xml; charset=utf-8');
  expect(atom.text).not.toMatch(/<script|<b>|内部|[\p{Cc}--[\n]]/v);
  expect(atom.text).toContain('Fair &amp; &lt;b&gt;bold&lt;/b&gt;');
  expect(atom.text).toContain('xmlns="http://www.w3.org/2005/Atom"');
  const json = (await room.ask(null, 'GET', '/feeds/all.json?lang=en')).body;
  expect(json).toMatchObject({ version: expect.stringContaining('jsonfeed.org/version/1') });
  const item = json.items.find(({ title }: { title: string }) => title.includes('Fair'));
  expect(item.content_html).toContain('&lt;script&gt;');
  expect(JSON.stringify(json)).not.toContain('内部');
  expect((await room.ask(null, 'GET', '/feeds/nothing.atom')).body.code).toBe('COOPERATION_FEED_UNKNOWN');
});
