import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestRoom, type TestRoom } from '../testing.ts';

let room: TestRoom;
beforeAll(async () => {
  room = await openTestRoom();
});
afterAll(() => room.close());

const digest = 'ab'.repeat(32);
const today = new Date().toISOString().slice(0, 10);
const text = (zh: string, en = '') => ({ zh, en });
const patent = (changes: object = {}) => ({
  title: text('一种冷链温度存证方法'),
  body: text('摘要'),
  achievedOn: today,
  details: {
    kind: 'patent',
    filingNumber: 'CN202610000001.2',
    office: 'CNIPA',
    disclosure: { digest, fileName: '交底书.pdf' },
  },
  evidence: [{ type: 'url', url: 'https://example.org/filing', label: '受理通知书' }],
  ...changes,
});
const output = (amountFen: string, achievedOn = today) => ({
  title: text('脐橙溯源产值'),
  body: text('合同与发票'),
  achievedOn,
  details: { kind: 'output', amountFen, from: '2026-01-01' },
  evidence: [{ type: 'file', digest: 'cd'.repeat(32), label: '审计报告' }],
});
const register = async (as: string, claim: object): Promise<string> =>
  (await room.ask(as, 'POST', '/achievements', claim)).body.id;
const read = async (id: string) => (await room.ask(null, 'GET', `/achievements/${id}`)).body;
const judge = (as: string, id: string, verdict: string, version = 1) =>
  room.ask(as, 'PUT', `/achievements/${id}/judgement`, { version, verdict, reason: 'we have seen it' });

it('a patent filing has its disclosure in the evidence log, by digest only', async () => {
  const id = await register('orchard', patent());
  const { present, ...claim } = await read(id);
  expect(claim).toMatchObject({ kind: 'patent', state: 'claimed', version: 1, amountFen: null });
  const { disclosure } = present.details;
  const [stated, whole] = await room.ledger.statements.read([disclosure.statementId, present.statementId]);
  expect(stated?.statement).toMatchObject({ kind: 'evidence.record', digest, alg: 'sha-256', member: 'orchard' });
  expect(whole?.statement).toMatchObject({ kind: 'cooperation.entry', alg: 'sha-256-salted' });
  const found = await room.ask(null, 'GET', '/achievements?q=CN202610000001');
  expect(found.body.items).toMatchObject([{ id }]);
});

it('is confirmed and disputed by others, never by its own organisation; the state follows', async () => {
  const id = await register('orchard', patent());
  expect((await judge('orchard', id, 'confirmed')).body).toMatchObject({ code: 'RIGHTS_REFUSED' });
  expect((await judge('orchard', id, 'confirmed')).body.detail).toContain('own organisation');
  expect((await judge('press/x/viewer', id, 'confirmed')).status).toBe(403);
  expect((await judge('press', id, 'confirmed')).status).toBe(204);
  expect((await judge('press/y/operator', id, 'confirmed')).status).toBe(204);
  expect(await read(id)).toMatchObject({ state: 'confirmed', confirmations: 1, disputes: 0 });
  await judge('college', id, 'disputed');
  expect(await read(id)).toMatchObject({ state: 'disputed', confirmations: 1, disputes: 1 });
  await judge('college', id, 'confirmed');
  expect(await read(id)).toMatchObject({ state: 'confirmed', confirmations: 2, disputes: 0 });
  expect((await room.ask('college', 'DELETE', `/achievements/${id}/judgement`)).status).toBe(204);
  expect((await room.ask('college', 'DELETE', `/achievements/${id}/judgement`)).body.code).toBe(
    'COOPERATION_JUDGEMENT_UNKNOWN',
  );
  expect((await read(id)).confirmations).toBe(1);
  // What was said stays to be read.
  expect((await room.ask(null, 'GET', `/achievements/${id}/judgements`)).body.items).toHaveLength(4);
});

it('a correction is a new version that nobody has judged yet, by the own organisation and on the version that was read', async () => {
  const id = await register('orchard', patent());
  await judge('press', id, 'confirmed');
  const corrected = { claim: patent({ title: text('更正后的名称') }), version: 1, correction: '申请号有误' };
  const correct = (as: string, body: object) => room.ask(as, 'PUT', `/achievements/${id}`, body);
  expect((await correct('press', corrected)).status).toBe(403);
  expect((await correct('bureau', corrected)).status).toBe(403);
  expect((await correct('orchard', { ...corrected, claim: output('100') })).body.code).toBe(
    'COOPERATION_DETAILS_WRONG',
  );
  expect((await correct('orchard', corrected)).body).toEqual({ version: 2 });
  expect((await correct('orchard', corrected)).body.code).toBe('COOPERATION_VERSION_OUTDATED');
  expect((await judge('college', id, 'confirmed', 1)).body.code).toBe('COOPERATION_VERSION_OUTDATED');
  const now = await read(id);
  expect(now).toMatchObject({ state: 'claimed', version: 2, judgements: [], title: { zh: '更正后的名称' } });
  const versions = (await room.ask(null, 'GET', `/achievements/${id}/versions`)).body.items;
  expect(versions).toMatchObject([
    { version: 2, correction: '申请号有误' },
    { version: 1, correction: '' },
  ]);
  // The disclosure keeps its time.
  expect(versions[0].details.disclosure.statementId).toBe(versions[1].details.disclosure.statementId);
  const withdraw = (as: string) => room.ask(as, 'POST', `/achievements/${id}/withdraw`, { reason: '重复登记' });
  expect((await withdraw('press')).status).toBe(403);
  expect((await withdraw('orchard')).status).toBe(204);
  expect((await judge('college', id, 'confirmed', 2)).body.code).toBe('COOPERATION_ACHIEVEMENT_WITHDRAWN');
  expect(await read(id)).toMatchObject({ withdrawn: true, withdrawnReason: '重复登记' });
});

