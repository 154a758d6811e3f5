import { createHash } from 'node:crypto';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { fastify } from 'fastify';
import { encodeFunctionData, type Hex } from 'viem';
import { generatePrivateKey, type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { allianceGovernorAbi } from '../../contracts/generated/AllianceGovernor.ts';
import { memberRegistryAbi } from '../../contracts/generated/MemberRegistry.ts';
import { type Ledger, openLedger } from '../../ledger/index.ts';
import { createLedgerDatabase, ledgerParameters } from '../../ledger/testing.ts';
import { migrate } from '../../store/index.ts';
import { silentLogger, type TestDatabase } from '../../store/testing.ts';
import { type Entry, encodeKinds, hashEntry, memberId } from '../chain/members.ts';
import { type AllianceContracts, describeProposal, encodeDecision, hashProposal } from '../chain/proposals.ts';
import {
  createRelayer,
  createTestCharter,
  deployTestAlliance,
  encodeEnrol,
  type Relayer,
  signData,
  testChainId,
} from '../chain/testing.ts';
import { applicationData } from '../chain/typedData.ts';
import { hashProfile } from '../founding/charter.ts';
import { allianceMigrations } from '../index.ts';
import { testPerson } from '../testing.ts';
import { readNonce } from './askChain.ts';
import { composeProposal } from './composeProposal.ts';
import { openVotes, type Votes } from './openVotes.ts';
import { toProposalId } from './projection/applyGovernorLog.ts';
import { forgetAll } from './projection/rollBack.ts';
import { votesRoutes } from './routes.ts';
import { followOnce } from './runVotes.ts';
import type { Support } from './sharedSchemas.ts';
import { readFresh, readProjected, signDirectly } from './testing.ts';
import type { VotesContext } from './votesContext.ts';

const periodSeconds = 12;
const { charter, founders } = createTestCharter(5, { votingPeriodSeconds: periodSeconds });
const newAccount = () => privateKeyToAccount(generatePrivateKey());
const account = (index: number) => founders[index]?.account as PrivateKeyAccount;
const newcomer = newAccount();
const profile = { name: { zh: '新来者', en: 'Newcomer' } };
const newcomerEntry: Entry = {
  id: memberId('newcomer'),
  profileHash: hashProfile(profile),
  did: 'did:web:newcomer.example',
  kinds: encodeKinds(['research']),
  key: newcomer.address,
  nodeKey: `0x${'ab'.repeat(64)}`,
  witness: newAccount().address,
};
const words = (text: string) => ({ title: { zh: text, en: text }, text: { zh: `${text}。`, en: `${text}.` } });
const waiting = { timeout: 40_000, interval: 100 };
const stop = new AbortController();
let database: TestDatabase;
let ledger: Ledger;
let votes: Votes;
let context: VotesContext;
let running: Promise<unknown>;
let relayer: Relayer;
let contracts: AllianceContracts;
let indexStop = new AbortController();
let indexing: Promise<void>;

const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => 'accepted',
    (error: { code?: string }) => error.code ?? String(error),
  );
const document = (decision: { type: string; parameters: object }, text: string) =>
  ({ ...decision, ...words(text) }) as Parameters<Votes['prepareProposal']>[0]['document'];

async function signBallot(index: number, proposal: Hex, support: Support, by = account(index)) {
  const member = `founder-${index}`;
  const typedData = await votes.prepareBallot({ proposal, member, support });
  return { proposal, member, support, signature: await signData(by, typedData) };
}
const vote = async (index: number, proposal: Hex, support: Support = 'for') =>
  votes.castBallot(await signBallot(index, proposal, support));
/** Until nothing that a member signed is on its way. */
const untilIdle = (slug: string) =>
  vi.waitFor(async () => {
    const actions = await votes.listActions(slug);
    expect(actions.filter(({ state }) => state === 'submitted')).toEqual([]);
  }, waiting);
