import {
  type AbiEvent,
  decodeFunctionData,
  encodeAbiParameters,
  encodeErrorResult,
  encodeEventTopics,
  encodeFunctionResult,
  getAbiItem,
  type Hex,
  numberToHex,
  recoverTypedDataAddress,
  zeroAddress,
} from 'viem';
import { dataGrantsAbi } from '../../../contracts/generated/DataGrants.ts';
import type { ChainLog } from '../../../ledger/index.ts';
import type { GrantChain } from '../grantChain.ts';
import type { ChainRelay } from '../grants.ts';
import { readTerms } from '../lookUp.ts';
import { type ChainTerms, grantIdOfDigest, lower } from '../terms.ts';
import { actData, isActKind, issueData } from '../typedData.ts';
import { applyMessage, type ModelGrant, type ModelMessage } from './modelContract.ts';

/** A chain that executes at once, by the rules that a test holds against the real contract. */
export interface ModelChain {
  chain: GrantChain;
  relay: ChainRelay;
  /** Number of the newest block; each carried call makes one. */
  height(): number;
  /** While it is silent every question fails. */
  setSilent(silent: boolean): void;
  /** While it stands still, nothing that is carried is executed. */
  setStanding(standing: boolean): Promise<void>;
  /** Moves the time of its newest block. */
  setBlockTime(time: Date | null): void;
  /** Replaces the blocks from a height on by empty ones, as a reorganisation does; blocks below `safe` stay. */
  dropFrom(height: number): void;
}

const contract: Hex = '0x00000000000000000000000000000000000da7a6';
const eventNames = {
  issue: 'GrantIssued',
  suspend: 'GrantSuspended',
  resume: 'GrantResumed',
  revoke: 'GrantRevoked',
  renounce: 'GrantRenounced',
} as const;
const emptyTerms: ChainTerms = {
  provider: zeroAddress,
  notBefore: 0,
  notAfter: 0,
  consumer: zeroAddress,
  version: 0,
  maxCount: 0,
  arbiter: zeroAddress,
  agreement: numberToHex(0, { size: 32 }),
  dataset: numberToHex(0, { size: 32 }),
  purpose: numberToHex(0, { size: 32 }),
  columns: numberToHex(0, { size: 32 }),
  policy: numberToHex(0, { size: 32 }),
};
const toAbi = (terms: ChainTerms) => ({ ...terms, maxCount: BigInt(terms.maxCount) });

interface Read {
  message: ModelMessage;
  reason: Hex | null;
}

/** Reads a call as the contract does: what it says and whose signature it carries. */
async function readCall(evmChainId: number, data: Hex): Promise<Read> {
  const place = { evmChainId, contract };
  const { functionName, args } = decodeFunctionData({ abi: dataGrantsAbi, data });
  if (functionName === 'issue') {
    const terms = readTerms(args[0]);
    const signer = await recoverTypedDataAddress({ ...issueData(place, terms), signature: args[1] });
    return { message: { kind: 'issue', terms, signer: lower(signer) }, reason: null };
  }
  if (!isActKind(functionName)) throw new Error(`${functionName} changes nothing`);
  const [grant, number, reason, signature] = args as readonly [Hex, bigint, Hex, Hex];
  const sequence = Number(number);
  const signer = await recoverTypedDataAddress({
    ...actData(place, functionName, { grant, sequence, reason }),
    signature,
  });
  return { message: { kind: functionName, grant, sequence, signer: lower(signer) }, reason };
}

