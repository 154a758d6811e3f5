import { createPublicClient, createWalletClient, defineChain, type Hex, http, parseEventLogs, zeroHash } from 'viem';
import { type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts';
import { beforeAll, expect, inject, test, vi } from 'vitest';
import { evidenceLogAbi, evidenceLogBytecode } from '../../contracts/generated/EvidenceLog.ts';
import { readAnchoredRootOverRpc } from '../../proof/index.ts';
import { randomKey } from '../testing.ts';

const publisher = privateKeyToAccount(randomKey());
const root = (digit: string): Hex => `0x${digit.repeat(64)}`;
const setUp = () => {
  const chain = defineChain({
    id: 7002,
    name: 'test',
    nativeCurrency: { name: 'CFX', symbol: 'CFX', decimals: 18 },
    rpcUrls: { default: { http: [inject('espaceUrl')] } },
  });
  const transport = http(inject('espaceUrl'));
  const fees = { maxFeePerGas: 100n, maxPriorityFeePerGas: 1n };
  const reader = createPublicClient({ chain, transport, pollingInterval: 200 });
  const walletOf = (account: PrivateKeyAccount) => createWalletClient({ account, chain, transport });
  return { reader, walletOf, fees };
};
let address: Hex;

beforeAll(async () => {
  const { reader, walletOf, fees } = setUp();
  // The genesis account is everybody's in a test run, so another test may take the nonce first.
  const fund = async (): Promise<unknown> => {
    const transfer = { to: publisher.address, value: 10n ** 18n, gas: 21_000n, ...fees };
    const hash = await walletOf(privateKeyToAccount(inject('genesisKey'))).sendTransaction(transfer);
    return reader.waitForTransactionReceipt({ hash, timeout: 10_000 });
  };
  await vi.waitFor(fund, { timeout: 100_000, interval: 300 });
  const hash = await walletOf(publisher).deployContract({
    abi: evidenceLogAbi,
    bytecode: evidenceLogBytecode,
    args: [publisher.address],
    gas: 1_000_000n,
    ...fees,
  });
  const receipt = await reader.waitForTransactionReceipt({ hash });
  address = receipt.contractAddress ?? '0x';
}, 120_000);

const simulate = (account: PrivateKeyAccount, size: bigint, value: Hex) =>
  setUp().reader.simulateContract({
    account,
    address,
    abi: evidenceLogAbi,
    functionName: 'anchor',
    args: [size, value],
  });

async function anchor(size: bigint, value: Hex) {
  const { reader, walletOf, fees } = setUp();
  const hash = await walletOf(publisher).writeContract({
    address,
    abi: evidenceLogAbi,
    functionName: 'anchor',
    args: [size, value],
    gas: 200_000n,
    ...fees,
  });
  return reader.waitForTransactionReceipt({ hash });
}

test('a new contract holds nothing', async () => {
  const { reader } = setUp();
  const read = { address, abi: evidenceLogAbi } as const;
  expect(await reader.readContract({ ...read, functionName: 'latest' })).toEqual([0n, zeroHash]);
  expect(await reader.readContract({ ...read, functionName: 'publisher' })).toBe(publisher.address);
  expect(await readAnchoredRootOverRpc(inject('espaceUrl'))({ evmChainId: 7002, contract: address, size: 5 })).toBe(
    null,
  );
});

test('the publisher anchors growing sizes; every root stays readable', async () => {
  const { reader } = setUp();
  const receipts = [await anchor(5n, root('5')), await anchor(2n ** 64n - 1n, root('f'))];
  const events = receipts.flatMap(({ logs }) => parseEventLogs({ abi: evidenceLogAbi, logs }));
  expect(events.map(({ eventName, args }) => ({ eventName, ...args }))).toEqual([
    { eventName: 'CheckpointAnchored', size: 5n, root: root('5'), index: 0n },
    { eventName: 'CheckpointAnchored', size: 2n ** 64n - 1n, root: root('f'), index: 1n },
  ]);
  const latest = await reader.readContract({ address, abi: evidenceLogAbi, functionName: 'latest' });
  expect(latest).toEqual([2n ** 64n - 1n, root('f')]);
  const readRoot = readAnchoredRootOverRpc(inject('espaceUrl'));
  expect(await readRoot({ evmChainId: 7002, contract: address, size: 5 })).toBe(root('5'));
  expect(await readRoot({ evmChainId: 7002, contract: address, size: 4 })).toBe(null);
  expect(await readRoot({ evmChainId: 7002, contract: `0x${'12'.repeat(20)}`, size: 5 })).toBe(null);
});

test('everything else is refused, with its reason', async () => {
  const stranger = privateKeyToAccount(randomKey());
  const largest = 2n ** 64n - 1n;
  await expect(simulate(publisher, largest, root('a'))).rejects.toThrow('SizeNotGrown');
  await expect(simulate(publisher, 6n, root('a'))).rejects.toThrow('SizeNotGrown');
  await expect(simulate(publisher, 0n, root('a'))).rejects.toThrow('SizeNotGrown');
  await expect(simulate(stranger, largest, root('a'))).rejects.toThrow('NotPublisher');
  const reverted = await anchor(5n, root('a'));
  expect(reverted.status).toBe('reverted');
});

test('a zero root and a zero publisher are refused', async () => {
  const { reader, walletOf, fees } = setUp();
  const deployment = { abi: evidenceLogAbi, bytecode: evidenceLogBytecode, gas: 1_000_000n, ...fees };
  const fresh = await walletOf(publisher).deployContract({ ...deployment, args: [publisher.address] });
  const { contractAddress } = await reader.waitForTransactionReceipt({ hash: fresh });
  await expect(
    reader.simulateContract({
      account: publisher,
      address: contractAddress ?? '0x',
      abi: evidenceLogAbi,
      functionName: 'anchor',
      args: [1n, zeroHash],
    }),
  ).rejects.toThrow('ZeroRoot');
  const nobody = await walletOf(publisher).deployContract({ ...deployment, args: [`0x${'0'.repeat(40)}`] });
  expect((await reader.waitForTransactionReceipt({ hash: nobody })).status).toBe('reverted');
});
