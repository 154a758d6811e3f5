import type { Hex } from '../../proof/index.ts';
import { ledgerErrors } from '../errors.ts';
import type { ChainIdentity, Clock } from './endpoint.ts';
import { createEndpoints, type Endpoints, mergeOutcomes } from './endpoints.ts';
import { chooseFees, type Fees } from './fees.ts';
import { createHttpTransport } from './httpTransport.ts';
import { type ChainLog, type LogFilter, type LogReply, readLogReply, toLogRequest } from './readLogs.ts';
import { type ChainBlock, type Execution, readBlockReply, readExecutions, readPlaceReply } from './readReplies.ts';
import { RpcError, type RpcOutcome, type RpcRequest, type RpcTransport } from './rpc.ts';

/** Where the node sees a transaction. */
export type TransactionPlace = ({ kind: 'executed' } & Execution) | { kind: 'packed' | 'pooled' | 'unknown' };

/** A call as nodes simulate it. */
export interface ChainCall {
  from: Hex;
  to: Hex | null;
  data: Hex;
  value: bigint;
  /** Gas that it gets; null asks how much it needs. */
  gas: bigint | null;
}

/** What the chain knows of an account: how many of its nonces are used, and to where they continue in the pool. */
export interface AccountState {
  used: number;
  pending: number;
  balance: bigint;
}

/** The newest executed block and what gas costs then. */
export interface ChainHead extends ChainBlock {
  fees: Fees;
  /** Null before EIP-1559. */
  baseFee: bigint | null;
}

/** The questions the ledger asks the chain. All throw LEDGER_NODE_UNAVAILABLE (retryable) unless said otherwise. */
export interface ChainClient {
  readonly endpoints: Endpoints;
  readIdentity(): Promise<ChainIdentity>;
  readNonce(address: Hex, tag: 'latest' | 'safe'): Promise<number>;
  readBalance(address: Hex): Promise<bigint>;
  readAccounts(addresses: readonly Hex[]): Promise<AccountState[]>;
  /** Whether there is code at each of the addresses. */
  readHasCode(addresses: readonly Hex[]): Promise<boolean[]>;
  readFees(): Promise<Fees>;
  readHead(): Promise<ChainHead>;
  /** Blocks by number; null for those the node does not have. */
  readBlocks(numbers: readonly number[]): Promise<(ChainBlock | null)[]>;
  /** Every execution in each of these blocks; null where the node does not have the block. */
  readBlockExecutions(numbers: readonly number[]): Promise<({ block: ChainBlock; executions: Execution[] } | null)[]>;
  /** Gas that each call needs or, where it was given, that it would not revert; else the node's refusal. */
  simulate(calls: readonly ChainCall[]): Promise<(bigint | RpcError)[]>;
  call(to: Hex, data: Hex): Promise<Hex>;
  /** Hands signed bytes to the best node, or to all; gives null or the refusal for each, see `classifyFailure`. */
  sendRaws(raws: readonly Hex[], toAll?: boolean): Promise<(RpcError | null)[]>;
  /** Hands signed bytes to a node. @throws RpcError, the refusal, see `classifyFailure` */
  sendRaw(raw: Hex): Promise<void>;
  readPlaces(hashes: readonly Hex[]): Promise<TransactionPlace[]>;
  readPlace(hash: Hex): Promise<TransactionPlace>;
  readBlockNumber(tag: 'latest' | 'safe' | 'finalized'): Promise<number>;
  readLogs(filter: LogFilter): Promise<ChainLog[]>;
  /** Whether a reorganisation away from this block has at most one chance in a million. */
  isConfirmed(block: { blockHash: Hex; blockNumber: number }): Promise<boolean>;
  /** Whether the nodes say that they are still catching up. */
  isSyncing(): Promise<boolean>;
}

export interface CreateChainClientParameters {
  /** In order of preference. */
  espaceUrls: readonly string[];
  /** A Core Space node of the same chain, for the confirmation risk. */
  coreUrl?: string;
  clock?: Clock;
  /** In place of connections to the URLs. */
  transports?: readonly RpcTransport[];
}

/** A confirmation risk of 10⁻⁶, in the unit of cfx_getConfirmationRiskByHash: risk × 2²⁵⁶. */
const confirmedRisk = 2n ** 256n / 1_000_000n;

const quantity = (value: number | bigint): Hex => `0x${value.toString(16)}`;

