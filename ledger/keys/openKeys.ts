import type { Hex } from 'viem';
import type { Store } from '../../store/index.ts';
import { type AddAccountParameters, addAccount } from './addAccount.ts';
import { keysErrors } from './errors.ts';
import { bindKey, platformTenant } from './keyRows.ts';
import { type KeystoreFile, openKeystore, writeKeystore } from './keystoreFile.ts';
import { type ListKeysParameters, type ListKeysReturnType, listKeys } from './listKeys.ts';
import {
  type AddExternalKeyParameters,
  addExternalKey,
  addKey,
  archiveKey,
  type KeyInfo,
  type KeyOwner,
  readKey,
  toKeyInfo,
} from './tenantKeys.ts';
import { openVault } from './vault.ts';
import {
  archiveWallet,
  createWallet,
  importWallet,
  listWallets,
  type MnemonicLanguage,
  type Wallet,
} from './wallets.ts';

/** One key of one tenant; with `tenant: null` of anybody, the platform's own too, which is for the machine's operator. */
export interface KeyReference {
  tenant: string | null;
  address: string;
}

/** Keys and wallets of tenants. Nothing here gives a private key in clear. */
export interface Keys {
  list(parameters: ListKeysParameters): Promise<ListKeysReturnType>;
  read(key: KeyReference): Promise<KeyInfo>;
  /** As `read`, for a key that is to sign. @throws KEYS_KEY_UNKNOWN, KEYS_ARCHIVED */
  readSigner(key: { tenant: string; address: string }): Promise<KeyInfo>;
  create(owner: KeyOwner): Promise<KeyInfo>;
  archive(key: { tenant: string; address: string }): Promise<KeyInfo>;
  /** Takes in a keystore file of version 3, see `openKeystore`. */
  importKeystore(parameters: KeyOwner & { keystore: string; password: string }): Promise<KeyInfo>;
  /** Writes a keystore file of version 3, see `writeKeystore`. */
  exportKeystore(parameters: KeyReference & { password: string }): Promise<KeystoreFile>;
  addExternal(parameters: AddExternalKeyParameters): Promise<KeyInfo>;
  listWallets(tenant: string): Promise<Wallet[]>;
  /** The recovery words are in this answer only. */
  createWallet(parameters: KeyOwner & { language?: MnemonicLanguage }): Promise<Wallet & { mnemonic: string }>;
  importWallet(parameters: KeyOwner & { mnemonic: string; passphrase?: string }): Promise<Wallet>;
  archiveWallet(wallet: { tenant: string; id: string }): Promise<void>;
  addAccount(parameters: AddAccountParameters): Promise<KeyInfo>;
}

/** Refuses to write for the platform itself. @throws KEYS_TENANT_RESERVED */
function refusePlatform<Owner extends { tenant: string }>(owner: Owner): Owner {
  if (owner.tenant === platformTenant) throw keysErrors.tenantReserved();
  return owner;
}

/** Opens the keys of tenants under a master key of 64 hexadecimal digits. @throws LEDGER_BAD_MASTER_KEY */
export function openKeys({ store, masterKey }: { store: Store; masterKey: string }): Keys {
  const vault = openVault(masterKey);
  const context = { store, vault };
  return {
    list: (parameters) => listKeys(context, parameters),
    read: async (key) => toKeyInfo(await readKey(context, key)),
    async readSigner(key) {
      const row = await readKey(context, key);
      if (row.archived_at) throw keysErrors.archived({ name: row.name });
      return toKeyInfo(row);
    },
    create: async (owner) => addKey(context, refusePlatform(owner)),
    archive: async (key) => archiveKey(context, refusePlatform(key)),
    async importKeystore({ keystore, password, tenant, name }) {
      refusePlatform({ tenant });
      return addKey(context, { tenant, name, privateKey: await openKeystore(keystore, password) });
    },
    async exportKeystore({ tenant, address, password }) {
      const row = await readKey(context, { tenant, address });
      if (row.kind === 'external') throw keysErrors.notExportable({ address: row.address });
      const privateKey = vault.unseal(row, bindKey(row), row.name);
      try {
        return await writeKeystore(privateKey, { password, address: row.address });
      } finally {
        privateKey.fill(0);
      }
    },
    addExternal: async (parameters) =>
      addExternalKey(context, refusePlatform({ ...parameters, address: parameters.address.toLowerCase() as Hex })),
    listWallets: (tenant) => listWallets(context, tenant),
    createWallet: async (parameters) => createWallet(context, refusePlatform(parameters)),
    importWallet: async (parameters) => importWallet(context, refusePlatform(parameters)),
    archiveWallet: async (wallet) => archiveWallet(context, refusePlatform(wallet)),
    addAccount: async (parameters) => toKeyInfo(await addAccount(context, refusePlatform(parameters))),
  };
}
