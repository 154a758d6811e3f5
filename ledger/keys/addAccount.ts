import { HDKey } from 'viem/accounts';
import { keysErrors } from './errors.ts';
import { insertKey } from './insertKey.ts';
import { addressOf, bindKey, bindWallet, checkName, type KeyRow } from './keyRows.ts';
import { toColumns } from './vault.ts';
import { type KeyContext, readWallet } from './wallets.ts';

/** The space an account of a wallet is meant for: it decides the BIP-44 path. */
export type AccountSpace = 'espace' | 'core';

/** Registered coin types of SLIP-44: Ether, as every eSpace wallet uses it, and Conflux. */
const coinTypes: Readonly<Record<AccountSpace, number>> = { espace: 60, core: 503 };

export interface AddAccountParameters {
  tenant: string;
  walletId: string;
  /** By default the wallet's name with the account's number. */
  name?: string;
  space: AccountSpace;
}

/**
 * Makes the next account of a wallet, a key at m/44'/60'/0'/0/i (eSpace) or m/44'/503'/0'/0/i (Core Space).
 * @throws KEYS_WALLET_UNKNOWN, KEYS_ARCHIVED, KEYS_NAME_TAKEN, KEYS_ADDRESS_TAKEN, LEDGER_WRONG_MASTER_KEY
 */
export async function addAccount(
  { store, vault }: KeyContext,
  { tenant, walletId, name, space }: AddAccountParameters,
): Promise<KeyRow> {
  if (name !== undefined) checkName(name);
  return store.transaction(async (tx) => {
    const wallet = await readWallet(tx, { tenant, id: walletId });
    if (wallet.archived_at) throw keysErrors.archived({ name: wallet.name });
    const base = `m/44'/${coinTypes[space]}'/0'/0`;
    const [made] = await tx<{ next: number }[]>`
      SELECT count(*)::int AS next FROM ledger.keys WHERE wallet_id = ${wallet.id} AND path LIKE ${`${base}/%`}`;
    const path = `${base}/${made?.next ?? 0}`;
    const privateKey = derive(vault.unseal(wallet, bindWallet(wallet), wallet.name), path);
    try {
      const identity = {
        tenant,
        name: name ?? `${wallet.name} ${space === 'core' ? 'core ' : ''}${made?.next ?? 0}`,
        address: addressOf(privateKey),
        kind: 'derived' as const,
        wallet_id: wallet.id,
        path,
        url: null,
      };
      return await insertKey(tx, { ...identity, ...toColumns(await vault.seal(tx, privateKey, bindKey(identity))) });
    } finally {
      privateKey.fill(0);
    }
  });
}

/** The private key at a path of a seed, which is overwritten. */
function derive(seed: Uint8Array, path: string): Uint8Array {
  const root = HDKey.fromMasterSeed(seed);
  const node = root.derive(path);
  seed.fill(0);
  // A copy: the node's own is wiped with it.
  const privateKey = Uint8Array.from(node.privateKey ?? []);
  root.wipePrivateData();
  node.wipePrivateData();
  return privateKey;
}
