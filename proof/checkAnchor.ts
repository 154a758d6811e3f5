import type { ReadAnchoredRoot } from './anchoredRoot.ts';
import { type BundleCheck, finding, messageOf } from './bundleCheck.ts';
import type { ChainCheck } from './conflux/chainCheck.ts';
import { checkChain } from './conflux/checkChain.ts';
import type { ChainTrust } from './conflux/checkTrusted.ts';
import type { Hex } from './hashes.ts';
import type { ProofBundle } from './proofBundle.ts';

/** What the reader has to check an anchor with. */
export interface AnchorTrust extends ChainTrust {
  readAnchoredRoot?: ReadAnchoredRoot | undefined;
  trustedContract?: Hex | undefined;
}

/** The findings about the chain, and whether they speak against the checkpoint's root itself. */
export interface CheckAnchorReturnType {
  anchor: BundleCheck;
  chain: ChainCheck[];
  rootDoubted: boolean;
}

/** Checks where the checkpoint stands on the chain: with the bundle's chain part, and with a node if there is one to ask. */
export async function checkAnchor(
  bundle: Pick<ProofBundle, 'anchor' | 'chain'>,
  checkpoint: { size: number; root: string },
  trust: AnchorTrust,
): Promise<CheckAnchorReturnType> {
  const { passed, failed, open } = finding('anchor');
  const { anchor, chain: proof } = bundle;
  const { readAnchoredRoot, trustedContract } = trust;
  if (!anchor) {
    const missing = 'The bundle names no anchor on a chain.';
    const chain = checkChain(null, checkpoint, proof, trust);
    return { anchor: readAnchoredRoot ? failed(missing) : open(missing), chain, rootDoubted: false };
  }
  const where = `contract ${anchor.contract} on chain ${anchor.evmChainId}`;
  if (trustedContract && trustedContract.toLowerCase() !== anchor.contract.toLowerCase()) {
    const chain = checkChain(null, checkpoint, proof, trust);
    const detail = `The bundle names ${where}, but the trusted contract is ${trustedContract}.`;
    return { anchor: failed(detail), chain, rootDoubted: false };
  }
  const chain = checkChain(anchor, checkpoint, proof, trust);
  const broken = chain.find(({ ok }) => ok === false);
  if (broken) {
    const detail = `Not checked: the chain part does not lead to ${where}.`;
    return { anchor: open(detail), chain, rootDoubted: broken.id === 'receipt' };
  }
  if (!readAnchoredRoot) {
    return { anchor: open(`Not checked: no node was asked about ${where}.`), chain, rootDoubted: false };
  }
  try {
    const { evmChainId, contract, ...transaction } = anchor;
    const asked = { evmChainId, contract, size: checkpoint.size, ...(proof ? {} : { transaction }) };
    const root = await readAnchoredRoot(asked);
    if (root?.toLowerCase() !== `0x${checkpoint.root}`) {
      const detail = root
        ? `Another root is held by ${where}.`
        : `There is no root for ${checkpoint.size} statements in ${where}.`;
      return { anchor: failed(detail), chain, rootDoubted: true };
    }
    const by = trustedContract ? 'the trusted contract' : 'compare its address with the one the operator publishes';
    return { anchor: passed(`The root is held by ${where} (${by}).`), chain, rootDoubted: false };
  } catch (error) {
    const retryable = error instanceof Error && 'retryable' in error && error.retryable === true;
    const detail = messageOf(error);
    return { anchor: retryable ? open(detail) : failed(detail), chain, rootDoubted: false };
  }
}
