import {
  type ChainProof,
  type GraphBlock,
  type KnownHeader,
  maxExecutedBlocks,
  orderEpoch,
  toHex,
} from '../../proof/index.ts';
import type { Hex } from '../nodeOptions.ts';
import { displayUrl, type RpcOptions } from '../rpcCall.ts';
import { chainProofErrors } from './errors.ts';
import { findTransaction } from './findTransaction.ts';
import { createHeaderReader, type HeaderReader } from './headerReader.ts';
import { epochTag, readMany } from './readMany.ts';
import { edgesOf, readPast } from './readPast.ts';
import { chooseTop, readPivots, readStatedRoot } from './readPivots.ts';

export interface GatherChainProofOptions extends RpcOptions {
  /** The epoch that executed the transaction: the block number of its eSpace receipt. */
  epoch: number;
  /** The pivot headers go on up to this block; without it a few heights above the one that states the receipts. */
  untilHash?: Hex;
  /** eSpace address of the same node; only needed where base prices stay high for thousands of blocks. */
  espaceUrl?: string;
}

/**
 * Gathers a chain proof of an executed transaction from a node's local Core Space port (it needs the `debug_` methods).
 * What the node answers is checked for being one chain; that it is the right chain is for the verifier.
 * @throws CHAIN_PROOF_NOT_EXECUTED (retryable), CHAIN_PROOF_NOT_FOUND, CHAIN_PROOF_TOO_FAR, CHAIN_PROOF_NOT_PIVOT,
 * CHAIN_PROOF_CHAIN_MOVED (retryable), CHAIN_PROOF_HEADER_UNKNOWN, and what RPC throws
 */
export async function gatherChainProof(
  coreUrl: string,
  transactionHash: Hex,
  { epoch, untilHash, espaceUrl, ...options }: GatherChainProofOptions,
): Promise<ChainProof> {
  const reader = createHeaderReader({ coreUrl, ...(espaceUrl ? { espaceUrl } : {}), ...options });
  const top = await chooseTop({ coreUrl, epoch, untilHash, options });
  const blocks = await readEpoch(coreUrl, epoch, reader, options);
  const executed = blocks.slice(-maxExecutedBlocks).map(({ hash }) => hash);
  const found = await findTransaction(coreUrl, transactionHash, executed, options);
  if (!found) throw chainProofErrors.notFound({ transaction: transactionHash, epoch });
  const pivots = await readPivots({ coreUrl, epoch, top, reader, options });
  const { epochRoot, ...paths } = found;
  const moved = (reason: string) => chainProofErrors.chainMoved({ url: displayUrl(coreUrl), epoch, reason });
  const [first] = pivots;
  if (!first || toHex(first.header.parentHash) !== executed.at(-1))
    throw moved('its pivot block is not the next one’s parent');
  const stated = await readStatedRoot({ coreUrl, pivots, options });
  if (stated.root !== epochRoot) throw moved('the receipts root is not the one that the pivot chain states');
  const pivot = blocks.at(-1);
  const members = new Set(blocks.map(({ hash }) => hash));
  const targets = new Set(blocks.flatMap(edgesOf).filter((hash) => !members.has(hash)));
  const parent = pivot ? toHex(pivot.header.parentHash) : '0x';
  const past = await readPast({ coreUrl, reader, epoch, parent, targets, ...options });
  return {
    format: 'xiangyu-chain-proof/1',
    transactionHash,
    ...paths,
    epoch: blocks.map(({ encoded }) => toHex(encoded)),
    past: past.map(({ encoded }) => toHex(encoded)),
    pivots: pivots.map(({ encoded }) => toHex(encoded)),
    blamedRoots: stated.blamedRoots,
    tip: pivots.at(-1)?.hash ?? '0x',
  };
}

/** Every block of an epoch in order, also those before the last 200, which are not executed. */
async function readEpoch(
  coreUrl: string,
  epoch: number,
  reader: HeaderReader,
  options: RpcOptions,
): Promise<KnownHeader[]> {
  const [executed = []] = await readMany<Hex[]>(coreUrl, 'cfx_getBlocksByEpoch', [[epochTag(epoch)]], options);
  const [skipped = []] = await readMany<Hex[]>(coreUrl, 'cfx_getSkippedBlocksByEpoch', [[epochTag(epoch)]], options);
  const headers = await reader.readHeaders([...skipped, ...executed]);
  const known = new Map(headers.map((header) => [header.hash, header]));
  const graph = headers.map((block): GraphBlock => {
    const [parentHash = '0x', ...refereeHashes] = edgesOf(block);
    return { hash: block.hash, parentHash, refereeHashes };
  });
  return orderEpoch(graph, executed.at(-1) ?? '0x').flatMap((hash) => known.get(hash) ?? []);
}
