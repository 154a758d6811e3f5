import { createPublicClient, type Hex, http, type Log, type Transaction } from 'viem';
import { verifyErrors } from './errors.ts';

/** A log with the time of its block, as one that reads a history needs it. */
export interface TimedLog {
  address: Hex;
  topics: [Hex, ...Hex[]];
  data: Hex;
  blockNumber: bigint;
  logIndex: number;
  transactionHash: Hex;
  /** Unix seconds. */
  time: bigint;
}

/** What the verification asks a node; nothing else is trusted or needed. */
export interface HistoryReader {
  chainId: number;
  /** Every log of these contracts up to the newest executed block, oldest first, and the number of that block. */
  readLogs(addresses: readonly Hex[]): Promise<{ logs: TimedLog[]; head: bigint }>;
  readTransaction(hash: Hex): Promise<{ input: Hex; to: Hex | null; contractAddress: Hex | null }>;
  /** Calls a contract on the state of a block, by default the newest. */
  call(to: Hex, data: Hex, block?: bigint): Promise<Hex>;
}

const asideMs = 30_000;
/** Below this many blocks a range that a node refuses is not halved again. */
const leastRange = 16n;

/** Connects to a node's eSpace RPC. @throws VERIFY_NODE_UNREACHABLE */
export async function openHistoryReader(url: string): Promise<HistoryReader> {
  const client = createPublicClient({
    transport: http(url, { batch: { batchSize: 20 }, timeout: asideMs, retryCount: 2 }),
  });
  async function ask<Result>(method: string, work: () => Promise<Result>): Promise<Result> {
    return work().catch((cause: unknown) => {
      const problem = cause instanceof Error ? (cause.message.split('\n', 1)[0] ?? '') : String(cause);
      throw verifyErrors.nodeUnreachable({ url, method, problem: problem.replace(/\.$/, '') }, { cause });
    });
  }

  async function readRange(addresses: readonly Hex[], from: bigint, to: bigint): Promise<Log<bigint, number, false>[]> {
    try {
      return (await client.getLogs({ address: [...addresses], fromBlock: from, toBlock: to })) as Log<
        bigint,
        number,
        false
      >[];
    } catch (error) {
      // Nodes and gateways limit how much they answer at once.
      if (to - from < leastRange) throw error;
      const middle = (from + to) / 2n;
      return [...(await readRange(addresses, from, middle)), ...(await readRange(addresses, middle + 1n, to))];
    }
  }

  const chainId = await ask('eth_chainId', () => client.getChainId());
  return {
    chainId,
    async readLogs(addresses) {
      const { number: head } = await ask('eth_getBlockByNumber', () => client.getBlock({ blockTag: 'latest' }));
      const logs = await ask('eth_getLogs', () => readRange(addresses, 0n, head));
      const numbers = [...new Set(logs.map(({ blockNumber }) => blockNumber))];
      const blocks = await ask('eth_getBlockByNumber', () =>
        Promise.all(numbers.map((blockNumber) => client.getBlock({ blockNumber }))),
      );
      const times = new Map(blocks.map(({ number, timestamp }) => [number, timestamp]));
      const timed = logs
        .map(({ address, topics, data, blockNumber, logIndex, transactionHash }) => ({
          address: address.toLowerCase() as Hex,
          topics: topics as [Hex, ...Hex[]],
          data,
          blockNumber,
          logIndex,
          transactionHash,
          time: times.get(blockNumber) ?? 0n,
        }))
        .sort((one, other) => Number(one.blockNumber - other.blockNumber) || one.logIndex - other.logIndex);
      return { logs: timed, head };
    },
    readTransaction: (hash) =>
      ask('eth_getTransactionByHash', async () => {
        const transaction: Transaction = await client.getTransaction({ hash });
        const contractAddress =
          transaction.to === null ? (await client.getTransactionReceipt({ hash })).contractAddress : null;
        return {
          input: transaction.input,
          to: (transaction.to?.toLowerCase() ?? null) as Hex | null,
          contractAddress: (contractAddress?.toLowerCase() ?? null) as Hex | null,
        };
      }),
    call: (to, data, block) =>
      ask('eth_call', async () => {
        const at = block === undefined ? {} : { blockNumber: block };
        return (await client.call({ to, data, ...at })).data ?? '0x';
      }),
  };
}
