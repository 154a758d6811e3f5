/** A wallet in the reader's browser (EIP-1193). */
interface Wallet {
  request(call: { method: string; params?: unknown[] }): Promise<unknown>;
}

/** The wallet that the reader's browser offers, or null. */
export function findWallet(): Wallet | null {
  const offered = (window as { ethereum?: unknown }).ethereum;
  return typeof offered === 'object' && offered !== null && 'request' in offered ? (offered as Wallet) : null;
}

export interface WalletCall {
  to: string;
  data: string;
  /** Hexadecimal amount of the smallest unit. */
  value: string;
  chainId: number;
}

/**
 * Asks the wallet to sign and send a call, on the chain that the contract is on. The platform sees nothing of it.
 * Returns the transaction's hash; throws what the wallet answers when its owner declines.
 */
export async function sendWithWallet(wallet: Wallet, { to, data, value, chainId }: WalletCall): Promise<string> {
  const accounts = await wallet.request({ method: 'eth_requestAccounts' });
  const from: unknown = Array.isArray(accounts) ? accounts[0] : undefined;
  const wanted = `0x${chainId.toString(16)}`;
  const current = await wallet.request({ method: 'eth_chainId' });
  if (current !== wanted) {
    await wallet.request({ method: 'wallet_switchEthereumChain', params: [{ chainId: wanted }] });
  }
  const hash = await wallet.request({ method: 'eth_sendTransaction', params: [{ from, to, data, value }] });
  if (typeof hash !== 'string') throw new Error('the wallet gave no transaction hash');
  return hash;
}
