import { randomUUID } from 'node:crypto';
import { Mnemonic } from 'ox';
import type { Store, Tx } from '../../store/index.ts';
import { keysErrors } from './errors.ts';
import { bindWallet, checkName } from './keyRows.ts';
import type { SealedKey } from './sealKey.ts';
import { toColumns, type Vault } from './vault.ts';

/** A BIP-32 wallet: from one phrase of recovery words come all of its accounts. */
export interface Wallet {
  id: string;
  tenant: string;
  name: string;
  /** Accounts made so far. */
  accounts: number;
  createdAt: string;
  archivedAt: string | null;
}

/** The languages of recovery words. */
export type MnemonicLanguage = 'english' | 'simplifiedChinese';

/** The database and what opens the secrets in it. */
export interface KeyContext {
  store: Store;
  vault: Vault;
}

/** A row of ledger.wallets. */
export interface WalletRow extends SealedKey {
  id: string;
  tenant: string;
  name: string;
  accounts: number;
  created_at: Date;
  archived_at: Date | null;
}

const wordlists = { english: Mnemonic.english, simplifiedChinese: Mnemonic.simplifiedChinese };

const toWallet = (row: WalletRow): Wallet => ({
  id: row.id,
  tenant: row.tenant,
  name: row.name,
  accounts: row.accounts,
  createdAt: row.created_at.toISOString(),
  archivedAt: row.archived_at?.toISOString() ?? null,
});

/**
 * Makes a wallet and its recovery words, 24 of them. The words are in this answer only: the database keeps the seed they stand
 * for, encrypted. @throws KEYS_NAME_INVALID, KEYS_NAME_TAKEN, LEDGER_WRONG_MASTER_KEY
 */
export async function createWallet(
  context: KeyContext,
  { tenant, name, language = 'english' }: { tenant: string; name: string; language?: MnemonicLanguage },
): Promise<Wallet & { mnemonic: string }> {
  const mnemonic = Mnemonic.random(wordlists[language], { strength: 256 });
  return { ...(await importWallet(context, { tenant, name, mnemonic })), mnemonic };
}

/**
 * Takes a wallet in by its recovery words (BIP-39), with the passphrase it was made with if there was one.
 * @throws KEYS_MNEMONIC_INVALID, KEYS_NAME_INVALID, KEYS_NAME_TAKEN, LEDGER_WRONG_MASTER_KEY
 */
export async function importWallet(
  { store, vault }: KeyContext,
  { tenant, name, mnemonic, passphrase }: { tenant: string; name: string; mnemonic: string; passphrase?: string },
): Promise<Wallet> {
  checkName(name);
  const words = mnemonic.normalize('NFKD').trim().split(/\s+/u).join(' ');
  if (!Object.values(wordlists).some((list) => isValid(words, list))) throw keysErrors.mnemonicInvalid();
  const seed = Mnemonic.toSeed(words, passphrase === undefined ? {} : { passphrase });
  const id = randomUUID();
  try {
    return await store.transaction(async (tx) => {
      const sealed = toColumns(await vault.seal(tx, seed, bindWallet({ id, tenant, name })));
      const [row] = await tx<WalletRow[]>`
        INSERT INTO ledger.wallets ${tx({ id, tenant, name, ...sealed })}
        ON CONFLICT (tenant, name) DO NOTHING
        RETURNING *, 0 AS accounts`;
      if (!row) throw keysErrors.nameTaken({ tenant, name });
      return toWallet(row);
    });
  } finally {
    seed.fill(0);
  }
}

function isValid(words: string, list: string[]): boolean {
  return Mnemonic.validate(
    words,
    list.map((word) => word.normalize('NFKD')),
  );
}

/** Lists a tenant's wallets, oldest first, archived ones too. A tenant has few, so that the list has no pages but an end. */
export async function listWallets({ store }: KeyContext, tenant: string): Promise<Wallet[]> {
  const rows = await store.sql<WalletRow[]>`
    SELECT wallets.*, (SELECT count(*)::int FROM ledger.keys WHERE wallet_id = wallets.id) AS accounts
    FROM ledger.wallets WHERE tenant = ${tenant} ORDER BY created_at, id LIMIT 1000`;
  return rows.map(toWallet);
}

/** Archives a wallet and its accounts: they stay readable and exportable, and take nothing new. @throws KEYS_WALLET_UNKNOWN */
export async function archiveWallet({ store }: KeyContext, owner: { tenant: string; id: string }): Promise<void> {
  await store.transaction(async (tx) => {
    const { id } = await readWallet(tx, owner);
    await tx`UPDATE ledger.wallets SET archived_at = coalesce(archived_at, now()) WHERE id = ${id}`;
    await tx`UPDATE ledger.keys SET archived_at = coalesce(archived_at, now()) WHERE wallet_id = ${id}`;
  });
}

/** A tenant's wallet, locked until the end of the SQL transaction. @throws KEYS_WALLET_UNKNOWN */
export async function readWallet(tx: Tx, { tenant, id }: { tenant: string; id: string }): Promise<WalletRow> {
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
  const [row] = isId
    ? await tx<WalletRow[]>`SELECT * FROM ledger.wallets WHERE id = ${id} AND tenant = ${tenant} FOR UPDATE`
    : [];
  if (!row) throw keysErrors.walletUnknown({ tenant, id });
  return row;
}
