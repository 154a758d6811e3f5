import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestServer } from './testing.ts';

let server: TestServer;
let cookie: string;
const texts = { title: { zh: '提案', en: 'A proposal' }, text: { zh: '理由', en: 'A reason' } };
const proposal = `/api/alliance/proposals/0x${'12'.repeat(32)}`;
const application = {
  kinds: ['enterprise'],
  did: 'did:web:farm.example',
  profile: { name: { zh: '农场', en: 'Farm' } },
  key: `0x${'ab'.repeat(20)}`,
};

beforeAll(async () => {
  server = await startTestServer();
  cookie = await server.setUp();
});
afterAll(() => server.stop());

async function codeOf(path: string, request: Parameters<TestServer['ask']>[1] = {}): Promise<string> {
  const answer = await server.ask(path, request);
  const { code } = (await answer.json()) as { code?: string };
  return `${answer.status} ${code ?? ''}`.trim();
}

it('before an alliance is founded the lists are empty, and every action says that there is none', async () => {
  for (const list of ['members', 'proposals', 'rules', 'scenarios']) {
    const answer = await server.ask(`/api/alliance/${list}`);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ items: [] });
  }
  expect(await codeOf('/api/alliance/treasury')).toBe('409 VOTES_NO_ALLIANCE');
  expect(await codeOf('/api/alliance/members/nobody')).toBe('404 VOTES_MEMBER_UNKNOWN');
  expect(await codeOf(`${proposal}/ballots`)).toBe('404 VOTES_PROPOSAL_UNKNOWN');
  const body = { type: 'suspend', parameters: { member: 'farm' }, document: texts, member: 'shop' };
  expect(await codeOf('/api/alliance/proposals/prepare', { body })).toBe('409 VOTES_NO_ALLIANCE');
});

it('takes only what the schemas name', async () => {
  const ballot = { member: 'farm', support: 'for', signature: `0x${'00'.repeat(65)}` };
  for (const body of [
    { ...ballot, weight: 100 },
    { ...ballot, support: 'yes' },
    { ...ballot, signature: '0x12' },
  ]) {
    expect((await server.ask(`${proposal}/ballots`, { body })).status).toBe(400);
  }
  const body = { ...application, member: 'shop' };
  expect((await server.ask('/api/alliance/applications/prepare', { cookie, body })).status).toBe(400);
});

it('an organisation applies by its administrators only, and a visitor neither executes nor discusses', async () => {
  const apply = (request: object) => codeOf('/api/alliance/applications/prepare', { body: application, ...request });
  expect(await apply({})).toBe('401 RIGHTS_SIGN_IN_NEEDED');
  expect(await apply({ cookie })).toBe('409 VOTES_NO_ALLIANCE');
  const makeKey = async (scope: string) => {
    const made = await server.ask('/api/keys', { cookie, body: { name: scope, scopes: [scope] } });
    return ((await made.json()) as { key: string }).key;
  };
  const [reader, key] = [await makeKey('read'), await makeKey('govern')];
  expect(await apply({ key: reader })).toBe('403 RIGHTS_REFUSED');
  expect(await codeOf(`${proposal}/execute`, { method: 'POST', key: reader })).toBe('403 RIGHTS_REFUSED');
  expect(await codeOf(`${proposal}/execute`, { method: 'POST' })).toBe('401 RIGHTS_SIGN_IN_NEEDED');
  expect(await codeOf(`${proposal}/execute`, { method: 'POST', key })).toBe('409 VOTES_NO_ALLIANCE');
  expect(await codeOf(`${proposal}/comments`, { body: { text: 'x' } })).toBe('401 RIGHTS_SIGN_IN_NEEDED');
});

it('once an alliance is founded, its operator cannot discuss unless it is a member, and a suspended one does nothing', async () => {
  const { sql } = server.store;
  await sql`update alliance.member set standing = 'suspended' where slug = 'operator'`;
  const comment = () => codeOf(`${proposal}/comments`, { cookie, body: { text: 'x' } });
  expect(await comment()).toBe('403 RIGHTS_REFUSED');
  expect(await codeOf(`${proposal}/execute`, { method: 'POST', cookie })).toBe('403 RIGHTS_REFUSED');
  await sql`update alliance.member set standing = 'guest' where slug = 'operator'`;
  await sql`update alliance.state set founded_at = now()`;
  expect(await comment()).toBe('403 RIGHTS_REFUSED');
  await sql`update alliance.state set founded_at = null`;
});

it('tells those who watch what changed, and nothing old to those who come later', async () => {
  const news = { members: ['farm'], proposals: [], other: true };
  const stop = new AbortController();
  let toTell = 1;
  const read = async (until: RegExp) => {
    const response = await fetch(new URL('/api/live', server.address), { signal: stop.signal });
    let text = '';
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk;
      if (toTell-- > 0) {
        await server.store.notify(server.store.sql, 'live', JSON.stringify({ type: 'alliance', ...news }));
      }
      if (until.test(text)) break;
    }
    return text;
  };
  const told = await read(/event: alliance\n.*\n\n/);
  expect(told).toContain(`event: alliance\ndata: ${JSON.stringify(news)}\n\n`);
  const later = await read(/event: network/);
  expect(later.includes('event: alliance')).toBe(false);
  stop.abort();
});
