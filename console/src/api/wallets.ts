import { request } from './request.ts';

/** A key of the member that the platform signs with. */
export interface WalletKey {
  /** eSpace address, lower case. */
  address: string;
  /** Core Space address of the same key, hexadecimal. */
  coreAddress: string;
  tenant: string;
  name: string;
  /** `derived` comes from a wallet, `external` lies with a signer of its own. */
  kind: 'single' | 'derived' | 'external';
  walletId: string | null;
  path: string | null;
  createdAt: string;
  archivedAt: string | null;
}

/** Recovery words and the accounts that come from them. */
export interface Wallet {
  id: string;
  tenant: string;
  name: string;
  accounts: number;
  createdAt: string;
  archivedAt: string | null;
}

/** Language of recovery words. */
export type MnemonicLanguage = 'english' | 'simplifiedChinese';
/** The space an account of a wallet is meant for. */
export type AccountSpace = 'espace' | 'core';

/** One page of the member's keys, by name. */
export function listWalletKeys(
  { archived = false, cursor, limit = 50 }: { archived?: boolean; cursor?: string | undefined; limit?: number },
  signal?: AbortSignal,
): Promise<{ items: WalletKey[]; nextCursor: string | null }> {
  const query = new URLSearchParams({ limit: String(limit), archived: String(archived) });
  if (cursor !== undefined) query.set('cursor', cursor);
  return request(`/api/wallets/keys?${query}`, { signal });
}

/** Makes a key. */
export function createWalletKey(name: string): Promise<WalletKey> {
  return request('/api/wallets/keys', { method: 'POST', body: { name } });
}

/** Takes a keystore file in; the password travels in the body, once. */
export function importKeystore(file: { name: string; keystore: object; password: string }): Promise<WalletKey> {
  return request('/api/wallets/keys/import', { method: 'POST', body: file });
}

/** A key as keystore file under `password`, for the person who shows the password of the account. */
export function exportKeystore(
  address: string,
  passwords: { password: string; accountPassword: string },
): Promise<object> {
  return request(`/api/wallets/keys/${encodeURIComponent(address)}/export`, { method: 'POST', body: passwords });
}

/** Ends the use of a key; it stays readable and can be exported. */
export function archiveKey(address: string): Promise<WalletKey> {
  return request(`/api/wallets/keys/${encodeURIComponent(address)}`, { method: 'DELETE' });
}

/** The member's wallets, archived ones too. */
export async function listWallets(signal?: AbortSignal): Promise<Wallet[]> {
  return (await request<{ items: Wallet[] }>('/api/wallets', { signal })).items;
}

/** Makes a wallet. The answer is the only place where its recovery words ever appear. */
export function createWallet(wallet: {
  name: string;
  language: MnemonicLanguage;
}): Promise<Wallet & { mnemonic: string }> {
  return request('/api/wallets', { method: 'POST', body: wallet });
}

/** Takes a wallet in by its recovery words. */
export function importWallet(wallet: { name: string; mnemonic: string; passphrase?: string }): Promise<Wallet> {
  return request('/api/wallets/import', { method: 'POST', body: wallet });
}

/** Makes the next account of a wallet. */
export function addAccount(walletId: string, account: { name?: string; space: AccountSpace }): Promise<WalletKey> {
  return request(`/api/wallets/${encodeURIComponent(walletId)}/accounts`, { method: 'POST', body: account });
}

/** Ends the use of a wallet and of its accounts. */
export function archiveWallet(id: string): Promise<void> {
  return request(`/api/wallets/${encodeURIComponent(id)}`, { method: 'DELETE' });
}
