import { type ChainProof, toHex } from '../../proof/index.ts';
import type { Hex } from '../nodeOptions.ts';
import type { RpcOptions } from '../rpcCall.ts';
import { createHeaderReader } from './headerReader.ts';
import { chooseTop, readPivots, readStatedRoot } from './readPivots.ts';

export interface ExtendChainProofOptions extends RpcOptions {
  /** The epoch of the anchor. */
  epoch: number;
  /** The block that the pivot headers are to end with. */
  untilHash: Hex;
}

/**
 * Leads a chain proof up to a block, so that it can be compared with one that is trusted. The headers may come from any node:
 * they are linked by hashes, and whoever verifies sees whether they are.
 * @throws CHAIN_PROOF_NOT_PIVOT, CHAIN_PROOF_TOO_FAR, CHAIN_PROOF_HEADER_UNKNOWN, and what RPC throws
 */
export async function extendChainProof(
  coreUrl: string,
  proof: ChainProof,
  { epoch, untilHash, ...options }: ExtendChainProofOptions,
): Promise<ChainProof> {
  const part = { coreUrl, epoch, options };
  const top = await chooseTop({ ...part, untilHash });
  const pivots = await readPivots({ ...part, top, reader: createHeaderReader({ coreUrl, ...options }) });
  const { blamedRoots } = await readStatedRoot({ ...part, pivots });
  return { ...proof, pivots: pivots.map(({ encoded }) => toHex(encoded)), blamedRoots, tip: untilHash };
}
