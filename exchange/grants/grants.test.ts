import { randomUUID } from 'node:crypto';
import Fastify from 'fastify';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Action, openRights, type Role } from '../../alliance/index.ts';
import { XiangyuError } from '../../errors.ts';
import { openAudit } from '../audit/audit.ts';
import { ledgerNotary } from '../audit/ledgerNotary.ts';
import type { OwnIdentity } from '../identity/openIdentity.ts';
import { openTestIdentity, type TestWorld } from '../identity/testing.ts';
import type { Registry } from '../registry/registry.ts';
import { openTestHouse, type TestHouse } from '../testing.ts';
import type { Grant, GrantState, IssueParameters } from './grants.ts';
import type { OpenGrants } from './openGrants.ts';
import { grantRoutes } from './routes.ts';
import { type ModelChain, openTestGrants } from './testing.ts';

let test: TestHouse;
let identity: OwnIdentity;
let registry: Registry;
let world: TestWorld;
let grants: OpenGrants;
let model: ModelChain;
let settle: () => Promise<void>;
const changes: [string, GrantState | null, GrantState][] = [];

beforeAll(async () => {
  const participants = ['civil', 'farms', 'bureau', 'police'];
  test = await openTestHouse(participants);
  ({ identity, registry, world } = await openTestIdentity({ house: test.house, participants }));
  world.nameAuthority('bureau');
});
afterAll(() => test.close());
beforeEach(async () => {
  // A chain of its own for each test, and none of the grants of the one before.
  for (const table of ['grants', 'grant_calls', 'grant_events', 'grant_progress', 'chain_grants', 'grant_uses'])
    await test.store.sql`DELETE FROM ${test.store.sql(`exchange.${table}`)}`;
  const sources = { resolve: async () => null, readGrant: async () => null };
  const audit = openAudit({ house: test.house, signer: identity, notary: ledgerNotary(test.ledger), sources });
  ({ grants, model, settle } = openTestGrants({ house: test.house, identity, registry, audit }));
  changes.length = 0;
  grants.onChange(async (_tx, grant, before) => {
    changes.push([grant.participant, before, grant.state]);
  });
});

const terms = (changed: Partial<IssueParameters> = {}): IssueParameters => ({
  participant: 'civil',
  agreement: `urn:uuid:${randomUUID()}`,
  consumer: 'farms',
  dataset: 'urn:uuid:6b0a3a3e-7f51-4d0c-9c1c-3a2f2b1f0d11',
  version: 3,
  purpose: 'SUBSIDY-ECO-FARM',
  items: ['holder', 'valid_until'],
  notBefore: new Date(test.house.now().getTime() - 60_000),
  notAfter: new Date(test.house.now().getTime() + 3_600_000),
  maxCount: null,
  policy: { '@id': 'urn:x', '@type': 'Agreement', permission: [{ action: 'use' }] },
  ...changed,
});
const issue = (changed: Partial<IssueParameters> = {}) =>
  test.store.transaction((tx) => grants.issue(tx, terms(changed)));
const adopt = async (grant: Grant, given?: unknown) =>
  test.store.transaction(async (tx) => {
    const disclosure = given ?? (await grants.disclose(tx, grant));
    const { agreement, policy } = grant;
    return grants.adopt(tx, { participant: 'farms', agreement, provider: 'civil', policy, disclosure });
  });
const active = async (changed: Partial<IssueParameters> = {}) => {
  const grant = await issue(changed);
  await settle();
  return grant;
};
const use = (grant: Grant, changed: { at?: Date; purpose?: string } = {}) =>
  test.store.transaction((tx) =>
    grants.use(tx, grant, { at: test.house.now(), purpose: grant.purpose, caseNumber: 'C-1', ...changed }),
  );
const stateOf = async (participant: string, { id }: Grant) => (await grants.read(participant, id))?.state;
const act = (participant: string, { id }: Grant, reason = 'because') => ({ participant, id, reason });

