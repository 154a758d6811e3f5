import { setTimeout as pause } from 'node:timers/promises';
import { keccak_256 } from '@noble/hashes/sha3.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { encodeFunctionData, type Hex, parseAbi, parseSignature } from 'viem';
import { privateKeyToAccount, privateKeyToAddress, sign } from 'viem/accounts';
import { decodeCoreAddress, encodeRlp, fromHex, integerToBytes, type RlpItem, toHex } from '../../proof/index.ts';
import { coreCall, espaceCall } from '../coreCall.ts';

/** Asks until there is an answer, at most a minute. */
export async function poll<T>(ask: () => Promise<T | null>): Promise<T> {
  for (const endsAt = performance.now() + 60_000; performance.now() < endsAt; ) {
    const answer = await ask();
    if (answer !== null) return answer;
    await pause(50);
  }
  throw new Error('no answer within a minute');
}

/** Deployment code of a runtime of less than 256 bytes. */
function deploymentOf(runtime: string): Hex {
  const size = (runtime.length / 2).toString(16).padStart(2, '0');
  return `0x60${size}600c60003960${size}6000f3${runtime}`;
}
/** Stores word 1 of the call data under word 0 and writes a log without data; works in both spaces. */
export const keeperCode = deploymentOf('6020356000355560426000' + '6000a100');
/** Reverts whatever it is asked. */
export const refuserCode = deploymentOf('60006000fd');
/** Writes a log with the first three words of the call data as topics and the fourth as data: any three-topic event. */
export const announcerCode = deploymentOf('6020606060003760403560203560003560206000a300');

/** One transaction of either space. */
export interface TestCall {
  to?: Hex;
  data?: Hex;
  value?: bigint;
  gas?: bigint;
  /** Fee cap and price in drip. */
  price?: bigint;
}

interface EspaceReceipt {
  status: Hex;
  blockNumber: Hex;
  blockHash: Hex;
  contractAddress: Hex;
}

interface CoreReceipt {
  outcomeStatus: Hex;
  epochNumber: Hex;
  contractCreated: string | null;
  storageCoveredBySponsor: boolean;
}

/** An account that sends transactions one after the other with nonces of its own counting. */
export function createEspaceSender(url: string, key: Hex, firstNonce = 0, chainId = 7002) {
  const account = privateKeyToAccount(key);
  let nonce = firstNonce;
  const send = async ({ to, data = '0x', value = 0n, gas = 100_000n, price = 1_000_000n }: TestCall) => {
    const fees = { type: 'eip1559', maxFeePerGas: price, maxPriorityFeePerGas: 1n } as const;
    const raw = await account.signTransaction({ ...fees, chainId, nonce, gas, value, data, ...(to ? { to } : {}) });
    nonce += 1;
    return espaceCall<Hex>(url, 'eth_sendRawTransaction', [raw]);
  };
  const waitFor = (hash: Hex) => poll(() => espaceCall<EspaceReceipt | null>(url, 'eth_getTransactionReceipt', [hash]));
  return { address: account.address, send, waitFor };
}

/** A Core Space transaction: `storageLimit` in bytes, `type` 0, 1 or 2. */
export interface CoreCall extends TestCall {
  storageLimit?: bigint;
  type?: 0 | 1 | 2;
}

/** As `createEspaceSender`, in Core Space. */
export function createCoreSender(url: string, key: Hex, firstNonce = 0n, chainId = 7001) {
  const address: Hex = `0x1${privateKeyToAddress(key).slice(3).toLowerCase()}`;
  let nonce = firstNonce;
  const send = async ({ to, data = '0x', value = 0n, gas = 100_000n, price = 1_000_000n, ...rest }: CoreCall) => {
    const { storageLimit = 0n, type = 0 } = rest;
    const fields: RlpItem[] = [
      integerToBytes(nonce),
      ...(type === 2 ? [integerToBytes(1n), integerToBytes(price)] : [integerToBytes(price)]),
      integerToBytes(gas),
      to ? fromHex(to) : new Uint8Array(),
      ...[value, storageLimit, 0n, BigInt(chainId)].map(integerToBytes),
      fromHex(data),
      ...(type === 0 ? [] : [[[fromHex(address), [new Uint8Array(32)]]]]),
    ];
    nonce += 1n;
    const prefix = type === 0 ? new Uint8Array() : concatBytes(utf8ToBytes('cfx'), Uint8Array.of(type));
    const hash = toHex(keccak_256(concatBytes(prefix, encodeRlp(fields))));
    const { yParity, r, s } = parseSignature(await sign({ hash, privateKey: key, to: 'hex' }));
    const signed = encodeRlp([fields, ...[BigInt(yParity), BigInt(r), BigInt(s)].map(integerToBytes)]);
    return coreCall<Hex>(url, 'cfx_sendRawTransaction', [toHex(concatBytes(prefix, signed))]);
  };
  const waitFor = (hash: Hex) => poll(() => coreCall<CoreReceipt | null>(url, 'cfx_getTransactionReceipt', [hash]));
  return { address, send, waitFor };
}

const sponsorAddress = '0x0888000000000000000000000000000000000001';
const sponsorAbi = parseAbi([
  'function setSponsorForGas(address contractAddr, uint256 upperBound) payable',
  'function setSponsorForCollateral(address contractAddr) payable',
  'function addPrivilegeByAdmin(address contractAddr, address[] addresses)',
]);

/** Call data of `keeperCode`. */
export const keep = (slot: bigint, value: bigint): Hex =>
  `0x${[slot, value].map((word) => word.toString(16).padStart(64, '0')).join('')}`;

/** Deploys a keeper in Core Space whose gas and storage a sponsor pays for everybody; answers its address. */
export async function deploySponsored(core: ReturnType<typeof createCoreSender>): Promise<Hex> {
  const { contractCreated } = await core.waitFor(
    await core.send({ data: keeperCode, gas: 500_000n, storageLimit: 2_000n }),
  );
  const contract = toHex(decodeCoreAddress(contractCreated ?? ''));
  const unit = 10n ** 18n;
  const calls = [
    {
      value: 2n * unit,
      data: encodeFunctionData({ abi: sponsorAbi, functionName: 'setSponsorForGas', args: [contract, unit / 1_000n] }),
    },
    {
      value: 2n * unit,
      data: encodeFunctionData({ abi: sponsorAbi, functionName: 'setSponsorForCollateral', args: [contract] }),
    },
    {
      data: encodeFunctionData({
        abi: sponsorAbi,
        functionName: 'addPrivilegeByAdmin',
        args: [contract, [`0x${'0'.repeat(40)}`]],
      }),
    },
  ];
  const hashes: Hex[] = [];
  for (const call of calls)
    hashes.push(await core.send({ ...call, to: sponsorAddress, gas: 500_000n, storageLimit: 1_000n }));
  for (const hash of hashes) await core.waitFor(hash);
  return contract;
}
