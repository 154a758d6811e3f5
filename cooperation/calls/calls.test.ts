import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestRoom, type TestRoom } from '../testing.ts';

let room: TestRoom;
beforeAll(async () => {
  room = await openTestRoom();
});
afterAll(() => room.close());

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();
const text = (zh: string, en = '') => ({ zh, en });
const call = (deadline = inAnHour()) => ({ title: text('征集冷链传感器'), body: text('要求……'), deadline });
const open = async (): Promise<string> => (await room.ask('bureau', 'POST', '/calls', call())).body.id;
const application = { title: '我们的方案', body: '秘密报价 12 万元' };
const apply = (as: string, id: string) => room.ask(as, 'POST', `/calls/${id}/applications`, application);
const read = async (as: string, id: string) => {
  const { status, body } = await room.ask(as, 'GET', `/calls/${id}/applications`);
  return { status, members: body.items?.map(({ member }: { member: string }) => member), items: body.items };
};
const step = (as: string, id: string, name: string, body?: object) =>
  room.ask(as, 'POST', `/calls/${id}/${name}`, body);

it('goes from open to closed, decided and finished, and only its own organisation takes the steps', async () => {
  const id = await open();
  const { id: one } = (await apply('press', id)).body;
  const { id: two } = (await apply('orchard', id)).body;
  const decision = {
    decision: text('择优', 'The better one'),
    results: [
      { application: one, result: 'accepted', reason: '精度高' },
      { application: two, result: 'declined', reason: '价格高' },
    ],
  };
  expect((await step('bureau', id, 'decide', decision)).body.code).toBe('COOPERATION_CALL_IN_OTHER_STATE');
  expect((await step('press', id, 'close')).status).toBe(403);
  expect((await step('bureau', id, 'close')).status).toBe(204);
  expect((await apply('college', id)).body).toMatchObject({ code: 'COOPERATION_CALL_IN_OTHER_STATE' });
  expect((await step('bureau', id, 'decide', { ...decision, results: decision.results.slice(1) })).body.code).toBe(
    'COOPERATION_RESULTS_INCOMPLETE',
  );
  const twice = { ...decision, results: [decision.results[0], decision.results[0]] };
  expect((await step('bureau', id, 'decide', twice)).body.code).toBe('COOPERATION_RESULTS_INCOMPLETE');
  expect((await step('press', id, 'decide', decision)).status).toBe(403);
  expect((await step('bureau', id, 'decide', decision)).status).toBe(204);
  expect((await step('bureau', id, 'finish', { outcome: text('已在三个园区部署') })).status).toBe(204);
  const shown = (await room.ask(null, 'GET', `/calls/${id}`)).body;
  expect(shown).toMatchObject({
    state: 'finished',
    accepted: ['press'],
    applications: 2,
    outcome: { zh: '已在三个园区部署' },
  });
  // Why it was declined is for the applicant and the one that called.
  const reasons = async (as: string) => (await read(as, id)).items.map(({ reason }: { reason: string }) => reason);
  expect(await reasons('orchard')).toEqual(['', '价格高']);
  expect(await reasons('bureau')).toEqual(['精度高', '价格高']);
});

it('seals applications from other applicants until the deadline, and from everybody else for good', async () => {
  const id = await open();
  expect((await apply('bureau', id)).body.detail).toContain('own organisation');
  await apply('press', id);
  await apply('orchard', id);
  expect((await apply('orchard', id)).body.code).toBe('COOPERATION_ALREADY_APPLIED');
  expect((await read('press', id)).members).toEqual(['press']);
  expect((await read('bureau', id)).members).toEqual(['press', 'orchard']);
  expect((await read('college', id)).members).toEqual([]);
  expect((await read('press/x/viewer', id)).status).toBe(403);
  expect((await room.ask(null, 'GET', `/calls/${id}/applications`)).status).toBe(401);
  // The public page tells how many, not who; the log tells neither what nor for which call.
  expect(JSON.stringify((await room.ask(null, 'GET', `/calls/${id}`)).body)).not.toMatch(/press|orchard|报价/);
  const [own] = (await read('press', id)).items;
  const [record] = await room.ledger.statements.read([own.statementId]);
  expect(record?.statement).toMatchObject({
    kind: 'cooperation.entry',
    alg: 'sha-256-salted',
    subject: `urn:uuid:${own.id}`,
  });

  expect(
    (await room.ask('press', 'PUT', `/calls/${id}/applications/own`, { ...application, title: '新方案' })).status,
  ).toBe(204);
  await room.store.sql`UPDATE cooperation.calls SET deadline = now() - interval '1 s' WHERE id = ${id}`;
  expect((await room.ask(null, 'GET', `/calls/${id}`)).body.state).toBe('closed');
  expect((await read('press', id)).members).toEqual(['press', 'orchard']);
  expect((await read('college', id)).members).toEqual([]);
  expect((await room.ask('press', 'PUT', `/calls/${id}/applications/own`, application)).body.code).toBe(
    'COOPERATION_CALL_IN_OTHER_STATE',
  );
  expect((await room.ask('press', 'DELETE', `/calls/${id}/applications/own`)).status).toBe(409);
});

it('is found by state and words; its deadline moves to a later time only once somebody applied', async () => {
  const id = await open();
  const list = async (query: string) =>
    (await room.ask(null, 'GET', `/calls?${query}`)).body.items.map((one: { id: string }) => one.id);
  expect(await list('state=open')).toContain(id);
  expect(await list('state=closed')).not.toContain(id);
  expect(await list(`member=bureau&q=${encodeURIComponent('传感器')}`)).toContain(id);
  const change = (as: string, deadline: string) => room.ask(as, 'PUT', `/calls/${id}`, call(deadline));
  const soon = new Date(Date.now() + 60_000).toISOString();
  expect((await change('bureau', soon)).status).toBe(204);
  await apply('press', id);
  expect((await change('bureau', new Date(Date.now() + 30_000).toISOString())).body.code).toBe(
    'COOPERATION_DEADLINE_EARLIER',
  );
  expect((await change('press', inAnHour())).status).toBe(403);
  expect((await room.ask('press', 'DELETE', `/calls/${id}/applications/own`)).status).toBe(204);
  expect((await room.ask('bureau', 'POST', '/calls', call('2020-01-01T00:00:00Z'))).body.code).toBe(
    'COOPERATION_DEADLINE_PAST',
  );
});
