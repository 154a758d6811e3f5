import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Ledger, openLedger } from '../../ledger/index.ts';
import { createLedgerDatabase, ledgerParameters } from '../../ledger/testing.ts';
import { migrate } from '../../store/index.ts';
import type { TestDatabase } from '../../store/testing.ts';
import { createTestCharter, signData, type TestFounder, testChainId } from '../chain/testing.ts';
import { foundingData } from '../chain/typedData.ts';
import { allianceMigrations, openAlliance } from '../index.ts';
import type { Charter } from './charter.ts';
import type { Founding } from './openFounding.ts';

const { charter, founders } = createTestCharter(4, {
  votingDelaySeconds: 60,
  votingPeriodSeconds: 3_600,
  quorumPercent: 40,
});
let database: TestDatabase;
let ledger: Ledger;

/** The list of founders of a charter, as its organiser writes it. */
function writeMembers({ name, rules, founders: listed }: Charter): string {
  const members = listed.map(({ slug, profile, kinds, key, did }) => ({ slug, name: profile.name, kinds, key, did }));
  const { votingDelaySeconds, votingPeriodSeconds, quorumPercent } = rules;
  const given = { votingDelay: `${votingDelaySeconds} s`, votingPeriod: `${votingPeriodSeconds} s`, quorumPercent };
  return JSON.stringify({ name, rules: given, members });
}
const members = writeMembers(charter);

/** The room as one process opens it; `end` is what a crash leaves: nothing said goodbye. */
async function openProcess() {
  const stop = new AbortController();
  const parameters = ledgerParameters(database);
  const context = { ...parameters.context, signal: stop.signal };
  const alliance = await openAlliance({
    store: database.store,
    ledger,
    context,
    secret: 'ab'.repeat(32),
    baseUrl: 'http://127.0.0.1:3000',
  });
  const running = alliance.founding.run(stop.signal);
  return {
    founding: alliance.founding,
    async end() {
      stop.abort();
      await running;
    },
  };
}
const stopLedger = new AbortController();
let working: Promise<void>;
let present: Awaited<ReturnType<typeof openProcess>>;
beforeAll(async () => {
  database = await createLedgerDatabase();
  await migrate(database.store, allianceMigrations);
  ledger = await openLedger(ledgerParameters(database, { masterKey: randomBytes(32).toString('hex') }));
  working = ledger.run(stopLedger.signal);
  present = await openProcess();
}, 60_000);
afterAll(async () => {
  await present.end();
  stopLedger.abort();
  await working;
  await database.drop();
});

async function signFor(founding: Founding, { slug, account }: TestFounder) {
  const { typedData } = await founding.readTask(slug);
  return signData(account, typedData);
}
const untilStep = (step: string) =>
  vi.waitFor(async () => expect((await present.founding.readAlliance()).founding?.step).toBe(step), {
    timeout: 60_000,
    interval: 200,
  });

test('nothing is there before the founding begins', async () => {
  expect(await present.founding.readAlliance()).toMatchObject({ state: 'none', governor: null, founding: null });
  await expect(present.founding.readCharter()).rejects.toMatchObject({ code: 'FOUNDING_NOT_STARTED' });
  await expect(present.founding.sign({ founder: 'founder-0', signature: '0x00' })).rejects.toMatchObject({
    code: 'FOUNDING_NOT_STARTED',
  });
});

test('the operator begins it; the founders sign, a process dies in between, and the alliance is there', async () => {
  const { founding } = present;
  await Promise.all([founding.start({ members, principal: null }), founding.start({ members, principal: null })]);
  await expect(founding.start({ members: members.replace('60 s', '61 s'), principal: null })).rejects.toMatchObject({
    code: 'FOUNDING_OTHER_CHARTER',
  });
  await untilStep('signing');
  const [first, second, ...others] = founders as [TestFounder, TestFounder, ...TestFounder[]];
  const bySecond = await signFor(founding, second);
  await expect(founding.sign({ founder: first.slug, signature: bySecond })).rejects.toMatchObject({
    code: 'FOUNDING_SIGNATURE_WRONG',
  });
  await expect(founding.sign({ founder: 'stranger', signature: bySecond })).rejects.toMatchObject({
    code: 'FOUNDING_FOUNDER_UNKNOWN',
  });
  const task = await founding.readTask(first.slug);
  const elsewhere = foundingData(
    { chainId: testChainId + 1, contract: task.typedData.domain.verifyingContract },
    task.typedData.message as { charter: `0x${string}`; member: `0x${string}` },
  );
  await expect(
    founding.sign({ founder: first.slug, signature: await signData(first.account, elsewhere) }),
  ).rejects.toMatchObject({ code: 'FOUNDING_SIGNATURE_WRONG' });

  await founding.sign({ founder: second.slug, signature: bySecond });
  await founding.sign({ founder: first.slug, signature: await signFor(founding, first) });
  await present.end();
  // What it did last it no longer knows: the transactions are found by their keys, not sent again.
  await database.store.sql`UPDATE alliance.founder SET enrol_transaction = NULL, attempts = 0`;
  present = await openProcess();
  for (const founder of others) {
    await present.founding.sign({ founder: founder.slug, signature: await signFor(present.founding, founder) });
  }
  await untilStep('founded');
  const [{ count } = { count: 0 }] = await database.store.sql<{ count: number }[]>`
    SELECT count(*)::int AS count FROM ledger.transactions WHERE idempotency_key LIKE 'alliance:%'`;
  expect(count).toBe(5);
  expect(await present.founding.readAlliance()).toMatchObject({
    state: 'founded',
    chainId: testChainId,
    rules: { votingDelaySeconds: 60, votingPeriodSeconds: 3_600, quorumPercent: 40, kindWeights: { enterprise: 1 } },
    founding: { signed: 4, enrolled: 4, total: 4 },
    counts: { admitted: 4 },
  });
  await expect(
    present.founding.start({ members: members.replace('60 s', '61 s'), replace: true, principal: null }),
  ).rejects.toMatchObject({ code: 'FOUNDING_ALREADY_FOUNDED' });
}, 120_000);

test('the evidence log becomes the alliance’s own', async () => {
  await vi.waitFor(async () => expect((await present.founding.readAlliance()).log.ownedBy).toBe('alliance'), {
    timeout: 60_000,
    interval: 300,
  });
}, 90_000);

test('an alliance that is not on this chain may be founded anew', async () => {
  // As a database of another chain has it: nothing is at the address here.
  const nowhere = `0x${randomBytes(20).toString('hex')}`;
  await database.store.sql`UPDATE alliance.founding SET registry = ${nowhere} WHERE step = 'founded'`;
  const { founding } = present;
  await founding.start({ members, principal: null });
  expect(await founding.readAlliance()).toMatchObject({ state: 'founded' });
  await founding.start({ members, replace: true, principal: null });
  expect(await founding.readAlliance()).toMatchObject({ state: 'founding', founding: { signed: 0, total: 4 } });
  await untilStep('signing');
}, 60_000);
