import { findWallet } from '../../explorer/contracts/wallet.ts';
import type { Hex, TypedData } from '../api/types.ts';
import { formatForWallet } from './typedData.ts';

export type WalletTrouble = 'missing' | 'account' | 'declined' | 'answer';

/** Why the wallet of the reader's browser did not sign. */
export class WalletFailed extends Error {
  readonly trouble: WalletTrouble;

  constructor(trouble: WalletTrouble, detail = '') {
    super(detail);
    this.trouble = trouble;
  }
}

async function ask(method: string, params?: unknown[]): Promise<unknown> {
  const wallet = findWallet();
  if (wallet === null) throw new WalletFailed('missing');
  try {
    return await wallet.request({ method, ...(params === undefined ? {} : { params }) });
  } catch (error) {
    // Wallets throw plain objects as often as errors.
    const message = typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
    throw new WalletFailed('declined', String(message));
  }
}

/** Whether the browser offers a wallet (EIP-1193). */
export const hasWallet = (): boolean => findWallet() !== null;

/** The account that the wallet's owner chooses to show, in lower case. @throws WalletFailed */
export async function askWalletAccount(): Promise<Hex> {
  const accounts = await ask('eth_requestAccounts');
  const account: unknown = Array.isArray(accounts) ? accounts[0] : undefined;
  if (typeof account !== 'string' || !/^0x[0-9a-f]{40}$/i.test(account)) throw new WalletFailed('answer');
  return account.toLowerCase() as Hex;
}

/** Has the wallet sign a message with one of its accounts. @throws WalletFailed */
export async function signWithWallet(typedData: TypedData, signer: Hex): Promise<Hex> {
  const accounts = await ask('eth_requestAccounts');
  const offered = Array.isArray(accounts) ? accounts.map((account) => String(account).toLowerCase()) : [];
  if (!offered.includes(signer.toLowerCase())) throw new WalletFailed('account', offered.join(', '));
  const signature = await ask('eth_signTypedData_v4', [signer, formatForWallet(typedData)]);
  if (typeof signature !== 'string' || !/^0x[0-9a-f]{130}$/i.test(signature)) throw new WalletFailed('answer');
  return signature as Hex;
}