/** Makes an empty chain. */
export function createModelChain(evmChainId = 7002): ModelChain {
  let executed: { message: ModelMessage; height: number }[] = [];
  let logs: ChainLog[] = [];
  let grants = new Map<Hex, ModelGrant>();
  let height = 10;
  let silent = false;
  let standing = false;
  let blockTime: Date | null = null;
  let branch = 0;
  const outcomes = new Map<string, Awaited<ReturnType<ChainRelay['outcome']>>>();
  const waiting: { key: string; data: Hex }[] = [];

  const speak = () => {
    if (silent) throw new Error('the node does not answer');
  };
  const hash = (...parts: number[]) =>
    `0x${parts
      .map((part) => part.toString(16).padStart(16, '0'))
      .join('')
      .padStart(64, '0')}` as Hex;

  function emit({ message, reason }: Read, at: number, transaction: Hex): void {
    const name = eventNames[message.kind];
    const id =
      message.kind === 'issue' ? grantIdOfDigest(message.terms.provider, message.terms.agreement) : message.grant;
    const event = getAbiItem({ abi: dataGrantsAbi, name }) as AbiEvent;
    const unindexed = event.inputs.filter(({ indexed }) => !indexed);
    const named =
      message.kind === 'issue'
        ? { grant: id, provider: message.terms.provider, consumer: message.terms.consumer }
        : { grant: id, by: message.signer };
    const values = message.kind === 'issue' ? [toAbi(message.terms)] : [BigInt(message.sequence), reason];
    logs.push({
      address: contract,
      topics: encodeEventTopics({ abi: [event], args: named } as never) as Hex[],
      data: encodeAbiParameters(unindexed, values as never),
      blockNumber: at,
      blockHash: hash(branch, at),
      transactionHash: transaction,
      logIndex: 0,
    });
  }

  async function mine({ key, data }: { key: string; data: Hex }): Promise<void> {
    const call = await readCall(evmChainId, data);
    height += 1;
    const transaction = hash(branch, height, 1);
    const reason = applyMessage(grants, call.message);
    if (!reason) {
      emit(call, height, transaction);
      executed.push({ message: call.message, height });
    }
    outcomes.set(key, { state: reason ? 'failed' : 'executed', transaction, reason });
  }

  const chain: GrantChain = {
    evmChainId,
    known: contract,
    contract: async () => contract,
    async call(_, data) {
      speak();
      const { functionName, args } = decodeFunctionData({ abi: dataGrantsAbi, data });
      const grant = grants.get(args?.[0] as Hex);
      if (functionName === 'sequenceOf') {
        const result = BigInt(grant?.sequences.get(lower(args[1])) ?? 0);
        return encodeFunctionResult({ abi: dataGrantsAbi, functionName, result });
      }
      if (functionName !== 'lookUp') throw new Error(`${functionName} is not answered here`);
      const time = blockTime ?? new Date();
      const state = { stage: grant?.stage ?? 0, holds: grant?.holds ?? 0, changedAt: 0 };
      const seconds = BigInt(Math.floor(time.getTime() / 1_000));
      const result = [state, toAbi(grant?.terms ?? emptyTerms), BigInt(height), seconds] as const;
      return encodeFunctionResult({ abi: dataGrantsAbi, functionName, result });
    },
    async simulate(_, data) {
      speak();
      const { message } = await readCall(evmChainId, data);
      const copy = new Map([...grants].map(([id, grant]) => [id, { ...grant, sequences: new Map(grant.sequences) }]));
      const reason = applyMessage(copy, message);
      if (!reason) return { ok: true };
      const latest = message.kind === 'issue' ? 0 : (grants.get(message.grant)?.sequences.get(message.signer) ?? 0);
      const zero = numberToHex(0, { size: 32 });
      const values: Record<string, readonly unknown[]> = {
        AlreadyIssued: [zero],
        UnknownGrant: [zero],
        PeriodWrong: [0, 0],
        WrongSigner: [message.signer],
        StaleSequence: [message.signer, 0n, BigInt(latest)],
        GrantEnded: [zero, 2],
        NotHeld: [zero, message.signer],
      };
      const error = { abi: dataGrantsAbi, errorName: reason, args: values[reason] ?? [] };
      return { ok: false, reason, data: encodeErrorResult(error as never) };
    },
    async readLatestBlock() {
      speak();
      return height;
    },
    // A reorganisation reaches three blocks back at most.
    readSafeBlock: async () => Math.max(0, height - 3),
    async readLogs({ fromBlock, toBlock }) {
      speak();
      return logs.filter(({ blockNumber }) => blockNumber >= fromBlock && blockNumber <= toBlock);
    },
  };
  const relay: ChainRelay = {
    async submit({ key, data }) {
      speak();
      if (outcomes.has(key)) return key;
      outcomes.set(key, { state: 'underway', transaction: null, reason: null });
      if (standing) waiting.push({ key, data });
      else await mine({ key, data });
      return key;
    },
    async outcome({ reference }) {
      speak();
      return outcomes.get(reference) ?? null;
    },
  };
  return {
    chain,
    relay,
    height: () => height,
    setSilent: (now) => {
      silent = now;
    },
    async setStanding(now) {
      standing = now;
      if (!now) for (const call of waiting.splice(0)) await mine(call);
    },
    setBlockTime: (time) => {
      blockTime = time;
    },
    dropFrom(from) {
      branch += 1;
      executed = executed.filter((call) => call.height < from);
      logs = logs.filter(({ blockNumber }) => blockNumber < from);
      grants = new Map();
      for (const { message } of executed) applyMessage(grants, message);
    },
  };
}
