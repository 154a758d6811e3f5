import { randomUUID } from 'node:crypto';
import fastify from 'fastify';
import {
  createPublicClient,
  createWalletClient,
  defineChain,
  type Hex,
  http,
  keccak256,
  numberToHex,
  zeroAddress,
} from 'viem';
import { generatePrivateKey, type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts';
import { afterAll, beforeAll, expect, inject, it, vi } from 'vitest';
import { openAudit } from '../audit/audit.ts';
import { ledgerNotary } from '../audit/ledgerNotary.ts';
import type { OwnIdentity } from '../identity/openIdentity.ts';
import { createTestWorld, openTestIdentity, type TestWorld } from '../identity/testing.ts';
import { openTestHouse, type TestHouse } from '../testing.ts';
import { chainRoutes } from './chainRoutes.ts';
import type { GrantChain } from './grantChain.ts';
import type { ChainRelay, Grant, Grants, IssueParameters } from './grants.ts';
import { httpChain, httpRelay } from './httpChain.ts';
import { ledgerChain, ledgerRelay } from './ledgerChain.ts';
import { lookUp, readSequence } from './lookUp.ts';
import { measureRevocation } from './measureRevocation.ts';
import { openGrants } from './openGrants.ts';
import { readRefusal } from './readRefusal.ts';
import { type ChainTerms, grantIdOfDigest, lower } from './terms.ts';
import { applyMessage, type ModelGrant, type ModelMessage } from './testing/modelContract.ts';
import { type ActKind, actData, encodeAct, encodeIssue, issueData } from './typedData.ts';

const evmChainId = 7002;
const stop = new AbortController();
let world: TestWorld;
let platform: TestHouse;
let elsewhere: TestHouse;
let chain: GrantChain;
let contract: Hex;
let hosted: Grants;
let standalone: Grants;
let policeKeys: OwnIdentity;
const app = fastify();
const running: Promise<void>[] = [];

/** Opens the grants of a house as its process would, and runs them. */
async function open(test: TestHouse, participants: readonly string[], chainOf: GrantChain, relay: ChainRelay) {
  const { identity, registry } = await openTestIdentity({ house: test.house, participants, world });
  const sources = { resolve: async () => null, readGrant: async () => null };
  const audit = openAudit({ house: test.house, signer: identity, notary: ledgerNotary(test.ledger), sources });
  const grants = openGrants({ house: test.house, identity, registry, audit, chain: chainOf, relay });
  running.push(grants.run(stop.signal));
  return { grants, registry, identity };
}

beforeAll(async () => {
  world = await createTestWorld();
  const node = { espaceUrls: [inject('espaceUrl')], coreUrl: inject('coreUrl'), evmChainId };
  [platform, elsewhere] = await Promise.all([
    openTestHouse(['civil', 'farms'], {}, { chain: node, genesisKey: inject('genesisKey'), anchorIntervalMs: 60_000 }),
    openTestHouse(['police']),
  ]);
  running.push(platform.ledger.run(stop.signal));
  const relay = ledgerRelay(platform);
  chain = ledgerChain({ ledger: platform.ledger, evmChainId });
  const opened = await open(platform, ['civil', 'farms'], chain, relay);
  hosted = opened.grants;
  await app.register(chainRoutes({ house: platform.house, registry: opened.registry, chain, relay, mostADay: 4 }));
  const platformUrl = await app.listen({ port: 0, host: '127.0.0.1' });
  const remote = { platformUrl, rpcUrl: inject('espaceUrl'), evmChainId };
  ({ grants: standalone, identity: policeKeys } = await open(
    elsewhere,
    ['police'],
    httpChain(remote),
    httpRelay(remote),
  ));
  contract = await vi.waitFor(() => chain.contract(), { timeout: 60_000, interval: 100 });
});
afterAll(async () => {
  stop.abort();
  await Promise.all(running);
  await app.close();
  await Promise.all([platform.close(), elsewhere.close()]);
});

const terms = (participant: string): IssueParameters => ({
  participant,
  agreement: `urn:uuid:${randomUUID()}`,
  consumer: 'farms',
  dataset: 'urn:uuid:6b0a3a3e-7f51-4d0c-9c1c-3a2f2b1f0d11',
  version: 1,
  purpose: 'SUBSIDY-ECO-FARM',
  items: ['holder'],
  notBefore: new Date(Date.now() - 60_000),
  notAfter: new Date(Date.now() + 3_600_000),
  maxCount: 5,
  policy: { '@id': 'urn:x', '@type': 'Agreement', permission: [{ action: 'use' }] },
});

/** Issues at the provider, adopts at the consumer, as their agreement would. */
async function agree(test: TestHouse, provider: Grants, participant: string): Promise<Grant> {
  const given = terms(participant);
  const [grant, disclosure] = await test.store.transaction(async (tx) => {
    const issued = await provider.issue(tx, given);
    return [issued, await provider.disclose(tx, issued)] as const;
  });
  const { agreement, policy } = given;
  await platform.store.transaction((tx) =>
    hosted.adopt(tx, { participant: 'farms', agreement, provider: participant, policy, disclosure }),
  );
  const both = () => Promise.all([provider.read(participant, grant.id), hosted.read('farms', grant.id)]);
  await vi.waitFor(async () => expect((await both()).map((one) => one?.state)).toEqual(['active', 'active']), {
    timeout: 30_000,
    interval: 100,
  });
  return grant;
}

it('goes the whole way on a real chain, and revocation is measured', async () => {
  const grant = await agree(platform, hosted, 'civil');
  await hosted.assertFresh(grant);
  const { terms: held, stage } = await lookUp(chain, grant.id);
  expect([stage, held.maxCount, held.version]).toEqual([1, 5, 1]);
  expect(await hosted.evidence('civil', grant.agreement)).toMatchObject({ state: 'active', chain: { contract } });
  const other = await hosted.read('farms', grant.id);
  if (!other) throw new Error('the consumer has no row');
  const measured = await measureRevocation({
    provider: hosted,
    grant,
    request: () =>
      platform.store.transaction((tx) =>
        hosted.use(tx, grant, { at: new Date(), purpose: grant.purpose, caseNumber: null }),
      ),
    readChain: () => hosted.assertFresh(other),
    chain,
    signal: AbortSignal.timeout(30_000),
  });
  // The provider refuses by itself; whoever only reads the chain, within seconds.
  expect(measured.requestSeconds).toBeLessThan(2);
  expect(measured.chainSeconds).toBeLessThan(30);
  expect(measured.chainBlocks).toBeGreaterThan(0);
}, 90_000);

it('serves connectors elsewhere, and carries nothing else for anybody', async () => {
  const grant = await agree(elsewhere, standalone, 'police');
  await standalone.assertFresh(grant);
  const [call] = await elsewhere.store.sql<{ data: Hex; reference: string }[]>`
    SELECT data, reference FROM exchange.grant_calls WHERE grant_id = ${grant.id}`;
  if (!call) throw new Error('the issuance is not in the outbox');
  const post = (body: object) => app.inject({ method: 'POST', url: '/api/exchange/chain', payload: body });
  const carried = { participant: 'police', to: contract, data: call.data, key: `${keccak256(call.data)}#1` };
  const again = await post(carried);
  expect([again.statusCode, again.json()]).toEqual([202, { reference: call.reference }]);
  const stranger = privateKeyToAccount(generatePrivateKey());
  const message = { grant: grant.id, sequence: 1, reason: numberToHex(1, { size: 32 }) };
  const place = { evmChainId, contract };
  const forged = encodeAct('revoke', message, await stranger.signTypedData(actData(place, 'revoke', message)));
  const keyed = (data: Hex) => ({ ...carried, data, key: `${keccak256(data)}#1` });
  const refused: [object, string][] = [
    [{ ...carried, to: zeroAddress }, 'not the contract'],
    [{ ...carried, key: `${keccak256('0x')}#1` }, 'its key is not'],
    [{ ...carried, key: `${keccak256(call.data)}#10` }, 'its key is not'],
    [{ ...carried, participant: 'civil' }, 'not signed with the chain key of civil'],
    [keyed(`${call.data}00`), 'bytes that say nothing'],
    [keyed('0x12345678'), 'no call of the contract'],
    [keyed(forged), 'not signed with the chain key of police'],
    [{ ...carried, key: `${keccak256(call.data)}#2` }, 'AlreadyIssued'],
  ];
  for (const [body, words] of refused) {
    const answer = await post(body);
    expect([answer.statusCode, answer.json().message]).toEqual([400, expect.stringContaining(words)]);
  }
  await world.suspend('police');
  try {
    // A suspended member may still stop data, and nothing else.
    await standalone.suspend({ participant: 'police', id: grant.id, reason: 'suspended' });
    const farmState = async () => (await hosted.read('farms', grant.id))?.state;
    await vi.waitFor(async () => expect(await farmState()).toBe('suspended'), { timeout: 20_000, interval: 100 });
    await standalone.resume({ participant: 'police', id: grant.id, reason: 'resumed' });
    const problem = async () =>
      (await elsewhere.store.sql`SELECT problem FROM exchange.grant_calls WHERE kind = 'resume'`)[0]?.problem;
    await vi.waitFor(async () => expect(await problem()).toContain('the connector of police is suspended'), {
      timeout: 20_000,
      interval: 100,
    });
  } finally {
    await world.suspend('police', false);
  }
  // The key that a grant was issued with still ends it, after the connector got another one.
  await elsewhere.store.transaction((tx) => policeKeys.rotate(tx, 'police', ['chain']));
  policeKeys.forget('police');
  await standalone.revoke({ participant: 'police', id: grant.id, reason: 'over' });
  const ended = async () => (await hosted.read('farms', grant.id))?.state;
  await vi.waitFor(async () => expect(await ended()).toBe('revoked'), { timeout: 20_000, interval: 100 });
}, 60_000);

/** Numbers that a seed determines. */
function openRandom(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    below: (end: number) => Math.floor(next() * end),
    one: <Item>(items: readonly Item[]) => items[Math.floor(next() * items.length)] as Item,
  };
}

