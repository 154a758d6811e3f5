import { hashMessage, recoverAddress } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '../../store/testing.ts';
import { createLedgerDatabase, randomKey } from '../testing.ts';
import { openKeyStore } from './keyStore.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createLedgerDatabase();
});
afterAll(() => database.drop());

const masterKey = '01'.repeat(32);
const open = (key = masterKey) => openKeyStore({ store: database.store, masterKey: key });

test('a made key signs for its address, and making it again finds it', async () => {
  const keys = open();
  const [address, same] = await Promise.all([keys.createKey('one'), open().createKey('one')]);
  expect(same).toBe(address);
  const hash = hashMessage('湘渝');
  const { r, s, yParity } = await keys.sign(address, hash);
  expect((await recoverAddress({ hash, signature: { r, s, yParity } })).toLowerCase()).toBe(address);
});

test('an imported key has its account’s address and is nowhere in the database in clear', async () => {
  const privateKey = randomKey();
  const address = await open().importKey('two', privateKey);
  expect(address).toBe(privateKeyToAccount(privateKey).address.toLowerCase());
  expect(await open().importKey('two', privateKey)).toBe(address);
  const [row] = await database.store.sql`SELECT * FROM ledger.keys WHERE address = ${address}`;
  const bytes = Object.values(row ?? {}).map((value) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('hex') : String(value),
  );
  expect(bytes.join(' ')).not.toContain(privateKey.slice(2));
});

test('another master key, a moved row and a changed byte are refused by name', async () => {
  const keys = open();
  const [three, four] = [await keys.createKey('three'), await keys.createKey('four')];
  await expect(open('02'.repeat(32)).createKey('three')).rejects.toMatchObject({ code: 'LEDGER_WRONG_MASTER_KEY' });
  await expect(open('02'.repeat(32)).sign(three, hashMessage(''))).rejects.toThrow('three');
  const { sql } = database.store;
  await sql`
    UPDATE ledger.keys SET (salt, iv, ciphertext, tag) =
      (SELECT salt, iv, ciphertext, tag FROM ledger.keys WHERE address = ${three})
    WHERE address = ${four}`;
  await expect(keys.sign(four, hashMessage(''))).rejects.toMatchObject({ code: 'LEDGER_WRONG_MASTER_KEY' });
  await sql`UPDATE ledger.keys SET ciphertext = set_byte(ciphertext, 0, get_byte(ciphertext, 0) # 1) WHERE address = ${three}`;
  await expect(keys.sign(three, hashMessage(''))).rejects.toMatchObject({ code: 'LEDGER_WRONG_MASTER_KEY' });
});

test('what is no key is refused', async () => {
  expect(() => open('abc')).toThrow(expect.objectContaining({ code: 'LEDGER_BAD_MASTER_KEY' }));
  await expect(open().importKey('five', '0x12')).rejects.toMatchObject({ code: 'LEDGER_BAD_PRIVATE_KEY' });
  await expect(open().importKey('five', `0x${'0'.repeat(64)}`)).rejects.toMatchObject({
    code: 'LEDGER_BAD_PRIVATE_KEY',
  });
  await expect(open().sign(`0x${'0'.repeat(40)}`, hashMessage(''))).rejects.toMatchObject({
    code: 'LEDGER_KEY_UNKNOWN',
  });
});
