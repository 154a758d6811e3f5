import {
  type Abi,
  type Account,
  createPublicClient,
  createWalletClient,
  defineChain,
  encodeDeployData,
  encodeFunctionData,
  type Hex,
  http,
  type TransactionReceipt,
  type TypedDataDefinition,
} from 'viem';
import { generatePrivateKey, type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts';
import { inject, vi } from 'vitest';
import { allianceGovernorAbi, allianceGovernorBytecode } from '../../contracts/generated/AllianceGovernor.ts';
import { memberRegistryAbi } from '../../contracts/generated/MemberRegistry.ts';
import { type Charter, constructorArguments, enrolments, hashCharter } from '../founding/charter.ts';
import { memberKinds } from './members.ts';
import type { AllianceContracts } from './proposals.ts';
import { foundingData, type SigningPlace, type TypedData } from './typedData.ts';

const fees = { maxFeePerGas: 100n, maxPriorityFeePerGas: 1n };
export const testChainId = 7002;

/** Signs what the builders of typed data give. */
export const signData = (account: PrivateKeyAccount, data: TypedData): Promise<Hex> =>
  account.signTypedData(data as unknown as TypedDataDefinition);

/** Sends transactions on the test run's node and waits for them; several may be under way at once. */
export interface Relayer {
  account: PrivateKeyAccount;
  reader: ReturnType<typeof createReader>;
  deploy(data: Hex): Promise<Hex>;
  send(to: Hex, data: Hex, value?: bigint): Promise<TransactionReceipt>;
}

const chain = () =>
  defineChain({
    id: testChainId,
    name: 'test',
    nativeCurrency: { name: 'CFX', symbol: 'CFX', decimals: 18 },
    rpcUrls: { default: { http: [inject('espaceUrl')] } },
  });
const transport = () => http(inject('espaceUrl'), { batch: { batchSize: 100 } });
const createReader = () => createPublicClient({ chain: chain(), transport: transport(), pollingInterval: 200 });

/** Makes an account that can pay and has no other right. */
export async function createRelayer(): Promise<Relayer> {
  const reader = createReader();
  const account = privateKeyToAccount(generatePrivateKey());
  const walletOf = (from: Account) => createWalletClient({ account: from, chain: chain(), transport: transport() });
  const receiptOf = (hash: Hex, timeout = 30_000) =>
    vi.waitFor(() => reader.getTransactionReceipt({ hash }), { timeout, interval: 100 });
  // The genesis account is everybody's in a test run, so another test may take the nonce first.
  await vi.waitFor(
    async () => {
      const transfer = { to: account.address, value: 10n ** 19n, gas: 21_000n, ...fees };
      const hash = await walletOf(privateKeyToAccount(inject('genesisKey'))).sendTransaction(transfer);
      await receiptOf(hash, 10_000);
    },
    { timeout: 100_000, interval: 300 },
  );
  const wallet = walletOf(account);
  let nonce = 0;
  return {
    account,
    reader,
    async deploy(data) {
      const hash = await wallet.sendTransaction({ data, nonce: nonce++, gas: 12_000_000n, ...fees });
      const { contractAddress, status } = await receiptOf(hash);
      if (status !== 'success' || !contractAddress) throw new Error('the deployment reverted');
      return contractAddress.toLowerCase() as Hex;
    },
    async send(to, data, value = 0n) {
      const hash = await wallet.sendTransaction({ to, data, value, nonce: nonce++, gas: 800_000n, ...fees });
      return receiptOf(hash);
    },
  };
}

/** A founder of a test's alliance, with its key. */
export interface TestFounder {
  slug: string;
  account: PrivateKeyAccount;
}

/** A charter with founders named `founder-0`, `founder-1`, …, all enterprises of weight 1. */
export function createTestCharter(
  count: number,
  rules: Partial<Charter['rules']> = {},
): { charter: Charter; founders: TestFounder[] } {
  const founders = Array.from({ length: count }, (_, index) => ({
    slug: `founder-${index}`,
    account: privateKeyToAccount(generatePrivateKey()),
  }));
  return {
    founders,
    charter: {
      format: 'xiangyu-charter/1',
      name: { zh: '测试联盟', en: 'Test alliance' },
      purpose: null,
      rules: {
        votingDelaySeconds: 0,
        votingPeriodSeconds: 8,
        quorumPercent: 50,
        passPercent: 50,
        kindWeights: Object.fromEntries(memberKinds.map((kind) => [kind, 1])) as Charter['rules']['kindWeights'],
        ...rules,
      },
      founders: founders.map(({ slug, account }) => ({
        slug,
        kinds: ['enterprise'],
        did: `did:web:${slug}.example`,
        key: account.address.toLowerCase() as Hex,
        nodeKey: null,
        witness: null,
        profile: { name: { zh: slug, en: slug } },
      })),
    },
  };
}

/** Deploys the contracts of a charter; nobody is enrolled yet. */
export async function deployTestAlliance(relayer: Relayer, charter: Charter): Promise<AllianceContracts> {
  const governor = await relayer.deploy(
    encodeDeployData({
      abi: allianceGovernorAbi,
      bytecode: allianceGovernorBytecode,
      args: constructorArguments(charter),
    }),
  );
  const at = { abi: allianceGovernorAbi as Abi, address: governor };
  const [registry, record] = await Promise.all(
    ['registry', 'record'].map((functionName) => relayer.reader.readContract({ ...at, functionName })),
  );
  return { governor, registry: String(registry).toLowerCase() as Hex, record: String(record).toLowerCase() as Hex };
}

/** Call data of a founder's enrolment, signed. */
export async function encodeEnrol(place: SigningPlace, charter: Charter, founder: TestFounder): Promise<Hex> {
  const enrolment = enrolments(charter)(founder.slug);
  if (!enrolment) throw new Error(`the charter has no ${founder.slug}`);
  const { entry, proof } = enrolment;
  const data = foundingData(place, { charter: hashCharter(charter), member: entry.id });
  const args = [entry, proof, await signData(founder.account, data)] as const;
  return encodeFunctionData({ abi: memberRegistryAbi, functionName: 'enrol', args });
}

/** Deploys the contracts of a charter and enrols every founder. */
export async function foundTestAlliance(relayer: Relayer, charter: Charter, founders: readonly TestFounder[]) {
  const contracts = await deployTestAlliance(relayer, charter);
  const place = { chainId: testChainId, contract: contracts.registry };
  const calls = await Promise.all(founders.map((founder) => encodeEnrol(place, charter, founder)));
  const receipts = await Promise.all(calls.map((data) => relayer.send(contracts.registry, data)));
  return { contracts, receipts };
}