const untilEqual = () =>
  vi.waitFor(async () => {
    const projected = await readProjected(votes);
    expect(projected).toEqual(await readFresh(relayer, contracts, projected));
    return projected;
  }, waiting);
const nonceOf = (key: Hex) => readNonce(ledger.reads, contracts.governor, key);
const member = (slug: string) => votes.readMember(slug);
const proposal = (id: Hex) => votes.readProposal(id);

/** A proposal of a founder that does not come through the platform. */
async function sendProposal(index: number, decision: Parameters<typeof encodeDecision>[1], nonce: bigint) {
  const calls = encodeDecision(contracts, decision);
  const digest = createHash('sha256')
    .update(JSON.stringify([decision.type, index]))
    .digest('hex');
  const description = describeProposal(digest);
  const data = await signDirectly(contracts).proposal(account(index), calls, description, nonce);
  return { id: toProposalId(hashProposal(calls, description)), sent: relayer.send(contracts.governor, data) };
}

/** Pays for itself. */
const hasty = newAccount();
const told: { type: string; members: string[]; proposals: string[] }[] = [];
const unlovedDocument = document({ type: 'free', parameters: {} }, 'Nobody votes on this');
let suspending: Hex;
let ruling: Hex;
let publishing: Hex;
let unloved: Hex;

beforeAll(async () => {
  [database, relayer] = await Promise.all([createLedgerDatabase(), createRelayer()]);
  await migrate(database.store, allianceMigrations);
  for (const slug of ['newcomer', 'founder-3', 'second']) {
    await database.store.sql`
      insert into alliance.member (slug, name_zh, name_en, kind) values (${slug}, ${slug}, ${slug}, 'enterprise')`;
  }
  ledger = await openLedger(ledgerParameters(database));
  running = ledger.run(stop.signal);
  indexing = ledger.index.run(indexStop.signal);
  contracts = await deployTestAlliance(relayer, charter);
  context = {
    store: database.store,
    ledger,
    logger: silentLogger,
    readContracts: async () => contracts,
    readCharter: async () => charter,
  };
  votes = openVotes(context);
  running = Promise.all([running, votes.run(stop.signal)]);
  await database.store.listen('live', (payload) => {
    if (payload.includes('"alliance"')) told.push(JSON.parse(payload));
  });
  // Everything behind the deployment is sent at once: the founding, an application, and proposals of founders.
  const place = { chainId: testChainId, contract: contracts.registry };
  const calls = await Promise.all(founders.map((founder) => encodeEnrol(place, charter, founder)));
  const applied = await signData(newcomer, applicationData(place, { entry: newcomerEntry, nonce: 0n }));
  calls.push(encodeFunctionData({ abi: memberRegistryAbi, functionName: 'applyFor', args: [newcomerEntry, applied] }));
  const sent = calls.map((data) => relayer.send(contracts.registry, data));
  sent.push(relayer.send(hasty.address, '0x', 10n ** 18n));
  const suspend = await sendProposal(2, { type: 'suspend', member: memberId('founder-3') }, 0n);
  const rule = await sendProposal(1, { type: 'changeRule', rule: 'quorumPercent', value: 60 }, 0n);
  const scenario = { type: 'publishScenario' as const, id: memberId('kiwi'), uri: 'https://x.example/1' };
  const publish = await sendProposal(4, { ...scenario, digest: `0x${'12'.repeat(32)}` }, 0n);
  const composed = await composeProposal(context, contracts, unlovedDocument);
  const direct = signDirectly(contracts);
  const nobodys = await direct.proposal(account(3), composed.calls, composed.description, 0n);
  const nothing = { id: composed.id, sent: relayer.send(contracts.governor, nobodys) };
  [suspending, ruling, publishing, unloved] = [suspend.id, rule.id, publish.id, nothing.id];
  // A vote begins behind the block of its proposal, so that ballots are sent when those are executed.
  const received = await Promise.all([...sent, suspend.sent, rule.sent, publish.sent, nothing.sent]);
  // It begins with the next second of the chain's clock, and a quick chain makes many blocks in one.
  const stateOf = (id: Hex) =>
    relayer.reader.readContract({
      abi: allianceGovernorAbi,
      address: contracts.governor,
      functionName: 'state',
      args: [BigInt(id)],
    });
  await vi.waitFor(
    async () => expect(await Promise.all([suspending, ruling, publishing, unloved].map(stateOf))).toEqual([1, 1, 1, 1]),
    { timeout: 30_000, interval: 100 },
  );
  const ballots = [
    await direct.ballot(account(2), suspending, 'for', 1n),
    await direct.ballot(account(3), suspending, 'against', 1n),
    await direct.ballot(account(4), suspending, 'for', 1n),
    await direct.ballot(account(2), ruling, 'for', 2n),
    await direct.ballot(account(3), ruling, 'abstain', 2n),
    await direct.ballot(account(4), ruling, 'for', 2n),
    await direct.ballot(account(4), publishing, 'for', 3n),
    await direct.ballot(account(1), publishing, 'for', 1n),
  ].map((data) => relayer.send(contracts.governor, data));
  for (const { status } of [...received, ...(await Promise.all(ballots))]) expect(status).toBe('success');
}, 120_000);

