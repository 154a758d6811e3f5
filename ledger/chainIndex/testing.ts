import { privateKeyToAccount as toCoreAccount } from 'cive/accounts';
import { hexAddressToBase32 } from 'cive/utils';
import { encodeFunctionData, parseAbi } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { rpcBatch } from '../../engine/index.ts';
import type { Hex } from '../../proof/index.ts';
import { readBase32, toBase32 } from './base32.ts';

/** Chain ids of every chain that tests and benchmarks make. */
const coreChainId = 7001;
const evmChainId = 7002;
const gasPrice = 1_000_000_000n;

const word = (value: string) => value.replace(/^0x/, '').padStart(64, '0');
const transferTopic = 'ddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef';

/**
 * Creation code of a contract that answers every call with one ERC-20 `Transfer` from `from` to `to` of the amount in the
 * first word of the call: `MSTORE(0, CALLDATALOAD(0)); LOG3(0, 32, topic, from, to); STOP`.
 */
export function emitterCode(from: Hex, to: Hex): Hex {
  const runtime = `5f355f527f${word(to)}7f${word(from)}7f${transferTopic}60205fa300`;
  const size = (runtime.length / 2).toString(16).padStart(4, '0');
  return `0x61${size}80600a5f395ff3${runtime}`;
}

/** An account that sends to one space, with its own count of nonces. */
export interface Sender {
  address: Hex;
  /** Signs and hands over; answers the hash. Many at a time go in one exchange. */
  send(transactions: readonly SentTransaction[]): Promise<Hex[]>;
}

export interface SentTransaction {
  to?: Hex;
  data?: Hex;
  value?: bigint;
  gas?: bigint;
}

async function handOver(url: string, method: string, raws: readonly Hex[]): Promise<Hex[]> {
  const outcomes = await rpcBatch<Hex>(
    url,
    raws.map((raw) => ({ method, params: [raw] })),
    { timeoutMs: 60_000 },
  );
  return outcomes.map((outcome) => {
    if (!outcome.ok) throw outcome.error;
    return outcome.result;
  });
}

async function ask<T>(url: string, method: string, params: unknown[]): Promise<T> {
  const [outcome] = await rpcBatch<T>(url, [{ method, params }]);
  if (!outcome?.ok) throw outcome?.error ?? new Error('no answer');
  return outcome.result;
}

/** A sender in eSpace. */
export async function openEspaceSender(url: string, key: Hex): Promise<Sender> {
  const account = privateKeyToAccount(key);
  let nonce = Number(await ask<Hex>(url, 'eth_getTransactionCount', [account.address, 'latest']));
  return {
    address: account.address.toLowerCase() as Hex,
    async send(transactions) {
      const raws = await Promise.all(
        transactions.map((transaction) => {
          const fees = { maxFeePerGas: gasPrice, maxPriorityFeePerGas: 1n };
          const own = { chainId: evmChainId, type: 'eip1559' as const, gas: 500_000n, nonce: nonce++, ...fees };
          return account.signTransaction({ ...own, ...transaction });
        }),
      );
      return handOver(url, 'eth_sendRawTransaction', raws);
    },
  };
}

/** A sender in Core Space; recipients are given in hexadecimal. */
export async function openCoreSender(url: string, key: Hex): Promise<Sender & { base32: string }> {
  const account = toCoreAccount(key, { networkId: coreChainId });
  let nonce = Number(await ask<Hex>(url, 'cfx_getNextNonce', [account.address]));
  return {
    address: readBase32(account.address),
    base32: account.address,
    async send(transactions) {
      const epochHeight = Number(await ask<Hex>(url, 'cfx_epochNumber', ['latest_state']));
      const raws = await Promise.all(
        transactions.map(({ to, data, value = 0n, gas = 500_000n }) => {
          const fees = { maxFeePerGas: gasPrice, maxPriorityFeePerGas: 1n, storageLimit: 1_000n };
          const own = {
            chainId: coreChainId,
            type: 'eip1559' as const,
            nonce: nonce++,
            epochHeight,
            value,
            gas,
            ...fees,
          };
          const recipient = to ? { to: hexAddressToBase32({ hexAddress: to, networkId: coreChainId }) } : {};
          return account.signTransaction({ ...own, ...recipient, ...(data ? { data } : {}) } as never);
        }),
      );
      return handOver(url, 'cfx_sendRawTransaction', raws);
    },
  };
}

const crossSpaceAbi = parseAbi([
  'function transferEVM(bytes20 to) payable returns (bytes)',
  'function callEVM(bytes20 to, bytes data) payable returns (bytes)',
]);

/** Core transactions that act in eSpace: a transfer of 1 drip and a call. */
export function crossSpaceTransactions(contract: Hex, data: Hex): SentTransaction[] {
  const to = '0x0888000000000000000000000000000000000006';
  const call = (functionName: 'transferEVM' | 'callEVM', args: [Hex] | [Hex, Hex]) =>
    encodeFunctionData({ abi: crossSpaceAbi, functionName, args } as never);
  return [
    { to, value: 1n, data: call('transferEVM', ['0x2222222222222222222222222222222222222222']) },
    { to, gas: 2_000_000n, data: call('callEVM', [contract, data]) },
  ];
}

/** The receipt of a transaction once it is executed, asked for again and again. */
export async function waitForReceipt<T>(url: string, method: string, hash: Hex, timeoutMs = 20_000): Promise<T> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const receipt = await ask<T | null>(url, method, [hash]);
    if (receipt !== null) return receipt;
    if (performance.now() > deadline) throw new Error(`transaction ${hash} was not executed in time`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The base32 text of an address on the chains that tests make. */
export const toTestBase32 = (address: Hex) => toBase32(address, coreChainId);
