import {
  candidateEspacePrices,
  headerFromRpc,
  type KnownHeader,
  minimumEspacePrices,
  type RpcBlock,
} from '../../proof/index.ts';
import { espaceCall } from '../coreCall.ts';
import type { Hex } from '../nodeOptions.ts';
import { displayUrl, type RpcOptions } from '../rpcCall.ts';
import { chainProofErrors } from './errors.ts';
import { espaceGas, type PackedTransaction } from './packedTransaction.ts';
import { readMany } from './readMany.ts';

/** Headers of a node's blocks, each rebuilt from RPC until its recomputed hash is the block's. */
export interface HeaderReader {
  /** In the order asked. @throws CHAIN_PROOF_HEADER_UNKNOWN, and what RPC throws */
  readHeaders(hashes: readonly Hex[]): Promise<KnownHeader[]>;
  /** As `readHeaders`, for blocks whose RPC answers are there already. */
  rebuild(blocks: readonly RpcBlock[]): Promise<KnownHeader[]>;
}

export interface HeaderReaderParameters extends RpcOptions {
  coreUrl: string;
  /** The same node's eSpace address: it tells the eSpace base price of pivot blocks. */
  espaceUrl?: string;
  /** Headers that are kept in memory. */
  capacity?: number;
}

/** How far the eSpace base price is followed back through parents: it falls to its minimum within these blocks. */
const maxPriceWalk = 2_000;

/** Makes a reader that keeps the headers it has rebuilt, the latest ones. */
export function createHeaderReader({
  coreUrl,
  espaceUrl,
  capacity = 5_000,
  ...options
}: HeaderReaderParameters): HeaderReader {
  const known = new Map<Hex, KnownHeader>();
  const remember = (header: KnownHeader) => {
    known.set(header.hash, header);
    if (known.size > capacity) known.delete(known.keys().next().value ?? header.hash);
    return header;
  };
  const readBlock = async (hash: Hex): Promise<RpcBlock> => {
    const [block] = await readMany<RpcBlock | null>(coreUrl, 'cfx_getBlockByHash', [[hash, false]], options);
    if (!block) throw chainProofErrors.headerUnknown({ block: hash, height: '?', url: displayUrl(coreUrl) });
    return block;
  };
  const rebuildAfter = async (block: RpcBlock, parentPrice: bigint): Promise<KnownHeader | null> => {
    const [packed] = await readMany<PackedTransaction[] | null>(
      coreUrl,
      'debug_getTransactionsByBlock',
      [[block.hash]],
      options,
    );
    const gasPacked = espaceGas(packed ?? []);
    const height = Number(block.height);
    const gasLimit = (BigInt(block.gasLimit) * 10n) / 9n;
    // The limit is known to within one; so is the price's target, and one unit of gas seldom changes the price.
    const prices = [gasLimit, gasLimit + 1n].flatMap((limit) => [
      ...candidateEspacePrices({ gasLimit: limit, height, gasPacked, parentPrice }),
    ]);
    return headerFromRpc(block, prices);
  };
  const askEspace = async (block: RpcBlock): Promise<KnownHeader | null> => {
    if (!espaceUrl) return null;
    type EspaceBlock = { baseFeePerGas?: Hex } | null;
    const answer = await espaceCall<EspaceBlock>(espaceUrl, 'eth_getBlockByHash', [block.hash, false], options).catch(
      () => null,
    );
    return answer?.baseFeePerGas ? headerFromRpc(block, [BigInt(answer.baseFeePerGas)]) : null;
  };
  /** The price of the parent is needed where the block's own is above the minimum: back to one that is known, and forth. */
  const rebuildOne = async (block: RpcBlock): Promise<KnownHeader> => {
    const waiting: RpcBlock[] = [];
    let next = block;
    let found: KnownHeader | null = null;
    while (!found && waiting.length < maxPriceWalk) {
      found = known.get(next.hash) ?? headerFromRpc(next, minimumEspacePrices) ?? (await askEspace(next));
      if (found) break;
      waiting.push(next);
      next = await readBlock(next.parentHash);
    }
    for (let child = waiting.pop(); found && child; child = waiting.pop()) {
      remember(found);
      found = await rebuildAfter(child, found.header.basePrice?.espace ?? 0n);
    }
    if (!found)
      throw chainProofErrors.headerUnknown({
        block: block.hash,
        height: Number(block.height),
        url: displayUrl(coreUrl),
      });
    return remember(found);
  };
  const rebuild = async (blocks: readonly RpcBlock[]) => {
    const headers: KnownHeader[] = [];
    for (const block of blocks) headers.push(await rebuildOne(block));
    return headers;
  };
  return {
    rebuild,
    async readHeaders(hashes) {
      const missing = hashes.filter((hash) => !known.has(hash));
      const blocks = await readMany<RpcBlock | null>(
        coreUrl,
        'cfx_getBlockByHash',
        missing.map((hash) => [hash, false]),
        options,
      );
      const fresh = new Map<Hex, KnownHeader>();
      for (const [index, block] of blocks.entries()) {
        const hash = missing[index] ?? '0x';
        if (!block || block.hash !== hash)
          throw chainProofErrors.headerUnknown({ block: hash, height: '?', url: displayUrl(coreUrl) });
        fresh.set(hash, await rebuildOne(block));
      }
      return hashes.flatMap((hash) => fresh.get(hash) ?? known.get(hash) ?? []);
    },
  };
}
