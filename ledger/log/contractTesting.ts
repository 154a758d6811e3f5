import {
  type Abi,
  createPublicClient,
  createWalletClient,
  defineChain,
  encodeFunctionData,
  type Hex,
  http,
  type TransactionReceipt,
} from 'viem';
import { type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts';
import { inject, vi } from 'vitest';
import { evidenceLogAbi, evidenceLogBytecode } from '../../contracts/generated/EvidenceLog.ts';
import { randomKey } from '../testing.ts';

export const origin = 'xiangyu.example/log';
const fees = { maxFeePerGas: 100n, maxPriorityFeePerGas: 1n };

/** An account with funds on the test run's node, which deploys and calls contracts and waits for their receipts. */
export interface ContractUser {
  account: PrivateKeyAccount;
  reader: ReturnType<typeof connect>['reader'];
  deploy(parameters: { abi: Abi; bytecode: Hex; args?: readonly unknown[] }): Promise<Hex>;
  send(to: Hex, data: Hex): Promise<TransactionReceipt>;
}

function connect() {
  const chain = defineChain({
    id: 7002,
    name: 'test',
    nativeCurrency: { name: 'CFX', symbol: 'CFX', decimals: 18 },
    rpcUrls: { default: { http: [inject('espaceUrl')] } },
  });
  const transport = http(inject('espaceUrl'), { batch: { batchSize: 100 } });
  const reader = createPublicClient({ chain, transport, pollingInterval: 200 });
  return { reader, walletOf: (account: PrivateKeyAccount) => createWalletClient({ account, chain, transport }) };
}

/** Makes an account that can pay. */
export async function createContractUser(): Promise<ContractUser> {
  const { reader, walletOf } = connect();
  // A transaction is in a block some seconds before it is executed; until then there is no receipt.
  const receiptOf = (hash: Hex, timeout = 30_000) =>
    vi.waitFor(() => reader.getTransactionReceipt({ hash }), { timeout, interval: 100 });
  const account = privateKeyToAccount(randomKey());
  // The genesis account is everybody's in a test run, so another test may take the nonce first.
  await vi.waitFor(
    async () => {
      const transfer = { to: account.address, value: 10n ** 18n, gas: 21_000n, ...fees };
      const hash = await walletOf(privateKeyToAccount(inject('genesisKey'))).sendTransaction(transfer);
      await receiptOf(hash, 10_000);
    },
    { timeout: 100_000, interval: 300 },
  );
  const wallet = walletOf(account);
  // Several may be under way at once, in the order of the calls.
  let nonce = 0;
  return {
    account,
    reader,
    async deploy({ abi, bytecode, args = [] }) {
      const hash = await wallet.deployContract({ abi, bytecode, args, nonce: nonce++, gas: 3_000_000n, ...fees });
      const { contractAddress, status } = await receiptOf(hash);
      if (status !== 'success' || !contractAddress) throw new Error('the deployment reverted');
      return contractAddress;
    },
    async send(to, data) {
      const hash = await wallet.sendTransaction({ to, data, nonce: nonce++, gas: 2_000_000n, ...fees });
      return receiptOf(hash);
    },
  };
}

/** Deploys an EvidenceLog that the user owns. */
export const deployEvidenceLog = (user: ContractUser, owner: Hex = user.account.address) =>
  user.deploy({ abi: evidenceLogAbi, bytecode: evidenceLogBytecode, args: [origin, owner] });

/** Call data of `anchor`. */
export const encodeAnchor = (size: bigint, root: Hex, signatures: Hex[] = []) =>
  encodeFunctionData({ abi: evidenceLogAbi, functionName: 'anchor', args: [size, root, signatures] });
