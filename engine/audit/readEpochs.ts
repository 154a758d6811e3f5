import type { RpcBlock, RpcReceipt } from '../../proof/index.ts';
import type { PackedTransaction } from '../chainProof/packedTransaction.ts';
import { epochTag, readMany } from '../chainProof/readMany.ts';
import type { Hex } from '../nodeOptions.ts';
import type { RpcOptions } from '../rpcCall.ts';
import type { EpochAnswers } from './auditTypes.ts';

/** Reads everything that the node says about a range of epochs, its two ends included. */
export async function readEpochs(
  coreUrl: string,
  first: number,
  last: number,
  options: RpcOptions,
): Promise<EpochAnswers[]> {
  const tags = Array.from({ length: last - first + 1 }, (_, index) => [epochTag(first + index)]);
  const [lists, skippedLists] = await Promise.all([
    readMany<Hex[]>(coreUrl, 'cfx_getBlocksByEpoch', tags, options),
    readMany<Hex[]>(coreUrl, 'cfx_getSkippedBlocksByEpoch', tags, options),
  ]);
  const executed = lists.flat().map((hash) => [hash]);
  const skipped = skippedLists.flat().map((hash) => [hash]);
  const bodies = await readMany<RpcBlock | null>(
    coreUrl,
    'cfx_getBlockByHash',
    [...skipped, ...executed].map(([hash]) => [hash, false]),
    options,
  );
  const known = new Map(bodies.flatMap((block) => (block ? [[block.hash, block] as const] : [])));
  const packed = await readMany<PackedTransaction[] | null>(coreUrl, 'debug_getTransactionsByBlock', executed, options);
  const packedOf = new Map(executed.map(([hash], index) => [hash, packed[index] ?? []]));
  const receipts = await readMany<RpcReceipt[][] | null>(
    coreUrl,
    'cfx_getEpochReceipts',
    tags.map(([tag]) => [tag, true]),
    options,
  );
  return lists.map((hashes, index) => ({
    epoch: first + index,
    executed: hashes,
    skipped: skippedLists[index] ?? [],
    blocks: [...(skippedLists[index] ?? []), ...hashes].flatMap((hash) => known.get(hash) ?? []),
    packed: hashes.map((hash) => packedOf.get(hash) ?? []),
    receipts: receipts[index] ?? [],
  }));
}
