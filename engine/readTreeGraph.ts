import { coreCall } from './coreCall.ts';
import type { Hex } from './nodeOptions.ts';
import { type RpcOptions, type RpcOutcome, rpcBatch } from './rpcCall.ts';
import type { CoreStatus } from './waitUntilReady.ts';

export interface ReadTreeGraphOptions {
  /** How many of the latest epochs, 1 to 200. */
  epochs: number;
  signal?: AbortSignal;
}

export interface TreeGraphBlock {
  hash: Hex;
  parentHash: Hex;
  /** Blocks this one refers to besides its parent. */
  refereeHashes: Hex[];
  epoch: number;
  height: number;
  /** True for the block that gives its epoch the order; it is the epoch's last. */
  pivot: boolean;
  /** Unix seconds. */
  timestamp: number;
  /** Of both spaces once the block is executed; before that, of Core Space only. */
  transactionCount: number;
  /** Base32 address (CIP-37) of the producer. */
  miner: string;
  /** Decimal digits. */
  difficulty: string;
  /** True for a block of the slow, heavy-block strategy of GHAST. */
  adaptive: boolean;
}

/** The end of the Tree-Graph: blocks in execution order, oldest epoch first. */
export interface TreeGraph {
  blocks: TreeGraphBlock[];
  bestEpoch: number;
}

interface CoreBlock {
  hash: Hex;
  parentHash: Hex;
  refereeHashes: Hex[];
  height: string;
  timestamp: string;
  transactions: unknown[];
  miner: string;
  difficulty: string;
  adaptive: boolean;
}

/** A block's transactions never change, so each executed block is counted once; the oldest entries go first. */
const knownCounts = new Map<Hex, number>();
const maxKnownCounts = 5_000;
const maxBatch = 16;

function rememberCount(hash: Hex, count: number): void {
  knownCounts.set(hash, count);
  if (knownCounts.size > maxKnownCounts) knownCounts.delete(knownCounts.keys().next().value ?? hash);
}

async function readAll<T>(
  url: string,
  requests: { method: string; params: unknown[] }[],
  options: RpcOptions,
): Promise<RpcOutcome<T>[]> {
  const outcomes: RpcOutcome<T>[] = [];
  for (let start = 0; start < requests.length; start += maxBatch)
    outcomes.push(...(await rpcBatch<T>(url, requests.slice(start, start + maxBatch), options)));
  return outcomes;
}

/** `cfx_getBlockByHash` lists Core Space only; this local method has both spaces, for executed blocks. */
async function countTransactions(url: string, hashes: Hex[], options: RpcOptions): Promise<void> {
  const unknown = hashes.filter((hash) => !knownCounts.has(hash));
  const requests = unknown.map((hash) => ({ method: 'debug_getTransactionsByBlock', params: [hash] }));
  const outcomes = await readAll<unknown[] | null>(url, requests, options).catch(() => []);
  unknown.forEach((hash, index) => {
    const outcome = outcomes[index];
    if (outcome?.ok && Array.isArray(outcome.result)) rememberCount(hash, outcome.result.length);
  });
}

/**
 * Reads the last epochs of the Tree-Graph through Core Space RPC, with every block of them, on the pivot chain or not.
 * Blocks that the pivot chain does not refer to yet are not part of an epoch and not in the answer.
 * @throws what `rpcCall` throws
 */
export async function readTreeGraph(coreUrl: string, parameters: ReadTreeGraphOptions): Promise<TreeGraph> {
  const options: RpcOptions = parameters.signal ? { signal: parameters.signal } : {};
  const status = await coreCall<CoreStatus>(coreUrl, 'cfx_getStatus', [], options);
  const bestEpoch = Number(status.epochNumber);
  const wanted = Math.min(Math.max(Math.trunc(parameters.epochs), 1), 200, bestEpoch + 1);
  const numbers = Array.from({ length: wanted }, (_, index) => bestEpoch - wanted + 1 + index);
  const epochRequests = numbers.map((epoch) => ({
    method: 'cfx_getBlocksByEpoch',
    params: [`0x${epoch.toString(16)}`],
  }));
  const epochs = await readAll<Hex[]>(coreUrl, epochRequests, options);
  const places = epochs.flatMap((outcome, index) => {
    // A reorganisation may take the last epoch away between the two calls.
    const hashes = outcome.ok ? outcome.result : [];
    const epoch = numbers[index] ?? 0;
    return hashes.map((hash) => ({ hash, epoch, pivot: hash === hashes.at(-1) }));
  });
  const bodies = await readAll<CoreBlock | null>(
    coreUrl,
    places.map(({ hash }) => ({ method: 'cfx_getBlockByHash', params: [hash, false] })),
    options,
  );
  const executed = places.filter(({ epoch }) => epoch <= Number(status.latestState)).map(({ hash }) => hash);
  await countTransactions(coreUrl, executed, options);
  const blocks = places.flatMap((place, index) => {
    const body = bodies[index];
    return body?.ok && body.result ? [toTreeGraphBlock(body.result, place)] : [];
  });
  return { blocks, bestEpoch };
}

function toTreeGraphBlock(block: CoreBlock, place: { hash: Hex; epoch: number; pivot: boolean }): TreeGraphBlock {
  return {
    ...place,
    parentHash: block.parentHash,
    refereeHashes: block.refereeHashes,
    height: Number(block.height),
    timestamp: Number(block.timestamp),
    transactionCount: knownCounts.get(place.hash) ?? block.transactions.length,
    miner: block.miner,
    difficulty: BigInt(block.difficulty).toString(),
    adaptive: block.adaptive,
  };
}