const accounts = Array.from({ length: 4 }, (_, at) => privateKeyToAccount(numberToHex(0xa11ce + at, { size: 32 })));
const addressOf = (account: PrivateKeyAccount) => lower(account.address);
const word = (number: number) => numberToHex(number, { size: 32 });

/** An account with funds that sends what it is given, in order, whatever becomes of it. */
async function openSender() {
  const account = privateKeyToAccount(generatePrivateKey());
  const transport = http(inject('espaceUrl'), { batch: { batchSize: 100 } });
  const spec = { id: evmChainId, name: 'test', nativeCurrency: { name: 'CFX', symbol: 'CFX', decimals: 18 } };
  const viemChain = defineChain({ ...spec, rpcUrls: { default: { http: [inject('espaceUrl')] } } });
  const reader = createPublicClient({ chain: viemChain, transport });
  const wallet = createWalletClient({ account, chain: viemChain, transport });
  await platform.ledger.transactions.submit({
    tenant: 'test',
    idempotencyKey: account.address,
    signer: platform.ledger.treasuryAddress,
    to: lower(account.address),
    value: 10n ** 18n,
  });
  const balance = () => reader.getBalance({ address: account.address });
  await vi.waitFor(async () => expect(await balance()).toBeGreaterThan(0n), { timeout: 30_000, interval: 100 });
  return async (calls: readonly Hex[]): Promise<boolean[]> => {
    const fees = { gas: 500_000n, maxFeePerGas: 100n, maxPriorityFeePerGas: 1n };
    const hashes = await Promise.all(
      calls.map((data, nonce) => wallet.sendTransaction({ to: contract, data, nonce, ...fees })),
    );
    const receiptOf = (hash: Hex) =>
      vi.waitFor(() => reader.getTransactionReceipt({ hash }), { timeout: 30_000, interval: 200 });
    return Promise.all(hashes.map(async (hash) => (await receiptOf(hash)).status === 'success'));
  };
}

