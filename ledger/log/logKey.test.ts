import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseNote, parseVerifierKey, verifyNoteSignature } from '../../proof/index.ts';
import type { TestDatabase } from '../../store/testing.ts';
import { rotateMasterKey } from '../keys/rotateMasterKey.ts';
import { createLedgerDatabase } from '../testing.ts';
import { openLogKey } from './logKey.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createLedgerDatabase();
});
afterAll(() => database.drop());

const [first, second] = ['01'.repeat(32), '02'.repeat(32)] as const;
const open = (masterKey: string, origin = 'xiangyu.example/log') =>
  openLogKey({ store: database.store, masterKey, origin });

test('several processes that start at once have one key, which signs under the origin', async () => {
  const keys = await Promise.all([open(first), open(first), open(first)]);
  expect(new Set(keys.map(({ vkey }) => vkey)).size).toBe(1);
  const key = parseVerifierKey(keys[0]?.vkey ?? '');
  expect(key).toMatchObject({ name: 'xiangyu.example/log', type: 1 });
  const note = parseNote((await keys[1]?.sign('a text\n')) ?? '');
  expect(verifyNoteSignature(note, key)).toBe(true);
  expect((await open(first, 'xiangyu.example/other')).vkey).not.toContain(keys[0]?.vkey.split('+')[2]);
});

test('it is nowhere in clear, and opens under its master key and in its own row only', async () => {
  const { sql } = database.store;
  await expect(open(second)).rejects.toMatchObject({ code: 'LEDGER_WRONG_MASTER_KEY' });
  const [row] = await sql<{ ciphertext: Uint8Array; public_key: string }[]>`
    SELECT ciphertext, public_key FROM ledger.log_keys WHERE name = 'xiangyu.example/log'`;
  expect(row?.ciphertext).toHaveLength(32);
  await sql`
    INSERT INTO ledger.log_keys (name, public_key, salt, iv, ciphertext, tag)
    SELECT 'xiangyu.example/third', public_key, salt, iv, ciphertext, tag FROM ledger.log_keys
    WHERE name = 'xiangyu.example/log'`;
  await expect(open(first, 'xiangyu.example/third')).rejects.toMatchObject({ code: 'LEDGER_WRONG_MASTER_KEY' });
  await sql`DELETE FROM ledger.log_keys WHERE name = 'xiangyu.example/third'`;
});

test('a change of the master key leaves it the same key', async () => {
  const before = await open(first);
  await rotateMasterKey({ store: database.store, from: first, to: second });
  const after = await open(second);
  expect(after.vkey).toBe(before.vkey);
  expect(verifyNoteSignature(parseNote(await after.sign('a text\n')), before.verifierKey)).toBe(true);
  await expect(before.sign('a text\n')).rejects.toMatchObject({ code: 'LEDGER_WRONG_MASTER_KEY' });
});

test('an origin that no signature line could carry is refused', async () => {
  await expect(open(second, 'two words')).rejects.toMatchObject({ code: 'TLOG_BAD_VERIFIER_KEY' });
});