/** Connects to eSpace nodes in order of preference, and to a Core Space node for the confirmation risk where there is one. */
export function createChainClient(parameters: CreateChainClientParameters): ChainClient {
  const { espaceUrls, coreUrl, clock = { now: () => performance.now() } } = parameters;
  const transports = parameters.transports ?? espaceUrls.map(createHttpTransport);
  const endpoints = createEndpoints({ transports, clock });
  const core = coreUrl === undefined ? null : createHttpTransport(coreUrl);

  const must = (outcome: RpcOutcome | undefined, method: string): unknown => {
    if (outcome?.ok) return outcome.result;
    throw ledgerErrors.nodeUnavailable({ method, problem: outcome?.error.message ?? 'no answer' });
  };
  async function askAll<Result>(requests: readonly RpcRequest[]): Promise<Result[]> {
    const outcomes = await endpoints.batch(requests);
    return outcomes.map((outcome, at) => must(outcome, requests[at]?.method ?? '') as Result);
  }
  async function ask<Result>(method: string, params: unknown[]): Promise<Result> {
    const [result] = await askAll<Result>([{ method, params }]);
    return result as Result;
  }

  const readBlockNumber = async (tag: 'latest' | 'safe' | 'finalized') => {
    const block = await ask<{ number: Hex } | null>('eth_getBlockByNumber', [tag, false]);
    return block ? Number(block.number) : 0;
  };
  const readHead = async (): Promise<ChainHead> => {
    const [price, reply] = await askAll<Hex>([
      { method: 'eth_gasPrice', params: [] },
      { method: 'eth_getBlockByNumber', params: ['latest', false] },
    ]);
    const block = readBlockReply(reply);
    if (!block) throw ledgerErrors.nodeUnavailable({ method: 'eth_getBlockByNumber', problem: 'it has no blocks' });
    return { ...block, fees: chooseFees(BigInt(price ?? 0), block.baseFee) };
  };
  const sendRaws = async (raws: readonly Hex[], toAll = false) => {
    const requests = raws.map((raw) => ({ method: 'eth_sendRawTransaction', params: [raw] }));
    const outcomes = toAll ? await endpoints.broadcast(requests) : [await endpoints.batch(requests)];
    return raws.map((_, at) => {
      const outcome = mergeOutcomes(outcomes, at);
      return outcome?.ok ? null : (outcome?.error ?? new RpcError('no answer', -32603));
    });
  };
  const readPlaces = async (hashes: readonly Hex[]) => {
    const replies = await askAll<unknown>(
      hashes.flatMap((hash) => [
        { method: 'eth_getTransactionReceipt', params: [hash] },
        { method: 'eth_getTransactionByHash', params: [hash] },
      ]),
    );
    return hashes.map((_, at) => readPlaceReply(replies[2 * at], replies[2 * at + 1]));
  };

  return {
    endpoints,
    readBlockNumber,
    readHead,
    sendRaws,
    readPlaces,
    readIdentity: endpoints.readIdentity,
    isSyncing: endpoints.isSyncing,
    readNonce: async (address, tag) => Number(await ask<Hex>('eth_getTransactionCount', [address, tag])),
    readBalance: async (address) => BigInt(await ask<Hex>('eth_getBalance', [address, 'latest'])),
    async readAccounts(addresses) {
      const replies = await askAll<Hex>(
        addresses.flatMap((address) => [
          { method: 'eth_getTransactionCount', params: [address, 'latest'] },
          { method: 'eth_getTransactionCount', params: [address, 'pending'] },
          { method: 'eth_getBalance', params: [address, 'latest'] },
        ]),
      );
      return addresses.map((_, at) => ({
        used: Number(replies[3 * at]),
        pending: Number(replies[3 * at + 1]),
        balance: BigInt(replies[3 * at + 2] ?? 0),
      }));
    },
    async readHasCode(addresses) {
      const codes = await askAll<Hex>(
        addresses.map((address) => ({ method: 'eth_getCode', params: [address, 'latest'] })),
      );
      return codes.map((code) => code.length > 2);
    },
    async readLogs(filter) {
      const [replies] = await askAll<LogReply[]>([toLogRequest(filter)]);
      return (replies ?? []).map(readLogReply);
    },
    readFees: async () => (await readHead()).fees,
    async readBlocks(numbers) {
      const replies = await askAll<unknown>(
        numbers.map((number) => ({ method: 'eth_getBlockByNumber', params: [quantity(number), false] })),
      );
      return replies.map(readBlockReply);
    },
    async readBlockExecutions(numbers) {
      const outcomes = await endpoints.batch(
        numbers.flatMap((number) => [
          { method: 'eth_getBlockByNumber', params: [quantity(number), false] },
          { method: 'eth_getBlockReceipts', params: [quantity(number)] },
        ]),
      );
      return numbers.map((_, at) => {
        const block = readBlockReply(must(outcomes[2 * at], 'eth_getBlockByNumber'));
        const receipts = outcomes[2 * at + 1];
        const executions = block && receipts?.ok ? readExecutions(receipts.result) : null;
        return block && executions ? { block, executions } : null;
      });
    },
    async simulate(calls) {
      const outcomes = await endpoints.batch(
        calls.map(({ from, to, data, value, gas }) => {
          const call = { from, data, value: quantity(value), ...(to ? { to } : {}) };
          return gas === null
            ? { method: 'eth_estimateGas', params: [call] }
            : { method: 'eth_call', params: [{ ...call, gas: quantity(gas) }, 'latest'] };
        }),
      );
      return calls.map(({ gas }, at) => {
        const outcome = outcomes[at];
        if (outcome?.ok) return gas ?? BigInt(outcome.result as Hex);
        return outcome?.error ?? new RpcError('no answer', -32603);
      });
    },
    call: (to, data) => ask<Hex>('eth_call', [{ to, data }, 'latest']),
    async sendRaw(raw) {
      const [refusal] = await sendRaws([raw]);
      if (refusal) throw refusal;
    },
    async readPlace(hash) {
      const [place] = await readPlaces([hash]);
      return place ?? { kind: 'unknown' };
    },
    async isConfirmed({ blockHash, blockNumber }) {
      if (core) {
        try {
          // An eSpace block hash is the hash of the pivot block, which Core Space knows.
          const [risk] = await core([{ method: 'cfx_getConfirmationRiskByHash', params: [blockHash] }]);
          if (risk?.ok && typeof risk.result === 'string') return BigInt(risk.result) <= confirmedRisk;
        } catch {
          // The Core Space node does not answer: the tag below says the same, a little later.
        }
      }
      return (await readBlockNumber('safe')) >= blockNumber;
    },
  };
}
