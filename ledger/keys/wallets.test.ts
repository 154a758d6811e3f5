import { hashMessage, recoverAddress } from 'viem';
import { mnemonicToAccount } from 'viem/accounts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '../../store/testing.ts';
import { createLedgerDatabase, randomKey } from '../testing.ts';
import { type AddAccountParameters, addAccount } from './addAccount.ts';
import { openKeyStore } from './keyStore.ts';
import { listKeys } from './listKeys.ts';
import { addKey, addKeyFromText, archiveKey, readKey } from './tenantKeys.ts';
import { openVault } from './vault.ts';
import { archiveWallet, createWallet, importWallet, type KeyContext, listWallets } from './wallets.ts';

const masterKey = '01'.repeat(32);
const words = 'test test test test test test test test test test test junk';
let database: TestDatabase;
let context: KeyContext;
beforeAll(async () => {
  database = await createLedgerDatabase();
  context = { store: database.store, vault: openVault(masterKey) };
});
afterAll(() => database.drop());

const account = (walletId: string, changes: Partial<AddAccountParameters> = {}) =>
  addAccount(context, { tenant: 'farm', walletId, space: 'espace', ...changes });

test('known recovery words give the known addresses, in both spaces', async () => {
  const { id } = await importWallet(context, { tenant: 'farm', name: 'known', mnemonic: ` ${words}\n` });
  expect(await account(id)).toMatchObject({
    address: '0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266',
    path: "m/44'/60'/0'/0/0",
    name: 'known 0',
  });
  expect(await account(id)).toMatchObject({ address: '0x70997970c51812dc3a010c7d01b50e0d17dc79c8' });
  const core = await account(id, { space: 'core' });
  // The types of viem know Ether's paths only.
  const path = "m/44'/503'/0'/0/0" as "m/44'/60'/0'/0/0";
  const expected = mnemonicToAccount(words, { path }).address.toLowerCase();
  expect(core).toMatchObject({ address: expected, path: "m/44'/503'/0'/0/0" });
  const digest = hashMessage('湘渝');
  const { r, s, yParity } = await openKeyStore({ store: database.store, masterKey }).sign(core.address, digest);
  expect((await recoverAddress({ hash: digest, signature: { r, s, yParity } })).toLowerCase()).toBe(expected);
  expect(await listWallets(context, 'farm')).toMatchObject([{ id, accounts: 3 }]);
});

test.each(['english', 'simplifiedChinese'] as const)(
  'the words of a new wallet, in %s, bring it back',
  async (language) => {
    const made = await createWallet(context, { tenant: 'farm', name: language, language });
    expect(made.mnemonic.split(/\s/u)).toHaveLength(24);
    const { address } = await account(made.id);
    await database.store.sql`DELETE FROM ledger.keys WHERE address = ${address}`;
    const again = await importWallet(context, { tenant: 'shop', name: 'again', mnemonic: made.mnemonic });
    expect(await account(again.id, { tenant: 'shop' })).toMatchObject({ address, tenant: 'shop' });
    await database.store.sql`DELETE FROM ledger.keys WHERE tenant = 'shop'`;
    await database.store.sql`DELETE FROM ledger.wallets WHERE tenant = 'shop'`;
  },
);

test('accounts made at the same time have numbers of their own', async () => {
  const { id } = await createWallet(context, { tenant: 'farm', name: 'busy' });
  const made = await Promise.all(Array.from({ length: 6 }, () => account(id)));
  expect(made.map(({ path }) => path).sort()).toEqual([0, 1, 2, 3, 4, 5].map((index) => `m/44'/60'/0'/0/${index}`));
});

test('words that are none are refused', async () => {
  const bad = [words.replace('junk', 'test'), words.replace('junk', 'jnuk'), 'test', ''];
  for (const mnemonic of bad) {
    await expect(importWallet(context, { tenant: 'farm', name: 'bad', mnemonic })).rejects.toMatchObject({
      code: 'KEYS_MNEMONIC_INVALID',
    });
  }
});

