import { randomBytes } from 'node:crypto';
import { signRecoverable } from 'tiny-secp256k1';
import { bytesToHex, type Hex, hexToBytes, keccak256, serializeTransaction } from 'viem';
import { privateKeyToAddress } from 'viem/accounts';

/** Where every transfer goes. */
export const sink: Hex = '0x00000000000000000000000000000000000000aa';
const evmChainId = 7002;

export interface Wallet {
  key: Hex;
  address: Hex;
}

/** Makes keys that nobody has used. */
export const makeWallets = (count: number): Wallet[] =>
  Array.from({ length: count }, () => {
    const key = bytesToHex(randomBytes(32));
    return { key, address: privateKeyToAddress(key).toLowerCase() as Hex };
  });

/** Signs a transfer as the flood sends it. */
export function signTransfer(key: Hex, transfer: { nonce: number; to: Hex; value: bigint }): Hex {
  const fees = { maxFeePerGas: 10n ** 9n, maxPriorityFeePerGas: 1n };
  const unsigned = { chainId: evmChainId, type: 'eip1559', gas: 21_000n, ...fees, ...transfer } as const;
  const digest = hexToBytes(keccak256(serializeTransaction(unsigned)));
  const { signature, recoveryId } = signRecoverable(digest, hexToBytes(key));
  const [r, s] = [bytesToHex(signature.subarray(0, 32)), bytesToHex(signature.subarray(32))];
  return serializeTransaction(unsigned, { r, s, yParity: recoveryId === 1 ? 1 : 0 });
}

interface Reply {
  id: number;
  result?: unknown;
  error?: { message: string };
}

/** Several calls in one exchange, as plainly as can be. */
export async function rpc(url: string, calls: [method: string, params: unknown[]][]): Promise<unknown[]> {
  const body = JSON.stringify(calls.map(([method, params], id) => ({ jsonrpc: '2.0', id, method, params })));
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const replies = ((await response.json()) as Reply[]).sort((a, b) => a.id - b.id);
  return replies.map(({ result, error }) => {
    if (error) throw new Error(error.message);
    return result;
  });
}

/** Waits until the chain has executed so many transactions of each account. */
export async function waitForNonces(url: string, addresses: readonly Hex[], nonce: number): Promise<void> {
  for (;;) {
    const nonces = await rpc(
      url,
      addresses.map((address) => ['eth_getTransactionCount', [address, 'latest']]),
    );
    if (nonces.every((one) => Number(one) >= nonce)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const batchSize = 200;
const connections = 4;
/** The node refuses nonces more than 2000 ahead. */
const window = 1_800;

/** Floods a node with transactions signed before; gives transactions a second, until all are executed. */
export async function flood(url: string, wallets: readonly Wallet[], each: number): Promise<number> {
  const addresses = wallets.map(({ address }) => address);
  const raws = wallets.map(({ key }) =>
    Array.from({ length: each }, (_, nonce) => signTransfer(key, { nonce, to: sink, value: 1n })),
  );
  const startedAt = performance.now();
  for (let first = 0; first < each; first += window) {
    // All accounts in turn, as they would come.
    const last = Math.min(each, first + window);
    const turn = Array.from({ length: last - first }, (_, at) => raws.map((own) => own[first + at])).flat();
    const batches: [string, unknown[]][][] = [];
    for (let at = 0; at < turn.length; at += batchSize) {
      batches.push(turn.slice(at, at + batchSize).map((raw) => ['eth_sendRawTransaction', [raw]]));
    }
    await Promise.all(
      Array.from({ length: connections }, async () => {
        for (let batch = batches.shift(); batch; batch = batches.shift()) await rpc(url, batch);
      }),
    );
    if (last < each) await waitForNonces(url, addresses, Math.max(0, last - window / 2));
  }
  await waitForNonces(url, addresses, each);
  return (wallets.length * each) / ((performance.now() - startedAt) / 1000);
}

/** A loop as a program writes it first: send, wait for the receipt, send the next; gives transactions a second. */
export async function loop(url: string, { key }: Wallet, count: number): Promise<number> {
  const { createPublicClient, createWalletClient, defineChain, http } = await import('viem');
  const { privateKeyToAccount } = await import('viem/accounts');
  const chain = defineChain({
    id: evmChainId,
    name: 'bench',
    nativeCurrency: { name: 'CFX', symbol: 'CFX', decimals: 18 },
    rpcUrls: { default: { http: [url] } },
  });
  const transport = http(url, { timeout: 60_000 });
  const client = createWalletClient({ account: privateKeyToAccount(key), chain, transport });
  const reader = createPublicClient({ chain, transport, pollingInterval: 100 });
  const startedAt = performance.now();
  for (let done = 0; done < count; done += 1) {
    const hash = await client.sendTransaction({ to: sink, value: 1n });
    await reader.waitForTransactionReceipt({ hash });
  }
  return count / ((performance.now() - startedAt) / 1000);
}
