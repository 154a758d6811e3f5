import {
  computeProofOfWork,
  type KnownHeader,
  nextBasePrice,
  publicDifficultyFloor,
  type RpcBlock,
  splitGasLimit,
  toHex,
} from '../../proof/index.ts';
import type { PackedTransaction } from '../chainProof/packedTransaction.ts';
import type { Hex } from '../nodeOptions.ts';
import type { AuditBlock, AuditDifference } from './auditTypes.ts';

/** Makes the difference of one block. */
export type Differ = (what: string, expected: unknown, found: unknown) => AuditDifference;

/** The differences of one block of an epoch. */
export const differOf =
  (epoch: number, block: Hex | null): Differ =>
  (what, expected, found) => ({ epoch, block, what, expected: String(expected), found: String(found) });

/** A rebuilt header with its edges and its recomputed work; a difference when the work is not what it must be. */
export function checkWork(known: KnownHeader, rpc: RpcBlock, differ: Differ): AuditBlock | AuditDifference {
  const { header, encoded } = known;
  const block = {
    ...known,
    rpc,
    parentHash: toHex(header.parentHash),
    refereeHashes: header.refereeHashes.map(toHex),
  };
  const stated = BigInt(rpc.powQuality ?? 0);
  // The genesis block has no work, and Octopus is not computed here.
  if (header.height === 0 || header.difficulty >= publicDifficultyFloor) return { ...block, quality: stated };
  const { quality, valid } = computeProofOfWork(encoded, header.nonce, header.difficulty);
  if (!valid) return differ('proof of work', `quality of at least ${header.difficulty}`, `quality ${quality}`);
  if (rpc.powQuality && quality !== stated) return differ('quality of the proof of work', quality, stated);
  return { ...block, quality };
}

/** What a block must have from its parent: height, a time not before it, the same difficulty on a private chain. */
export function checkParent(block: AuditBlock, parent: KnownHeader, differ: Differ): AuditDifference | null {
  const [own, before] = [block.header, parent.header];
  if (own.height !== before.height + 1) return differ('height', before.height + 1, own.height);
  if (own.timestamp < before.timestamp) return differ('timestamp', `${before.timestamp} or later`, own.timestamp);
  const isPrivate = own.difficulty < publicDifficultyFloor && before.height > 0;
  if (isPrivate && own.difficulty !== before.difficulty) return differ('difficulty', before.difficulty, own.difficulty);
  return null;
}

/** Lowest Core Space base price of private chains and of the public networks, in drip. */
const minimumCorePrices = [1n, 1_000_000_000n];

/** The Core Space base price must follow from the parent's (CIP-1559); eSpace's was needed already to find the hash. */
export function checkCorePrice(
  { header }: AuditBlock,
  parent: KnownHeader,
  packed: readonly PackedTransaction[],
  differ: Differ,
): AuditDifference | null {
  if (!header.basePrice || !parent.header.basePrice) return null;
  const parentPrice = parent.header.basePrice.core;
  const gasLimit = splitGasLimit(header.gasLimit, header.height, 1).core;
  const gasPacked = packed.reduce((sum, { nativeTransaction }) => sum + BigInt(nativeTransaction?.gas ?? 0), 0n);
  const prices = minimumCorePrices.map((minimum) => nextBasePrice({ gasLimit, gasPacked, parentPrice, minimum }));
  return prices.includes(header.basePrice.core) ? null : differ('core base price', prices[0], header.basePrice.core);
}
