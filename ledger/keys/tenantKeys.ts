import type { Hex } from 'viem';
import { checkOutgoingUrl } from '../../host/index.ts';
import { keysErrors } from './errors.ts';
import { insertKey } from './insertKey.ts';
import { addressOf, bindKey, checkName, type KeyRow } from './keyRows.ts';
import { makePrivateKey, parsePrivateKey } from './keyStore.ts';
import { toColumns } from './vault.ts';
import type { KeyContext } from './wallets.ts';

/** What is shown of a key. */
export interface KeyInfo {
  /** eSpace address, lower case; in Core Space the same key has `coreAddress`. */
  address: Hex;
  coreAddress: Hex;
  tenant: string;
  name: string;
  kind: KeyRow['kind'];
  walletId: string | null;
  path: string | null;
  createdAt: string;
  archivedAt: string | null;
}

/** A row as it is shown: nothing that is encrypted. */
export function toKeyInfo(row: KeyRow): KeyInfo {
  return {
    address: row.address,
    coreAddress: `0x1${row.address.slice(3)}`,
    tenant: row.tenant,
    name: row.name,
    kind: row.kind,
    walletId: row.wallet_id,
    path: row.path,
    createdAt: row.created_at.toISOString(),
    archivedAt: row.archived_at?.toISOString() ?? null,
  };
}

/** Whose key, and its name, unique among that tenant's. */
export interface KeyOwner {
  tenant: string;
  name: string;
}

/**
 * Takes a private key in for a tenant, or makes one; the bytes given are overwritten.
 * @throws KEYS_NAME_INVALID, KEYS_NAME_TAKEN, KEYS_ADDRESS_TAKEN, LEDGER_BAD_PRIVATE_KEY, LEDGER_WRONG_MASTER_KEY
 */
export async function addKey(
  { store, vault }: KeyContext,
  { tenant, name, privateKey = makePrivateKey() }: KeyOwner & { privateKey?: Uint8Array },
): Promise<KeyInfo> {
  try {
    checkName(name);
    const identity = { tenant, name, address: addressOf(privateKey), kind: 'single' as const, url: null };
    const row = await store.transaction(async (tx) =>
      insertKey(tx, { ...identity, ...toColumns(await vault.seal(tx, privateKey, bindKey(identity))) }),
    );
    return toKeyInfo(row);
  } finally {
    privateKey.fill(0);
  }
}

/** As `addKey`, from 64 hexadecimal digits with 0x in front. */
export async function addKeyFromText(context: KeyContext, owner: KeyOwner & { privateKey: Hex }): Promise<KeyInfo> {
  return addKey(context, { ...owner, privateKey: parsePrivateKey(owner.name, owner.privateKey) });
}

export interface AddExternalKeyParameters extends KeyOwner {
  /** Address of the key that the signer holds, lower case. */
  address: Hex;
  /** Base URL of the signer. */
  url: string;
  /** The signer's name for the key; for Web3Signer its public key. By default the address. */
  identifier?: string;
  /** Sent as a bearer token; kept encrypted. */
  token?: string;
}

/**
 * Notes a key that an external signer holds. It is for operators: the platform will call this URL.
 * @throws KEYS_NAME_INVALID, KEYS_NAME_TAKEN, KEYS_ADDRESS_TAKEN, HOST_URL_INVALID, LEDGER_WRONG_MASTER_KEY
 */
export async function addExternalKey(
  { store, vault }: KeyContext,
  { tenant, name, address, url, identifier = address, token = '' }: AddExternalKeyParameters,
): Promise<KeyInfo> {
  checkName(name);
  checkOutgoingUrl(url, true);
  const identity = { tenant, name, address, kind: 'external' as const, url, identifier };
  const row = await store.transaction(async (tx) =>
    insertKey(tx, { ...identity, ...toColumns(await vault.seal(tx, Buffer.from(token), bindKey(identity))) }),
  );
  return toKeyInfo(row);
}

/** One key; of one tenant, or of any when `tenant` is null. @throws KEYS_KEY_UNKNOWN */
export async function readKey(
  { store }: Pick<KeyContext, 'store'>,
  { tenant, address }: { tenant: string | null; address: string },
): Promise<KeyRow> {
  const [row] = await store.sql<KeyRow[]>`
    SELECT * FROM ledger.keys WHERE address = ${address.toLowerCase()} AND (${tenant}::text IS NULL OR tenant = ${tenant})`;
  if (!row) throw keysErrors.keyUnknown({ tenant: tenant ?? 'Nobody', address });
  return row;
}

/** Archives a key: it stays readable and exportable and what it already has to sign is signed. @throws KEYS_KEY_UNKNOWN */
export async function archiveKey({ store }: KeyContext, key: { tenant: string; address: string }): Promise<KeyInfo> {
  const [row] = await store.sql<KeyRow[]>`
    UPDATE ledger.keys SET archived_at = coalesce(archived_at, now())
    WHERE address = ${key.address.toLowerCase()} AND tenant = ${key.tenant}
    RETURNING *`;
  if (!row) throw keysErrors.keyUnknown(key);
  return toKeyInfo(row);
}
