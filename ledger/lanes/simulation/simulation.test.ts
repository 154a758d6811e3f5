import { hexToBytes, keccak256, toHex } from 'viem';
import { privateKeyToAddress } from 'viem/accounts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { silentLogger, type TestDatabase } from '../../../store/testing.ts';
import { createLedgerDatabase } from '../../testing.ts';
import { runSchedule } from './runSchedule.ts';

const seeds = Number(process.env.XIANGYU_SEEDS ?? 24);
const first = Number(process.env.XIANGYU_FIRST_SEED ?? 1);
const signers = new Map<`0x${string}`, Uint8Array>();

let database: TestDatabase;
beforeAll(async () => {
  database = await createLedgerDatabase();
  for (const name of ['one', 'two', 'three']) {
    // The same keys in every run: the order of work follows from addresses.
    const key = keccak256(toHex(`simulation ${name}`));
    const address = privateKeyToAddress(key).toLowerCase() as `0x${string}`;
    signers.set(address, hexToBytes(key));
    // The database wants to know the signer; the simulation has its key.
    const none = Buffer.alloc(0);
    await database.store.sql`
      INSERT INTO ledger.keys (address, name, salt, iv, ciphertext, tag) VALUES (${address}, ${name}, ${none}, ${none}, ${none}, ${none})`;
  }
});
afterAll(() => database.drop());

test(`${seeds} schedules of faults leave every accepted request executed once or failed for a true reason`, {
  timeout: 60_000 + seeds * 5_000,
}, async () => {
  let accepted = 0;
  const startedAt = performance.now();
  for (let seed = first; seed < first + seeds; seed += 1) {
    const result = await runSchedule({ store: database.store, logger: silentLogger, signers, seed });
    accepted += result.accepted;
    const repeat = `XIANGYU_FIRST_SEED=${seed} XIANGYU_SEEDS=1 npm test -- ledger/lanes/simulation`;
    expect(result.violations, `seed ${seed}; to repeat: ${repeat}\n${result.trace.join('\n')}`).toEqual([]);
  }
  if (process.env.XIANGYU_SEEDS) {
    console.log(`${seeds} schedules, ${accepted} requests, ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  }
  expect(accepted).toBeGreaterThan(seeds);
});
