import type { RpcBlock, RpcReceipt } from '../../proof/index.ts';
import type { PackedTransaction } from '../chainProof/packedTransaction.ts';
import { epochTag, readMany } from '../chainProof/readMany.ts';
import type { Hex } from '../nodeOptions.ts';
import { type RpcOptions, rpcBatch } from '../rpcCall.ts';
import type { EpochAnswers } from './auditTypes.ts';

/** Reads everything that the node says about a range of epochs, its two ends included. */
export async function readEpochs(
  { coreUrl, espaceUrl }: { coreUrl: string; espaceUrl?: string | undefined },
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
  const espaceHashes = espaceUrl ? await readEspaceHashes(espaceUrl, tags, options) : [];
  return lists.map((hashes, index) => ({
    epoch: first + index,
    executed: hashes,
    skipped: skippedLists[index] ?? [],
    blocks: [...(skippedLists[index] ?? []), ...hashes].flatMap((hash) => known.get(hash) ?? []),
    packed: hashes.map((hash) => packedOf.get(hash) ?? []),
    receipts: receipts[index] ?? [],
    espaceHash: espaceHashes[index] ?? null,
  }));
}

async function readEspaceHashes(url: string, tags: readonly string[][], options: RpcOptions): Promise<Hex[]> {
  const requests = tags.map(([tag]) => ({ method: 'eth_getBlockByNumber', params: [tag, false] }));
  const outcomes = await rpcBatch<{ hash: Hex } | null>(url, requests, options);
  return outcomes.map((outcome) => {
    if (!outcome.ok) throw outcome.error;
    return outcome.result?.hash ?? '0x';
  });
}