afterAll(async () => {
  stop.abort();
  indexStop.abort();
  await Promise.all([running, indexing]);
  await database.drop();
});

describe('an alliance on the chain', () => {
  let admitting: Hex;

  test('is read as it is: founders, an application, proposals, rules', async () => {
    await vi.waitFor(async () => expect((await votes.listProposals({ perPage: 10 })).items).toHaveLength(4), waiting);
    await vi.waitFor(async () => expect((await proposal(suspending)).ballots).toBe(3), waiting);
    const projected = await untilEqual();
    expect(projected.members).toHaveLength(6);
    expect((await member('founder-1')).profile).toEqual({ name: { zh: 'founder-1', en: 'founder-1' } });
    expect(await member('newcomer')).toMatchObject({ status: 'applied', key: null, did: newcomerEntry.did });
    expect((await member('founder-0')).keys).toMatchObject([{ key: account(0).address.toLowerCase(), until: null }]);
    expect(await proposal(suspending)).toMatchObject({
      type: 'suspend',
      document: null,
      tally: { for: '2', against: '1' },
    });
    const standings = await database.store.sql`select slug, standing from alliance.member order by slug`;
    expect(standings.map(({ slug, standing }) => `${slug} ${standing}`)).toEqual([
      'founder-3 admitted',
      'newcomer applied',
      'second guest',
    ]);
    expect((await database.store.sql`select founded_at from alliance.state`)[0]?.founded_at).toBeInstanceOf(Date);
  });

  test('gets a proposal that a member signed; its document is kept with evidence', async () => {
    const admit = document({ type: 'admit', parameters: { member: 'newcomer' } }, 'Admit the newcomer');
    const prepared = await votes.prepareProposal({ document: admit, member: 'founder-0' });
    expect(prepared.document.parameters).toEqual({ member: 'newcomer', application: hashEntry(newcomerEntry) });
    const forged = await signData(account(1), prepared.typedData);
    expect(await refusal(votes.propose({ document: prepared.document, member: 'founder-0', signature: forged }))).toBe(
      'VOTES_SIGNATURE_FOREIGN',
    );
    const signature = await signData(account(0), prepared.typedData);
    const proposed = { document: prepared.document, member: 'founder-0', signature };
    const [first, again] = await Promise.all([votes.propose(proposed), votes.propose(proposed)]);
    expect(again).toEqual(first);
    admitting = first.id;
    expect(await proposal(admitting)).toMatchObject({ state: 'submitted', document: prepared.document });
    expect((await votes.listProposals({ perPage: 10, state: 'submitted' })).items.map(({ id }) => id)).toEqual([
      first.id,
    ]);
    // One signature of a key after the other: a second one could not count yet.
    expect(await refusal(vote(0, suspending))).toBe('VOTES_BUSY');
    // Meanwhile an organisation applies.
    const key = newAccount();
    const application = { kinds: ['enterprise' as const], did: 'did:web:second.example', profile, key: key.address };
    const typedData = await votes.prepareApplication('second', application);
    const wrongly = votes.apply('second', { ...application, signature: await signData(newcomer, typedData) });
    expect(await refusal(wrongly)).toBe('VOTES_SIGNATURE_FOREIGN');
    await votes.apply('second', { ...application, signature: await signData(key, typedData) });
    await vi.waitFor(async () => expect((await proposal(admitting)).state).toBe('active'), waiting);
    await untilIdle('founder-0');
    const ballots = await Promise.all([vote(0, admitting), vote(1, admitting), vote(4, admitting)]);
    expect(ballots).toMatchObject(Array(3).fill({ kind: 'ballot', state: 'submitted', failure: null }));
    expect(await proposal(admitting)).toMatchObject({
      documentMatches: true,
      type: 'admit',
      title: { en: 'Admit the newcomer' },
    });
    const { statementId } = await proposal(admitting);
    const [record] = await ledger.statements.read([statementId ?? '']);
    expect(record?.statement).toMatchObject({ kind: 'alliance.proposal', member: 'founder-0' });
  });

  test('refuses at once what the contracts would refuse, and says why', async () => {
    expect(await refusal(vote(2, `0x${'9'.repeat(64)}`))).toBe('CHAIN_PROPOSAL_UNKNOWN');
    const foreign = await signBallot(2, admitting, 'for', newAccount());
    expect(await refusal(votes.castBallot(foreign))).toBe('VOTES_SIGNATURE_FOREIGN');
    // Signed for against, sent as for.
    const turned = { ...(await signBallot(2, admitting, 'against')), support: 'for' as const };
    expect(await refusal(votes.castBallot(turned))).toBe('VOTES_SIGNATURE_FOREIGN');
    const typedData = await votes.prepareBallot({ proposal: admitting, member: 'founder-2', support: 'for' });
    for (const domain of [{ chainId: 1030 }, { verifyingContract: contracts.registry }]) {
      const elsewhere = { ...typedData, domain: { ...typedData.domain, ...domain } };
      const signature = await signData(account(2), elsewhere);
      const ballot = votes.castBallot({ proposal: admitting, member: 'founder-2', support: 'for', signature });
      expect(await refusal(ballot)).toBe('VOTES_SIGNATURE_FOREIGN');
    }
    expect(await refusal(votes.prepareBallot({ proposal: admitting, member: 'nobody', support: 'for' }))).toBe(
      'VOTES_MEMBER_UNKNOWN',
    );
    expect(await refusal(votes.prepareBallot({ proposal: admitting, member: 'newcomer', support: 'for' }))).toBe(
      'VOTES_KEYLESS',
    );
    expect(await refusal(votes.execute({ id: admitting, by: 'second' }))).toBe('CHAIN_NOT_PASSED');
    for (const [parameters, problem] of [
      [{ type: 'changeRule', parameters: { rule: 'quorumPercent', value: 101 } }, 'at most 100 percent'],
      [{ type: 'admit', parameters: { rule: 'x' } }, 'parameters of type admit'],
      [{ type: 'spend', parameters: { to: account(0).address, amountWei: '0' } }, 'nothing would be spent'],
    ] as const) {
      const prepared = votes.prepareProposal({ document: document(parameters, 'x'), member: 'founder-0' });
      await expect(prepared).rejects.toMatchObject({
        code: 'VOTES_DOCUMENT_WRONG',
        message: expect.stringContaining(problem),
      });
    }
    // The ballots have been counted by now or will be in a moment.
    await vi.waitFor(async () => expect((await proposal(admitting)).ballots).toBe(3), waiting);
    await untilIdle('founder-0');
    expect(await refusal(vote(0, admitting, 'against'))).toBe('CHAIN_ALREADY_VOTED');
    const [counted] = (await votes.listBallots({ proposal: admitting, member: 'founder-0', perPage: 10 })).items;
    expect(counted).toMatchObject({ state: 'counted', support: 'for', weight: '1', voter: { slug: 'founder-0' } });
    const { signature } = await replayable(admitting);
    const replayed = votes.castBallot({ proposal: admitting, member: 'founder-0', support: 'for', signature });
    expect(await refusal(replayed)).toBe('VOTES_SIGNATURE_REPLAYED');
  });

  async function replayable(id: Hex) {
    const [row] = await database.store.sql<{ body: { signature: Hex } }[]>`
      select body from alliance.action where kind = 'ballot' and proposal = ${id} and member = ${memberId('founder-0')}`;
    return row?.body ?? { signature: '0x' as Hex };
  }

  test('says on the row of a ballot why the chain refused it after all', async () => {
    // The same key proposes with another transaction first, so that the nonce of what the platform carries is used up.
    const ballot = await signBallot(2, admitting, 'for');
    const nonce = await nonceOf(account(2).address);
    const own = await composeProposal(context, contracts, document({ type: 'free', parameters: {} }, 'Meanwhile'));
    const data = await signDirectly(contracts).proposal(account(2), own.calls, own.description, nonce);
    // It pays more, so that it is first in whichever block has both.
    const fees = { maxFeePerGas: 10n ** 12n, maxPriorityFeePerGas: 10n ** 12n };
    const call = {
      to: contracts.governor,
      data,
      nonce: 0,
      gas: 800_000n,
      chainId: testChainId,
      type: 'eip1559' as const,
    };
    const serializedTransaction = await hasty.signTransaction({ ...call, ...fees });
    await relayer.reader.sendRawTransaction({ serializedTransaction });
    await votes.castBallot(ballot);
    const row = await vi.waitFor(async () => {
      const { items } = await votes.listBallots({ proposal: admitting, member: 'founder-2', perPage: 10 });
      expect(items[0]?.state).toBe('failed');
      return items[0];
    }, waiting);
    expect(row?.failure).toMatchObject({
      code: 'CHAIN_WRONG_SIGNATURE',
      nextStep: expect.stringMatching(/\.$/),
      zh: { nextStep: expect.stringMatching(/。$/) },
    });
  });

  test('does what passed, and no more', async () => {
    await vi.waitFor(async () => expect((await proposal(unloved)).state).toBe('defeated'), waiting);
    await vi.waitFor(async () => expect((await proposal(admitting)).state).toBe('succeeded'), waiting);
    expect(await refusal(vote(2, admitting))).toBe('CHAIN_VOTING_OVER');
    expect(await refusal(votes.execute({ id: unloved, by: 'second' }))).toBe('CHAIN_NOT_PASSED');
    const passed = [admitting, suspending, ruling, publishing];
    await Promise.all(passed.map((id) => votes.execute({ id, by: 'second' })));
    await vi.waitFor(async () => {
      const { items } = await votes.listProposals({ perPage: 10, state: 'executed' });
      expect(items.map(({ id }) => id).sort()).toEqual([...passed].sort());
    }, waiting);
    expect(await member('newcomer')).toMatchObject({
      status: 'admitted',
      key: newcomer.address.toLowerCase(),
      weight: '1',
    });
    const happened = (await member('founder-3')).history.map(({ what }) => what);
    expect(happened.filter((what) => what !== 'WeightChanged')).toEqual(['Enrolled', 'Suspended']);
    expect((await member('newcomer')).history.map(({ what }) => what)).toContain('Admitted');
    expect((await votes.listRules()).find(({ rule }) => rule === 'quorumPercent')).toMatchObject({ value: '60' });
    expect(await refusal(votes.execute({ id: admitting, by: 'second' }))).toBe('CHAIN_NOT_PASSED');
    expect(await refusal(vote(3, unloved))).toBe('CHAIN_WRONG_STATUS');
    const [standing] = await database.store.sql`select standing from alliance.member where slug = 'founder-3'`;
    expect(standing?.standing).toBe('suspended');
    expect(told.filter(({ members }) => members.includes('founder-3'))).not.toHaveLength(0);
    expect(told.filter(({ proposals }) => proposals.includes(admitting)).length).toBeGreaterThan(2);
  });

  test('gets no more than a few applications a day from one organisation', async () => {
    const application = { kinds: ['research' as const], did: 'did:web:second.example', profile };
    const apply = async () => {
      const key = newAccount();
      const whole = { ...application, key: key.address };
      const typedData = await votes.prepareApplication('second', whole);
      return votes.apply('second', { ...whole, signature: await signData(key, typedData) });
    };
    await database.store.sql`
      insert into alliance.action (kind, member, body, digest, transaction_id, state)
      select 'application', ${memberId('second')}, '{}', 'none', -n, 'failed' from generate_series(1, 4) as n`;
    expect(await refusal(apply())).toBe('VOTES_TOO_MANY');
    await database.store.sql`delete from alliance.action where digest = 'none'`;
  });

  test('changes keys, delegations and members by signatures of their own', async () => {
    const newKey = newAccount();
    const rotation = { member: 'founder-4', newKey: newKey.address };
    const typedData = await votes.prepareRotation(rotation);
    const oldSignature = await signData(account(4), typedData);
    const unproven = votes.rotateKey({ ...rotation, oldSignature, newSignature: oldSignature });
    expect(await refusal(unproven)).toBe('CHAIN_WRONG_SIGNATURE');
    const leaving = await signData(account(2), await votes.prepareLeaving('founder-2'));
    expect(await refusal(votes.leave({ member: 'founder-1', signature: leaving }))).toBe('VOTES_SIGNATURE_FOREIGN');
    const delegation = await votes.prepareDelegation({ member: 'founder-1', to: 'founder-0' });
    const expiry = Number(delegation.message.expiry);
    await Promise.all([
      votes.rotateKey({ ...rotation, oldSignature, newSignature: await signData(newKey, typedData) }),
      votes.leave({ member: 'founder-2', signature: leaving }),
      votes.delegate({
        member: 'founder-1',
        to: 'founder-0',
        expiry,
        signature: await signData(account(1), delegation),
      }),
    ]);
    await vi.waitFor(async () => expect((await member('founder-4')).keys).toHaveLength(2), waiting);
    await vi.waitFor(async () => expect((await member('founder-2')).status).toBe('left'), waiting);
    await vi.waitFor(async () => expect((await member('founder-0')).votes).toBe('2'), waiting);
    expect(await member('founder-1')).toMatchObject({ weight: '1', votes: '0', delegate: { slug: 'founder-0' } });
    const ballot = await signBallot(4, unloved, 'for', newKey);
    expect(await refusal(votes.castBallot(ballot))).toBe('CHAIN_VOTING_OVER');
    expect(await refusal(votes.castBallot(await signWithOldKey()))).toBe('CHAIN_KEY_REMOVED');
    expect(await refusal(vote(2, unloved))).toBe('CHAIN_WRONG_STATUS');
  });

  async function signWithOldKey() {
    const typedData = await votes.prepareBallot({ proposal: unloved, member: 'founder-4', support: 'for' });
    const nonce = await nonceOf(account(4).address);
    const message = { ...typedData.message, voter: account(4).address, nonce: nonce.toString() };
    const signature = await signData(account(4), { ...typedData, message });
    return { proposal: unloved, member: 'founder-4', support: 'for' as const, signature };
  }

  test('is read anew after a reorganisation, and by several at once, to the same end', async () => {
    // Whether a vote is over by now is a matter of time; all else is to be the same again.
    const settled = async () => {
      const { members, proposals, rules, scenarios } = await untilEqual();
      return { members, rules, scenarios, proposals: proposals.map(({ state: _, ...proposal }) => proposal) };
    };
    const before = await settled();
    const { sql } = database.store;
    indexStop.abort();
    await indexing;
    // The chain takes back all from the execution of the proposals on.
    const [place] = await sql<{ epoch: number }[]>`select min(executed_epoch)::float8 as epoch from alliance.proposal`;
    const from = place?.epoch ?? 0;
    await sql.begin(async (tx) => {
      for (const table of [
        'blocks',
        'referees',
        'transactions',
        'duplicates',
        'logs',
        'addresses',
        'contracts',
        'epochs',
      ]) {
        await tx`delete from ${tx(`chain_index.${table}`)} where epoch >= ${from}`;
      }
      await tx`update chain_index.chains set indexed_epoch = ${from - 1}`;
    });
    await vi.waitFor(async () => expect((await member('newcomer')).status).toBe('applied'), waiting);
    expect(await member('founder-3')).toMatchObject({ status: 'admitted', votes: '1' });
    expect(await proposal(admitting)).toMatchObject({ executed: null, tally: { for: '3' } });
    expect((await member('founder-4')).keys).toHaveLength(1);
    expect((await votes.listScenarios({ perPage: 5 })).items).toEqual([]);
    expect((await votes.listRules()).find(({ rule }) => rule === 'quorumPercent')).toMatchObject({ value: '50' });
    const [standing] = await sql`select standing from alliance.member where slug = 'newcomer'`;
    expect(standing?.standing).toBe('applied');
    indexStop = new AbortController();
    indexing = ledger.index.run(indexStop.signal);
    expect(await settled()).toEqual(before);
    // From nothing, by four who all believe to lead.
    await sql.begin((tx) => forgetAll(tx as never));
    const follow = async () => {
      for (let pass = 0; pass < 3; pass++) await followOnce(context).catch(() => false);
    };
    await Promise.all([follow(), follow(), follow(), follow()]);
    expect(await settled()).toEqual(before);
    const [{ rollbacks } = {}] = await sql`select rollbacks from alliance.projection`;
    expect(rollbacks).toBe(0);
  });
});

