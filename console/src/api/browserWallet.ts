import type { SignedIn } from './account.ts';
import { request } from './request.ts';

/** What browser wallets put into the page (EIP-1193). */
interface Provider {
  request(call: { method: string; params?: unknown[] }): Promise<unknown>;
}

const findProvider = () => (window as { ethereum?: Provider }).ethereum;

/** Whether the browser has a wallet. */
export function hasBrowserWallet(): boolean {
  return findProvider() !== undefined;
}

const toHex = (text: string) =>
  `0x${[...new TextEncoder().encode(text)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;

/** Has the wallet sign the platform's text (EIP-4361) with the account that the person chooses. */
async function sign(preparePath: string): Promise<{ message: string; signature: string }> {
  const provider = findProvider();
  if (!provider) throw new Error('The browser has no wallet.');
  const [address] = (await provider.request({ method: 'eth_requestAccounts' })) as string[];
  const { message } = await request<{ message: string }>(preparePath, { method: 'POST', body: { address } });
  const signature = (await provider.request({ method: 'personal_sign', params: [toHex(message), address] })) as string;
  return { message, signature };
}

/** Signs in with a wallet that is linked to an account. */
export async function signInWithWallet(): Promise<SignedIn> {
  return request('/api/auth/wallet', { method: 'POST', body: await sign('/api/auth/wallet/message') });
}

/** Links a wallet to the own account. */
export async function linkWallet(): Promise<void> {
  await request('/api/account/wallets', { method: 'POST', body: await sign('/api/account/wallets/message') });
}
