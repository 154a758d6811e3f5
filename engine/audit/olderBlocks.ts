import { blockWeight, type KnownHeader, type RpcBlock, toHex } from '../../proof/index.ts';
import type { HeaderReader } from '../chainProof/headerReader.ts';
import { epochTag, readMany } from '../chainProof/readMany.ts';
import type { Hex } from '../nodeOptions.ts';
import type { RpcOptions } from '../rpcCall.ts';
import type { AuditBlock } from './auditTypes.ts';
import type { Junction, PivotWeights } from './pivotWeights.ts';

/** Asks the node about blocks that are older than what the audit keeps, or than its first epoch. */
export interface OlderBlocks {
  /** Whether a block stands in an epoch before this one. */
  isBefore(hash: Hex, epoch: number): Promise<boolean>;
  /** Makes the parent of a block known to the weights, with its way down to the pivot chain. */
  placeParent(block: AuditBlock, weights: PivotWeights): Promise<void>;
}

/** How many parents are followed down to the pivot chain. */
const maxSteps = 5_000;

/** Makes the reader of older blocks. */
export function createOlderBlocks(parameters: {
  coreUrl: string;
  reader: HeaderReader;
  options: RpcOptions;
}): OlderBlocks {
  const { coreUrl, reader, options } = parameters;
  const placeOf = async (hash: Hex): Promise<{ epoch: number; pivot: boolean } | null> => {
    const [block] = await readMany<RpcBlock | null>(coreUrl, 'cfx_getBlockByHash', [[hash, false]], options);
    if (!block?.epochNumber) return null;
    const epoch = Number(block.epochNumber);
    const [executed = []] = await readMany<Hex[]>(coreUrl, 'cfx_getBlocksByEpoch', [[epochTag(epoch)]], options);
    const [skipped = []] = await readMany<Hex[]>(coreUrl, 'cfx_getSkippedBlocksByEpoch', [[epochTag(epoch)]], options);
    if (![...executed, ...skipped].includes(hash)) return null;
    return { epoch, pivot: executed.at(-1) === hash };
  };
  return {
    async isBefore(hash, epoch) {
      const place = await placeOf(hash);
      return place !== null && place.epoch < epoch;
    },
    async placeParent(block, weights) {
      const path: KnownHeader[] = [];
      let at = block.parentHash;
      for (let step = 0; step < maxSteps; step += 1) {
        const known = weights.junctionOf(at);
        if (known) return placePath(path, known, weights);
        const place = await placeOf(at);
        if (!place) return;
        if (place.pivot) {
          const junction = { height: place.epoch, branch: null };
          weights.place(at, junction);
          return placePath(path, junction, weights);
        }
        const [header] = await reader.readHeaders([at]);
        if (!header) return;
        path.push(header);
        at = toHex(header.header.parentHash);
      }
    },
  };
}

/** The side blocks of the path make a branch again; their weights were added to the chain's when they came. */
function placePath(path: readonly KnownHeader[], from: Junction, weights: PivotWeights): void {
  const root = path.at(-1);
  if (!root) return;
  const weight = path.reduce((sum, { header }) => sum + blockWeight({ ...header, quality: 0n }), 0n);
  const branch = from.branch ?? { root: root.hash, at: from.height + 1, weight, grownAt: from.height };
  for (const { hash } of path) weights.place(hash, { height: from.height, branch });
}