it('refuses a claim without evidence, with unknown statements, days that are none, and addresses that are no web page', async () => {
  const codeOf = async (claim: object) => (await room.ask('orchard', 'POST', '/achievements', claim)).body.code;
  expect(await codeOf({ ...output('100'), evidence: [] })).toBe('COOPERATION_DETAILS_WRONG');
  const statement = { type: 'statement', statementId: '0190d7f2-0000-7000-8000-000000000000', label: '' };
  expect(await codeOf(patent({ evidence: [statement] }))).toBe('COOPERATION_EVIDENCE_UNKNOWN');
  expect(await codeOf(patent({ achievedOn: '2026-02-30' }))).toBe('COOPERATION_DAY_INVALID');
  expect(await codeOf(patent({ achievedOn: '2999-01-01' }))).toBe('COOPERATION_DAY_INVALID');
  const script = { type: 'url', url: 'javascript:alert(1)', label: '' };
  expect(await codeOf(patent({ evidence: [script] }))).toBe('COOPERATION_URL_INVALID');
  expect(await codeOf({ ...output('100'), details: { kind: 'output', amountFen: '100', from: '2099-01-01' } })).toMatch(
    /DAY|DETAILS/,
  );
  expect((await room.ask('orchard', 'POST', '/achievements', output('-5'))).status).toBe(400);
  expect((await room.ask('orchard', 'POST', '/achievements', output('1.5'))).status).toBe(400);
  expect((await room.ask('orchard/x/viewer', 'POST', '/achievements', patent())).status).toBe(403);
});

it('an application or a standard needs no link', async () => {
  const claim = { ...output('1'), details: { kind: 'application', link: null } };
  expect((await read(await register('orchard', claim))).present.details).toEqual(claim.details);
  const details = {
    kind: 'standard',
    number: 'T/CQ 1-2026',
    issuer: 'CQ',
    stage: 'draft',
    link: 'https://example.org/',
  };
  expect((await read(await register('orchard', { ...claim, details }))).present.details).toEqual(details);
});

it('the goals count confirmed, only claimed and disputed apart, to the fen, within their years', async () => {
  await room.store.sql`UPDATE cooperation.achievements SET withdrawn_at = now()`;
  const largest = '999999999999999999';
  const ids = await Promise.all([register('orchard', output(largest)), register('press', output('1'))]);
  await register('college', output('7'));
  const before = { kind: 'output', amountFen: '9', from: '2019-01-01' };
  await register('college', { ...output('9', '2019-12-31'), details: before });
  await judge('college', ids[0] ?? '', 'confirmed');
  await judge('college', ids[1] ?? '', 'confirmed');
  const progress = async () => (await room.ask(null, 'GET', '/goals')).body;
  const of = async (id: string) => (await progress()).goals.find((goal: { id: string }) => goal.id === id);
  const value = await of('output');
  expect(value).toMatchObject({
    target: '500000000000',
    confirmed: '1000000000000000000',
    unconfirmed: '7',
    disputed: '0',
    claims: 3,
    outside: 1,
  });
  expect(value.months.at(-1)).toMatchObject({ month: today.slice(0, 7), confirmed: '1000000000000000000' });
  await judge('bureau', ids[1] ?? '', 'disputed');
  expect(await of('output')).toMatchObject({ confirmed: largest, unconfirmed: '7', disputed: '1' });
  expect((await progress()).goals.map(({ target }: { target: string }) => target)).toEqual([
    '20',
    '1000',
    '500000000000',
  ]);
});

it('goals are set by the platform before the founding, afterwards only by what was decided', async () => {
  const goals = [{ id: 'patents', title: text('专利'), counts: 'patent', target: '2000' }];
  const setting = { start: '2026-01-01', years: 5, confirmationsNeeded: 2, goals };
  const set = (as: string, decision: string | null = null, changes: object = {}) =>
    room.ask(as, 'PUT', '/goals', { setting: { ...setting, ...changes }, decision });
  expect((await set('orchard')).status).toBe(403);
  expect((await set('bureau', null, { goals: [...goals, ...goals] })).body.code).toBe('COOPERATION_GOALS_INVALID');
  expect((await set('bureau')).status).toBe(204);
  const now = (await room.ask(null, 'GET', '/goals')).body;
  expect(now).toMatchObject({
    start: '2026-01-01',
    end: '2030-12-31',
    setting: { confirmationsNeeded: 2 },
    decision: null,
  });

  room.world.foundedAt = new Date();
  const { line } = (await room.ask('orchard', 'POST', '/goals/line', { ...setting, years: 6 })).body;
  room.world.decisions.set('1', { passed: false, texts: [`目标 ${line}`] });
  room.world.decisions.set('2', { passed: true, texts: ['something else'] });
  for (const decision of [null, '0', '1', '2']) {
    expect((await set('bureau', decision, { years: 6 })).body.code, String(decision)).toBe(
      'COOPERATION_DECISION_NEEDED',
    );
  }
  room.world.decisions.set('1', { passed: true, texts: [`目标 ${line}`] });
  expect((await set('bureau', '1', { years: 7 })).body.code).toBe('COOPERATION_DECISION_NEEDED');
  expect((await set('orchard', '1', { years: 6 })).status).toBe(204);
  expect((await room.ask(null, 'GET', '/goals')).body).toMatchObject({ end: '2031-12-31', decision: '1', line });
  room.world.foundedAt = null;
});
