import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { readAnchoredRootOverRpc, verifyBundle } from '../../proof/index.ts';
import type { TestDatabase } from '../../store/testing.ts';
import { type Ledger, openLedger } from '../openLedger.ts';
import { createLedgerDatabase, ledgerParameters } from '../testing.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createLedgerDatabase();
});
afterAll(() => database.drop());

async function run(work: (ledger: Ledger) => Promise<void>) {
  const ledger = await openLedger(ledgerParameters(database));
  const stop = new AbortController();
  const running = ledger.run(stop.signal);
  await work(ledger);
  stop.abort();
  await running;
}

const append = (ledger: Ledger, subject: string) =>
  database.store.transaction((tx) =>
    ledger.appendStatement(tx, { kind: 'note', subject, member: 'm', time: '2026-05-01T08:00:00Z' }),
  );
const anchored = (ledger: Ledger, contract: string | null) =>
  vi.waitFor(
    async () => {
      const { checkpoint, size } = await ledger.readLogState();
      expect(checkpoint).toMatchObject({ size, level: 'executed' });
      expect(ledger.contract()).not.toBe(null);
      expect(ledger.contract()).not.toBe(contract);
      return ledger.contract();
    },
    { timeout: 60_000, interval: 100 },
  );

test('a contract of older source is succeeded; what it holds stays provable, the new one begins with the present head', async () => {
  const readAnchoredRoot = readAnchoredRootOverRpc(inject('espaceUrl'));
  let statementId = '';
  let old: string | null = null;
  await run(async (ledger) => {
    ({ statementId } = await append(ledger, 'urn:example:1'));
    old = await anchored(ledger, null);
  });
  const { sql } = database.store;
  // As a database from before the log signed its checkpoints, and a contract from before witnesses.
  await sql`DELETE FROM ledger.signed_checkpoints`;
  await sql`UPDATE ledger.contracts SET source_hash = 'older'`;
  await run(async (ledger) => {
    await append(ledger, 'urn:example:2');
    const present = await anchored(ledger, old);
    const [first, second] = await sql<{ contract: string; size: string }[]>`
      SELECT contract, size FROM ledger.checkpoints ORDER BY transaction_id`;
    expect(first).toEqual({ contract: old, size: '1' });
    expect(second?.contract).toBe(present);

    const bundle = await ledger.readBundle(statementId);
    const whole = await verifyBundle(bundle, { readAnchoredRoot, trustedLogKey: ledger.logKey });
    expect(whole.checks.filter(({ ok }) => ok === false)).toEqual([]);
    expect(whole.valid).toBe(true);
    for (const row of [first, second]) {
      const contract = row?.contract as `0x${string}`;
      expect(await readAnchoredRoot({ evmChainId: 7002, contract, size: Number(row?.size) })).not.toBe(null);
    }
  });
  // Only one succeeded the other, and the next start deploys none.
  await run(async (ledger) => {
    await append(ledger, 'urn:example:3');
    await anchored(ledger, old);
  });
  const deployed = await sql`SELECT FROM ledger.transactions WHERE to_address IS NULL`;
  expect(deployed.count).toBe(2);
}, 120_000);
