import { proofErrors } from './errors.ts';
import type { Hex } from './hashes.ts';

/** The checkpoint a bundle names: which contract of which chain holds the root for this size. */
export interface AnchoredRootParameters {
  evmChainId: number;
  contract: Hex;
  size: number;
  /** The transaction that the bundle names, to be found where the bundle says; left out where the bundle proves it itself. */
  transaction?: { transactionHash: Hex; blockHash: Hex; blockNumber: number };
}

/** Asks the chain for the root that the contract holds for a size; null when it holds none. */
export type ReadAnchoredRoot = (parameters: AnchoredRootParameters) => Promise<Hex | null>;

/** First four bytes of keccak-256("rootOf(uint64)"). */
const rootOfSelector = '9d7384d9';

/** Call data of `EvidenceLog.rootOf(uint64 size)`. */
export function encodeRootCall(size: number): Hex {
  if (!Number.isSafeInteger(size) || size < 0) throw proofErrors.badIndex({ index: size, size });
  return `0x${rootOfSelector}${size.toString(16).padStart(64, '0')}`;
}

/** The root from the answer to `encodeRootCall`; null when the contract holds none or there is no contract. */
export function decodeRootResult(result: string): Hex | null {
  if (result === '0x') return null;
  if (!/^0x[0-9a-fA-F]{64}$/.test(result)) throw proofErrors.badRootResult();
  const root = result.toLowerCase() as Hex;
  return /^0x0+$/.test(root) ? null : root;
}