it('is pending until the chain has it, and then holds on both sides', async () => {
  const grant = await issue();
  const other = await adopt(grant);
  expect([grant.state, other.state, other.id]).toEqual(['pending', 'pending', grant.id]);
  await expect(use(grant)).rejects.toMatchObject({ code: 'GRANT_PENDING', retryable: true });
  await expect(grants.assertFresh(grant)).rejects.toMatchObject({ code: 'GRANT_PENDING' });
  await settle();
  expect(await stateOf('civil', grant)).toBe('active');
  expect(await stateOf('farms', grant)).toBe('active');
  expect((await grants.readByAgreement('farms', grant.agreement))?.transaction).toMatch(/^0x[0-9a-f]{64}$/);
  expect(await use(grant)).toBe(1);
  await grants.assertFresh(grant);
  expect(changes).toEqual([
    ['civil', null, 'pending'],
    ['farms', null, 'pending'],
    ['civil', 'pending', 'active'],
    ['farms', 'pending', 'active'],
  ]);
});

it('is nothing when its transaction is undone, and one when it is issued twice', async () => {
  const given = terms();
  const undone = test.store.transaction(async (tx) => {
    await grants.issue(tx, given);
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  await settle();
  expect(await grants.readByAgreement('civil', given.agreement)).toBeNull();
  expect(model.height()).toBe(10);
  const [first, second] = await Promise.all([issue(given), issue(given)]);
  expect(second.id).toBe(first.id);
  await settle();
  expect(model.height()).toBe(11);
  await expect(issue({ ...given, purpose: 'OTHER' })).rejects.toMatchObject({ code: 'GRANT_EXISTS' });
});

it('gives exactly as many as granted to 1,000 requests at once', async () => {
  const grant = await active({ maxCount: 137 });
  const results = await Promise.allSettled(Array.from({ length: 1_000 }, () => use(grant)));
  const numbers = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  expect(numbers.sort((one, other) => one - other)).toEqual(Array.from({ length: 137 }, (_, at) => at + 1));
  const codes = results.flatMap((result) => (result.status === 'rejected' ? [result.reason.code] : []));
  expect(new Set(codes)).toEqual(new Set(['GRANT_EXHAUSTED']));
  expect((await grants.read('civil', grant.id))?.used).toBe(137);
});

it('takes a use back that is undone', async () => {
  const grant = await active({ maxCount: 1 });
  const undone = test.store.transaction(async (tx) => {
    await grants.use(tx, grant, { at: test.house.now(), purpose: grant.purpose, caseNumber: null });
    throw new Error('the source failed');
  });
  await expect(undone).rejects.toThrow('the source failed');
  expect(await use(grant)).toBe(1);
  await expect(use(grant)).rejects.toMatchObject({ code: 'GRANT_EXHAUSTED' });
});

it('is used no more often than its agreement says, however many ask, and says when again', async () => {
  const often = (...limits: string[]) => ({
    '@id': 'urn:x',
    '@type': 'Agreement',
    permission: limits.map((rightOperand) => ({
      action: 'use',
      constraint: [{ leftOperand: 'xy:frequency', operator: 'lteq', rightOperand }],
    })),
  });
  const started = test.house.now().getTime();
  const after = (seconds: number) => ({ at: new Date(started + seconds * 1_000) });
  const grant = await active({ policy: often('3/PT1H', '1000000000/P1M'), notAfter: after(9_000).at });
  const several = await Promise.allSettled(Array.from({ length: 20 }, () => use(grant, after(0))));
  expect(several.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  const refused = several.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  expect(new Set(refused.map(({ code, status }) => `${status} ${code}`))).toEqual(new Set(['429 GRANT_TOO_OFTEN']));
  // What was refused is not counted, and room comes as each use leaves the hour.
  expect((await grants.read('civil', grant.id))?.used).toBe(3);
  await expect(use(grant, after(3_590))).rejects.toMatchObject({ details: { retryAfterSeconds: 10 } });
  expect(await use(grant, after(3_600))).toBe(4);
  expect(await use(grant, after(5_000))).toBe(5);
  expect(await use(grant, after(5_001))).toBe(6);
  await expect(use(grant, after(7_199))).rejects.toMatchObject({ details: { retryAfterSeconds: 1 } });
  expect(await use(grant, after(7_200))).toBe(7);
  // A limit that cannot be understood allows nothing.
  const unclear = await active({ policy: often('often') });
  await expect(use(unclear)).rejects.toMatchObject({ code: 'GRANT_TOO_OFTEN', details: {} });
});

it('holds for its purpose and its time only', async () => {
  const grant = await active();
  await expect(use(grant, { purpose: 'OTHER' })).rejects.toMatchObject({ code: 'GRANT_PURPOSE_DIFFERS' });
  await expect(use(grant, { at: new Date(grant.notBefore.getTime() - 1) })).rejects.toMatchObject({
    code: 'GRANT_NOT_YET',
  });
  await expect(use(grant, { at: grant.notAfter })).rejects.toMatchObject({ code: 'GRANT_EXPIRED' });
  expect(await use(grant, { at: new Date(grant.notAfter.getTime() - 1) })).toBe(1);
});

it('ends by itself, on both sides', async () => {
  const notAfter = new Date(test.house.now().getTime() + 5_000);
  const grant = await active({ notAfter });
  await adopt(grant);
  await settle();
  test.passTime(5_001);
  await expect(use(grant)).rejects.toMatchObject({ code: 'GRANT_EXPIRED' });
  await expect(grants.assertFresh(grant)).rejects.toMatchObject({ code: 'GRANT_EXPIRED' });
  await settle();
  expect(await stateOf('civil', grant)).toBe('expired');
  expect(await stateOf('farms', grant)).toBe('expired');
  await expect(grants.suspend(act('civil', grant))).rejects.toMatchObject({ code: 'GRANT_ACT_NOT_ALLOWED' });
});

it('is suspended at once and resumed when the chain says so', async () => {
  const grant = await active();
  await adopt(grant);
  await settle();
  await grants.suspend(act('civil', grant));
  await expect(use(grant)).rejects.toMatchObject({ code: 'GRANT_SUSPENDED' });
  expect(await stateOf('farms', grant)).toBe('active');
  await settle();
  expect(await stateOf('farms', grant)).toBe('suspended');
  const resumed = await grants.resume(act('civil', grant));
  expect(resumed.state).toBe('suspended');
  await settle();
  expect(await stateOf('civil', grant)).toBe('active');
  expect(await stateOf('farms', grant)).toBe('active');
  await expect(grants.resume(act('civil', grant))).rejects.toMatchObject({ code: 'GRANT_ACT_NOT_ALLOWED' });
});

it('keeps the order of messages that were decided while the chain stood still', async () => {
  const grant = await issue();
  await grants.suspend(act('civil', grant));
  await grants.resume(act('civil', grant));
  await grants.suspend(act('civil', grant));
  await settle();
  expect(await stateOf('civil', grant)).toBe('suspended');
  const calls = await test.store.sql`
    SELECT kind, state FROM exchange.grant_calls WHERE grant_id = ${grant.id} ORDER BY number`;
  expect(calls.map(({ kind, state }) => [kind, state])).toEqual([
    ['issue', 'done'],
    ['suspend', 'done'],
    ['resume', 'done'],
    ['suspend', 'done'],
  ]);
});

it('is revoked at once, before messages that still wait, and for good', async () => {
  const grant = await active();
  await adopt(grant);
  await settle();
  await model.setStanding(true);
  await grants.suspend(act('civil', grant));
  await grants.revoke(act('civil', grant));
  await expect(use(grant)).rejects.toMatchObject({ code: 'GRANT_REVOKED' });
  await model.setStanding(false);
  await settle();
  expect(await stateOf('farms', grant)).toBe('revoked');
  expect(model.height()).toBe(12);
  for (const kind of ['suspend', 'resume', 'revoke'] as const)
    await expect(grants[kind](act('civil', grant))).rejects.toMatchObject({ code: 'GRANT_ACT_NOT_ALLOWED' });
});

it('lets the consumer renounce, and nobody do what is another’s', async () => {
  const grant = await active();
  await adopt(grant);
  await settle();
  for (const kind of ['suspend', 'resume', 'revoke'] as const)
    await expect(grants[kind](act('farms', grant))).rejects.toMatchObject({ code: 'GRANT_ACT_NOT_ALLOWED' });
  await expect(grants.renounce(act('civil', grant))).rejects.toMatchObject({ code: 'GRANT_ACT_NOT_ALLOWED' });
  await expect(grants.revoke(act('police', grant))).rejects.toMatchObject({ code: 'GRANT_UNKNOWN' });
  await grants.renounce(act('farms', grant));
  await settle();
  expect(await stateOf('civil', grant)).toBe('renounced');
  await expect(use(grant)).rejects.toMatchObject({ code: 'GRANT_RENOUNCED' });
});

it('is still changed by its parties after they got other chain keys', async () => {
  const grant = await active();
  await adopt(grant);
  const held = await active();
  await settle();
  for (const slug of ['civil', 'bureau']) {
    const before = (await identity.ensure(slug)).chainAddress;
    await test.store.transaction((tx) => identity.rotate(tx, slug, ['chain']));
    identity.forget(slug);
    expect((await identity.ensure(slug)).chainAddress).not.toBe(before);
  }
  await grants.revoke(act('civil', grant));
  await grants.arbitrate({ ...act('bureau', held), act: 'suspend' });
  await settle();
  expect(await stateOf('farms', grant)).toBe('revoked');
  expect(await stateOf('civil', held)).toBe('suspended');
});

it('is suspended by the data authority, whose suspension the provider cannot lift', async () => {
  const grant = await active();
  await grants.arbitrate({ ...act('bureau', grant), act: 'suspend' });
  await settle();
  expect(await stateOf('civil', grant)).toBe('suspended');
  await expect(grants.resume(act('civil', grant))).rejects.toMatchObject({
    message: expect.stringContaining('the data authority suspended it'),
  });
  await expect(grants.arbitrate({ ...act('police', grant), act: 'resume' })).rejects.toMatchObject({
    code: 'GRANT_ACT_NOT_ALLOWED',
  });
  await grants.arbitrate({ ...act('bureau', grant), act: 'resume' });
  await settle();
  expect(await stateOf('civil', grant)).toBe('active');
});

it('releases a key only after it read the chain, and fails closed', async () => {
  const grant = await active();
  await adopt(grant);
  const key = Buffer.alloc(32, 7);
  const release = () => grants.releaseKey({ grant, transfer: 'urn:uuid:t', key });
  expect(Buffer.from(await identity.open('farms', await release()))).toEqual(key);
  model.setSilent(true);
  await expect(release()).rejects.toMatchObject({ code: 'GRANT_CHAIN_SILENT', status: 503, retryable: true });
  model.setSilent(false);
  model.setBlockTime(new Date(Date.now() - 61_000));
  await expect(release()).rejects.toMatchObject({ code: 'GRANT_CHAIN_SILENT' });
  model.setBlockTime(null);
  await world.suspend('farms');
  await expect(release()).rejects.toMatchObject({ code: 'GRANT_PARTY_UNKNOWN' });
  await world.suspend('farms', false);
  // The chain knows of a revocation that the own row has not heard of.
  await grants.revoke(act('civil', grant));
  for (let step = 0; step < 2; step += 1) await settle();
  await test.store.sql`
    UPDATE exchange.grants SET state = 'active', ended_here = NULL, chain_stage = 1 WHERE participant = 'civil'`;
  await expect(release()).rejects.toMatchObject({ code: 'GRANT_REVOKED' });
  const records = await test.store.sql`
    SELECT outcome, detail->>'code' AS code FROM exchange.records
    WHERE kind = 'key.released' AND grant_id = ${grant.id} ORDER BY place`;
  expect(records.map(({ outcome, code }) => [outcome, code])).toEqual([
    ['ok', null],
    ['failed', 'GRANT_CHAIN_SILENT'],
    ['failed', 'GRANT_CHAIN_SILENT'],
    ['refused', 'GRANT_PARTY_UNKNOWN'],
    ['refused', 'GRANT_REVOKED'],
  ]);
});

it('believes neither an agreement nor a chain that says something else', async () => {
  const grant = await active();
  const disclosure = await test.store.transaction((tx) => grants.disclose(tx, grant));
  await expect(adopt(grant, { ...disclosure, items: 'all' })).rejects.toMatchObject({
    code: 'GRANT_DISCLOSURE_INVALID',
    message: expect.stringContaining('/items'),
  });
  await expect(adopt(grant, { ...disclosure, id: `0x${'1'.repeat(64)}` })).rejects.toMatchObject({
    code: 'GRANT_DISCLOSURE_INVALID',
  });
  const wrong = await adopt(grant, { ...disclosure, items: ['holder', 'income'] });
  await settle();
  const kept = await grants.read('farms', wrong.id);
  expect([kept?.state, kept?.reason]).toEqual(['pending', 'the chain has another columns']);
  await expect(grants.assertFresh(wrong)).rejects.toMatchObject({ code: 'GRANT_CHAIN_DIFFERS' });
});

it('loses nothing to a chain that is silent, and doubles nothing when an answer is lost', async () => {
  const grant = await issue();
  model.setSilent(true);
  await settle().catch(() => undefined);
  expect(await stateOf('civil', grant)).toBe('pending');
  model.setSilent(false);
  // Carried, but whoever carried it died before it could write that down.
  const { submit } = model.relay;
  let lost = 0;
  model.relay.submit = async (call) => {
    await submit(call);
    model.relay.submit = submit;
    lost += 1;
    throw new Error('the answer was lost');
  };
  await settle();
  expect([lost, model.height(), await stateOf('civil', grant)]).toEqual([1, 11, 'active']);
});

it('follows a reorganisation back', async () => {
  const grant = await active();
  await grants.suspend(act('civil', grant));
  await settle();
  await grants.resume(act('civil', grant));
  await settle();
  expect(await stateOf('civil', grant)).toBe('active');
  model.dropFrom(13);
  await settle();
  expect(await stateOf('civil', grant)).toBe('suspended');
  const [events] = await test.store.sql`SELECT count(*)::int FROM exchange.grant_events`;
  expect(events?.count).toBe(2);
});

it('refuses what cannot be granted', async () => {
  const wrong: [Partial<IssueParameters>, string][] = [
    [{ items: [] }, 'GRANT_TERMS_INVALID'],
    [{ items: ['a', 'a'] }, 'GRANT_TERMS_INVALID'],
    [{ purpose: '' }, 'GRANT_TERMS_INVALID'],
    [{ version: 0 }, 'GRANT_TERMS_INVALID'],
    [{ maxCount: 0 }, 'GRANT_TERMS_INVALID'],
    [{ notAfter: new Date(0) }, 'GRANT_TERMS_INVALID'],
    [{ consumer: 'civil' }, 'GRANT_TERMS_INVALID'],
    [{ consumer: 'nobody' }, 'GRANT_PARTY_UNKNOWN'],
    [{ policy: { '@id': 'x', '@type': 'Agreement' } }, 'POLICY_INVALID'],
  ];
  for (const [changed, code] of wrong) await expect(issue(changed)).rejects.toMatchObject({ code });
  expect(await test.store.sql`SELECT FROM exchange.grants`).toHaveLength(0);
});

/** Calls the API as a person: `department/role`. */
async function openApi() {
  const rights = openRights({ isFounded: () => true });
  const app = Fastify();
  app.decorateRequest('principal', null);
  app.addHook('preParsing', async (request) => {
    const [member = '', role = ''] = String(request.headers['x-as']).split('/');
    const what = { kind: 'person' as const, scopes: [], standing: 'admitted' as const, platform: false };
    request.principal = { ...what, id: 'p', name: 'p', member, roles: [role as Role], secondFactor: true };
    rights.require({ principal: request.principal, action: request.routeOptions.config.access as Action });
  });
  app.setErrorHandler((error, _, reply) =>
    error instanceof XiangyuError ? reply.code(error.status).send({ code: error.code }) : reply.send(error),
  );
  await app.register(grantRoutes(grants));
  return async (as: string, path: string, payload?: object) => {
    const method = payload ? 'POST' : 'GET';
    const url = `/api/exchange/${path}`;
    const answer = await app.inject({ method, url, headers: { 'x-as': as }, ...(payload ? { payload } : {}) });
    return { status: answer.statusCode, body: answer.json() };
  };
}

it('shows and changes grants over HTTP, each to those whom it concerns', async () => {
  const ask = await openApi();
  const first = await active();
  await adopt(first);
  const others = [await active(), await active(), await active()];
  const reason = { reason: 'Not needed any more 不再需要' };
  const pages: string[] = [];
  let token = '';
  do {
    const { body } = await ask('civil/viewer', `grants?perPage=3${token ? `&pageToken=${token}` : ''}`);
    pages.push(...body.items.map(({ id }: { id: string }) => id));
    token = body.nextPageToken ?? '';
  } while (token);
  expect(pages.sort()).toEqual([first, ...others].map(({ id }) => id).sort());
  expect((await ask('farms/viewer', 'grants')).body.items).toHaveLength(1);
  // Whose grants they are is not the caller's to say.
  expect((await ask('police/viewer', 'grants?participant=civil')).body.items).toEqual([]);
  expect(await ask('civil/viewer', 'grants?pageToken=x')).toMatchObject({ body: { code: 'GRANT_PAGE_TOKEN_WRONG' } });

  const revoke = `grants/${first.id}/revoke`;
  expect((await ask('civil/viewer', revoke, reason)).status).toBe(403);
  expect((await ask('civil/steward', revoke, { reason: '  ' })).status).toBe(400);
  expect((await ask('police/steward', revoke, reason)).body.code).toBe('GRANT_UNKNOWN');
  expect((await ask('farms/steward', revoke, reason)).body.code).toBe('GRANT_ACT_NOT_ALLOWED');
  expect(await ask('civil/steward', revoke, reason)).toMatchObject({ status: 200, body: { state: 'revoked' } });
  const held = `grants/${others[0]?.id}`;
  const arbitration = { act: 'suspend', ...reason };
  expect((await ask('police/steward', `${held}/arbitration`, arbitration)).body.code).toBe('GRANT_ACT_NOT_ALLOWED');
  expect((await ask('bureau/steward', `${held}/arbitration`, arbitration)).status).toBe(202);
  await settle();

  const { body: facts } = await ask('civil/viewer', `grants/${first.id}`);
  expect(facts.onChain).toMatchObject({ stage: 2, holds: 0 });
  expect(facts.history.map(({ act, state, reason: words }: Record<string, string>) => [act, state, words])).toEqual([
    ['issue', 'done', null],
    ['revoke', 'done', reason.reason],
  ]);
  // The other side sees that it was done, and the digest of why.
  const { body: theirs } = await ask('farms/viewer', `grants/${first.id}`);
  expect(theirs.grant.state).toBe('revoked');
  expect(theirs.history[1]).toMatchObject({ act: 'revoke', state: 'seen', reason: null });
  expect(theirs.history[1].reasonDigest).toBe(facts.history[1].reasonDigest);
  expect((await ask('police/viewer', `grants/${first.id}`)).body.code).toBe('GRANT_UNKNOWN');
  expect((await ask('bureau/viewer', held)).body).toMatchObject({ grant: null, onChain: { holds: 2 } });
  expect((await ask('bureau/steward', 'grants/arbitrated')).body.items).toHaveLength(4);
  expect((await ask('police/steward', 'grants/arbitrated?participant=bureau')).body.items).toHaveLength(0);

  const { body: map } = await ask('police/viewer', 'map');
  expect(map.nodes.map(({ id }: { id: string }) => id).sort()).toEqual(['bureau', 'civil', 'farms', 'police']);
  expect(map.edges).toMatchObject([{ from: 'civil', to: 'farms', active: 2, suspended: 1, ended: 1, datasets: 1 }]);
});

it('puts nothing on the chain that could be guessed or read', async () => {
  const grant = await active();
  await grants.revoke(act('civil', grant, '张三 asked for it'));
  await settle();
  const events = JSON.stringify(await test.store.sql`SELECT * FROM exchange.grant_events`);
  const calls = await test.store.sql<{ data: string }[]>`SELECT data FROM exchange.grant_calls`;
  const hexOf = (text: string) => Buffer.from(text).toString('hex');
  for (const text of [grant.purpose, ...grant.items, grant.agreement, grant.dataset, '张三']) {
    expect(events).not.toContain(text);
    for (const { data } of calls) expect(data).not.toContain(hexOf(text));
  }
  // Two grants of the same columns for the same purpose do not look alike.
  const other = await active();
  const [one, two] = await Promise.all([grant, other].map(({ agreement }) => grants.evidence('civil', agreement)));
  type Evidence = { chain: { terms: Record<string, string> } };
  const termsOf = (evidence: unknown) => (evidence as Evidence).chain.terms;
  expect(termsOf(one).dataset).toBe(termsOf(two).dataset);
  expect(termsOf(one).purpose).not.toBe(termsOf(two).purpose);
  expect(termsOf(one).columns).not.toBe(termsOf(two).columns);
});