test('what belongs to one tenant is unknown to another', async () => {
  const { id } = await createWallet(context, { tenant: 'farm', name: 'private' });
  await expect(account(id, { tenant: 'shop' })).rejects.toMatchObject({ code: 'KEYS_WALLET_UNKNOWN' });
  await expect(archiveWallet(context, { tenant: 'shop', id })).rejects.toMatchObject({ code: 'KEYS_WALLET_UNKNOWN' });
  const { address } = await addKey(context, { tenant: 'farm', name: 'only ours' });
  await expect(readKey(context, { tenant: 'shop', address })).rejects.toMatchObject({ code: 'KEYS_KEY_UNKNOWN' });
  await expect(archiveKey(context, { tenant: 'shop', address })).rejects.toMatchObject({ code: 'KEYS_KEY_UNKNOWN' });
  expect((await readKey(context, { tenant: 'farm', address })).archived_at).toBe(null);
});

test('names are unique in a tenant, addresses in the key store', async () => {
  const privateKey = randomKey();
  await addKeyFromText(context, { tenant: 'farm', name: 'one', privateKey });
  await expect(addKey(context, { tenant: 'farm', name: 'one' })).rejects.toMatchObject({ code: 'KEYS_NAME_TAKEN' });
  await expect(addKeyFromText(context, { tenant: 'shop', name: 'x', privateKey })).rejects.toMatchObject({
    code: 'KEYS_ADDRESS_TAKEN',
  });
  await addKey(context, { tenant: 'shop', name: 'one' });
  await expect(createWallet(context, { tenant: 'farm', name: 'known' })).rejects.toMatchObject({
    code: 'KEYS_NAME_TAKEN',
  });
  await expect(addKey(context, { tenant: 'shop', name: 'a\nb' })).rejects.toMatchObject({ code: 'KEYS_NAME_INVALID' });
});

test('an archived wallet makes no accounts, and its keys leave the list but not the store', async () => {
  const { id } = await createWallet(context, { tenant: 'mill', name: 'old' });
  const { address } = await account(id, { tenant: 'mill' });
  await archiveWallet(context, { tenant: 'mill', id });
  await expect(account(id, { tenant: 'mill' })).rejects.toMatchObject({ code: 'KEYS_ARCHIVED' });
  expect((await listKeys(context, { tenant: 'mill', limit: 10 })).items).toEqual([]);
  const { items } = await listKeys(context, { tenant: 'mill', limit: 10, withArchived: true });
  expect(items).toMatchObject([{ address, archivedAt: expect.any(String) }]);
});

test('keys are listed page by page', async () => {
  for (const name of ['a', 'b', 'c']) await addKey(context, { tenant: 'paged', name });
  const first = await listKeys(context, { tenant: 'paged', limit: 2 });
  const rest = await listKeys(context, { tenant: 'paged', limit: 2, cursor: first.nextCursor ?? undefined });
  expect([...first.items, ...rest.items].map(({ name }) => name)).toEqual(['a', 'b', 'c']);
  expect(rest.nextCursor).toBe(null);
  await expect(listKeys(context, { tenant: 'paged', limit: 2, cursor: 'x' })).rejects.toMatchObject({
    code: 'KEYS_CURSOR_INVALID',
  });
});

test('nothing is encrypted under another master key beside the first one', async () => {
  const other = { store: database.store, vault: openVault('02'.repeat(32)) };
  await expect(addKey(other, { tenant: 'farm', name: 'mixed' })).rejects.toMatchObject({
    code: 'LEDGER_WRONG_MASTER_KEY',
  });
  await expect(createWallet(other, { tenant: 'farm', name: 'mixed' })).rejects.toMatchObject({
    code: 'LEDGER_WRONG_MASTER_KEY',
  });
});
