import type { Hex } from '../../proof/index.ts';

/** Which events; both blocks are included. */
export interface LogFilter {
  address: Hex;
  topics?: readonly (Hex | null)[];
  fromBlock: number;
  toBlock: number;
}

/** An event as a contract emitted it. */
export interface ChainLog {
  address: Hex;
  topics: Hex[];
  data: Hex;
  blockNumber: number;
  blockHash: Hex;
  transactionHash: Hex;
  logIndex: number;
}

/** A node's answer to `eth_getLogs`. */
export type LogReply = Record<Exclude<keyof ChainLog, 'topics'>, Hex> & { topics: Hex[] };

/** What `eth_getLogs` is asked. */
export const toLogRequest = ({ address, topics, fromBlock, toBlock }: LogFilter) => ({
  method: 'eth_getLogs',
  params: [
    {
      address,
      fromBlock: `0x${fromBlock.toString(16)}`,
      toBlock: `0x${toBlock.toString(16)}`,
      ...(topics ? { topics } : {}),
    },
  ],
});

/** Reads a node's answer. */
export const readLogReply = (reply: LogReply): ChainLog => ({
  address: reply.address.toLowerCase() as Hex,
  topics: reply.topics,
  data: reply.data,
  blockNumber: Number(reply.blockNumber),
  blockHash: reply.blockHash,
  transactionHash: reply.transactionHash,
  logIndex: Number(reply.logIndex),
});