describe('the discussion of a proposal', () => {
  const author = testPerson({ id: 'p1', name: '李娜', member: 'newcomer', standing: 'admitted' });
  const operator = testPerson({ id: 'p2', member: 'operator', roles: ['admin'], standing: 'guest' });

  test('is for people of members, and only its author retracts a comment', async () => {
    const add = (text: string) => votes.addComment({ proposal: unloved, author, text });
    const first = await add('为什么？');
    await add('Why not.');
    expect(await refusal(votes.addComment({ proposal: unloved, author: operator, text: 'x' }))).toBe(
      'VOTES_COMMENT_REFUSED',
    );
    expect(await refusal(votes.addComment({ proposal: `0x${'0'.repeat(64)}`, author, text: 'x' }))).toBe(
      'VOTES_PROPOSAL_UNKNOWN',
    );
    const retract = (by: typeof author) => votes.retractComment({ proposal: unloved, id: first.id, author: by });
    expect(await refusal(retract(operator))).toBe('VOTES_COMMENT_FOREIGN');
    await retract(author);
    const page = await votes.listComments({ proposal: unloved, reader: author, perPage: 1 });
    expect(page.items).toMatchObject([
      { text: null, retractedAt: expect.any(String), author: { name: '李娜', own: true } },
    ]);
    const rest = await votes.listComments({
      proposal: unloved,
      reader: null,
      perPage: 1,
      pageToken: page.nextPageToken ?? '',
    });
    expect(rest).toMatchObject({ items: [{ text: 'Why not.', author: { own: false } }], nextPageToken: null });
  });
});