it('keeps the rules that are written a second time, for messages at random', async () => {
  const seed = Number(process.env.GRANTS_SEED ?? 20_261_121);
  const random = openRandom(seed);
  const place = { evmChainId, contract };
  const base = seed * 1_000;
  const known: ChainTerms[] = [];
  const terms = (): ChainTerms => ({
    provider: addressOf(random.one(accounts)),
    notBefore: random.below(3),
    notAfter: 1 + random.below(8),
    consumer: random.below(12) === 0 ? zeroAddress : addressOf(random.one(accounts)),
    version: random.below(2 ** 31),
    maxCount: random.below(10),
    arbiter: random.below(3) === 0 ? zeroAddress : addressOf(random.one(accounts)),
    agreement: word(base + random.below(5)),
    dataset: word(random.below(9)),
    purpose: word(random.below(9)),
    columns: word(random.below(9)),
    policy: word(random.below(9)),
  });
  async function makeMessage(step: number): Promise<{ message: ModelMessage; data: Hex }> {
    // Now and then the signature of another chain, of another contract, or of nobody entitled.
    const wrong = random.below(14);
    const where =
      wrong === 0
        ? { ...place, evmChainId: 1 }
        : wrong === 1
          ? { ...place, contract: word(1).slice(0, 42) as Hex }
          : place;
    if (random.below(4) === 0 || known.length === 0) {
      const given = terms();
      const owner = accounts.find((account) => addressOf(account) === given.provider);
      const account = random.below(10) === 0 || !owner ? random.one(accounts) : owner;
      const signature = await account.signTypedData(issueData(where, given));
      const signer = where === place ? addressOf(account) : lower(word(0).slice(0, 42) as Hex);
      known.push(given);
      return { message: { kind: 'issue', terms: given, signer }, data: encodeIssue(given, signature) };
    }
    const kind = random.one<ActKind>(['suspend', 'suspend', 'resume', 'resume', 'revoke', 'renounce']);
    const of = random.one(known);
    // Mostly a party of the grant, in the order of its messages.
    const fit = random.one([of.provider, of.provider, kind === 'renounce' ? of.consumer : of.arbiter]);
    const party = accounts.find((one) => addressOf(one) === fit);
    const account = random.below(5) === 0 || !party ? random.one(accounts) : party;
    const sequence = random.below(5) === 0 ? random.below(30) : 1 + Math.floor(step / 8);
    const message = { grant: grantIdOfDigest(of.provider, of.agreement), sequence, reason: word(random.below(5)) };
    const signature = await account.signTypedData(actData(where, kind, message));
    const { grant } = message;
    const signer = where === place ? addressOf(account) : zeroAddress;
    return { message: { kind, grant, sequence, signer }, data: encodeAct(kind, message, signature) };
  }
  const steps: { message: ModelMessage; data: Hex }[] = [];
  for (let step = 0; step < 180; step += 1) steps.push(await makeMessage(step));
  const model = new Map<Hex, ModelGrant>();
  const expected = steps.map(({ message }) => applyMessage(model, message));
  const send = await openSender();
  const found = await send(steps.map(({ data }) => data));
  expect(found, `GRANTS_SEED=${seed}`).toEqual(expected.map((error) => error === null));
  // Every rule was tried.
  expect(new Set(expected)).toEqual(
    new Set([
      null,
      'PartiesWrong',
      'PeriodWrong',
      'WrongSigner',
      'AlreadyIssued',
      'UnknownGrant',
      'StaleSequence',
      'GrantEnded',
      'NotHeld',
    ]),
  );
  const shown = await Promise.all([...model.keys()].map((id) => lookUp(chain, id)));
  const wanted = [...model.values()].map(({ terms: given, stage, holds }) => ({ terms: given, stage, holds }));
  expect(shown.map(({ terms: given, stage, holds }) => ({ terms: given, stage, holds }))).toEqual(wanted);
  const sequences = [...model].flatMap(([id, grant]) =>
    [...grant.sequences].map(([party, last]) => ({ id, party, last })),
  );
  const counted = await Promise.all(sequences.map(({ id, party }) => readSequence(chain, id, party)));
  expect(counted).toEqual(sequences.map(({ last }) => last));
  // Sent again, everything is refused with the contract's own words.
  const accepted = steps.filter((_, at) => expected[at] === null).slice(0, 40);
  const replays = await Promise.all(accepted.map(({ data }) => readRefusal(chain, { contract, data })));
  const names = new Set(replays.map((refusal) => refusal?.name));
  expect([...names].sort()).toEqual(['AlreadyIssued', 'StaleSequence']);
  // Signed by the right account, but for another chain or another contract.
  const [id, grant] = [...model][0] ?? [];
  const owner = accounts.find((account) => addressOf(account) === grant?.terms.provider);
  if (!id || !owner) throw new Error('the walk issued nothing');
  const message = { grant: id, sequence: 1_000, reason: word(0) };
  for (const where of [
    { ...place, evmChainId: 1 },
    { ...place, contract: accounts[0]?.address ?? '0x' },
  ]) {
    const signed = encodeAct('suspend', message, await owner.signTypedData(actData(where, 'suspend', message)));
    expect((await readRefusal(chain, { contract, data: signed }))?.name).toBe('WrongSigner');
  }
}, 120_000);