describe('over HTTP', () => {
  test('every list and detail has the shape that it promises', async () => {
    const app = fastify().withTypeProvider<TypeBoxTypeProvider>();
    app.decorateRequest('principal', null);
    await app.register(votesRoutes, { votes, identify: async () => null });
    const get = async (path: string) => {
      const answer = await app.inject(`/api/alliance${path}`);
      expect(answer.statusCode, `${path}: ${answer.body}`).toBe(200);
      return answer.json();
    };
    expect((await get('/members?status=admitted&kind=research')).items).toMatchObject([
      { slug: 'newcomer', changed: { confirmed: expect.any(Boolean) } },
    ]);
    expect((await get('/members?q=founder-3')).items).toHaveLength(1);
    expect(await get('/members/newcomer')).toMatchObject({ profile, applications: [{ open: false }] });
    expect((await get('/members/second/actions')).items).toHaveLength(5);
    expect((await get('/rules')).items).toHaveLength(11);
    expect((await get('/scenarios')).items).toMatchObject([{ id: null, version: 1 }]);
    expect(await get('/treasury')).toMatchObject({ balanceWei: '0', spendings: [] });
    const { items } = await get('/proposals?type=admit&member=founder-0&state=executed');
    expect(items).toHaveLength(1);
    const [{ id }] = items;
    expect(await get(`/proposals/${id}`)).toMatchObject({
      documentMatches: true,
      document: { parameters: { member: 'newcomer' } },
      calls: [{ contract: 'MemberRegistry', call: expect.stringMatching(/^admit\(/) }],
      executed: { blockNumber: expect.any(Number) },
      tally: { for: '3' },
      comments: 0,
    });
    const first = await get(`/proposals/${id}/ballots?perPage=2`);
    const rest = await get(`/proposals/${id}/ballots?perPage=2&nextPageToken=${first.nextPageToken}`);
    expect([...first.items, ...rest.items].map(({ state }: { state: string }) => state)).toEqual([
      'failed',
      'counted',
      'counted',
      'counted',
    ]);
    const voted = await get('/members/founder-4/ballots?perPage=3');
    const others = await get(`/members/founder-4/ballots?nextPageToken=${voted.nextPageToken}`);
    const ofFounder = [...voted.items, ...others.items];
    expect(ofFounder.map(({ proposal }) => proposal.id).sort()).toEqual([id, suspending, ruling, publishing].sort());
    expect(ofFounder[0]).toEqual({
      proposal: { id, type: 'admit', title: expect.objectContaining({ zh: expect.any(String) }) },
      support: 'for',
      weight: '1',
      reason: '',
      place: expect.objectContaining({ transactionHash: expect.stringMatching(/^0x/) }),
    });
    expect((await get('/members/newcomer/ballots')).items).toEqual([]);
    expect((await app.inject('/api/alliance/members/nobody/ballots')).statusCode).toBe(404);
    expect((await app.inject('/api/alliance/members/founder-4/ballots?nextPageToken=x')).statusCode).toBe(400);
    const put = async (document: object, to = unloved) =>
      (await app.inject({ method: 'PUT', url: `/api/alliance/proposals/${to}/document`, payload: { document } }))
        .statusCode;
    expect(await get(`/proposals/${unloved}`)).toMatchObject({ type: 'free', document: null, title: null });
    expect(await put({ ...unlovedDocument, title: { zh: 'x', en: 'x' } })).toBe(400);
    expect(await put(unlovedDocument, publishing)).toBe(400);
    expect([await put(unlovedDocument), await put(unlovedDocument)]).toEqual([204, 204]);
    expect(await get(`/proposals/${unloved}`)).toMatchObject({ document: unlovedDocument, documentMatches: true });
    const body = { type: 'free', parameters: {}, document: words('x'), member: 'founder-0' };
    const prepared = await app.inject({ method: 'POST', url: '/api/alliance/proposals/prepare', payload: body });
    expect(prepared.json()).toMatchObject({ typedData: { primaryType: 'Proposal' }, document: { parameters: {} } });
    await app.close();
  });
});
