import type { ReadAnchoredRoot } from './anchoredRoot.ts';
import { type BundleCheck, finding } from './bundleCheck.ts';
import type { ChainCheck } from './conflux/chainCheck.ts';
import { checkChain } from './conflux/checkChain.ts';
import type { ChainTrust } from './conflux/checkTrusted.ts';
import type { Hex } from './hashes.ts';
import type { ProofBundle } from './proofBundle.ts';
import { wordsOfError } from './words.ts';

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
    const missing = ['The bundle names no anchor on a chain.', '证明包没有写明链上锚定。'] as const;
    const chain = checkChain(null, checkpoint, proof, trust);
    return { anchor: readAnchoredRoot ? failed(...missing) : open(...missing), chain, rootDoubted: false };
  }
  const where = `contract ${anchor.contract} on chain ${anchor.evmChainId}`;
  const whereZh = `链 ${anchor.evmChainId} 上的合约 ${anchor.contract}`;
  if (trustedContract && trustedContract.toLowerCase() !== anchor.contract.toLowerCase()) {
    const chain = checkChain(null, checkpoint, proof, trust);
    const detail = `The bundle names ${where}, but the trusted contract is ${trustedContract}.`;
    const zh = `证明包写明的是${whereZh}，而受信任的合约是 ${trustedContract}。`;
    return { anchor: failed(detail, zh), chain, rootDoubted: false };
  }
  const chain = checkChain(anchor, checkpoint, proof, trust);
  const broken = chain.find(({ ok }) => ok === false);
  if (broken) {
    const detail = `Not checked: the chain part does not lead to ${where}.`;
    const zh = `未检查：链上证明不通向${whereZh}。`;
    return { anchor: open(detail, zh), chain, rootDoubted: broken.id === 'receipt' };
  }
  if (!readAnchoredRoot) {
    const found = open(`Not checked: no node was asked about ${where}.`, `未检查：没有向节点查询${whereZh}。`);
    return { anchor: found, chain, rootDoubted: false };
  }
  try {
    const { evmChainId, contract, ...transaction } = anchor;
    const asked = { evmChainId, contract, size: checkpoint.size, ...(proof ? {} : { transaction }) };
    const root = await readAnchoredRoot(asked);
    if (root?.toLowerCase() !== `0x${checkpoint.root}`) {
      const found = root
        ? failed(`Another root is held by ${where}.`, `${whereZh}保存的是另一个根。`)
        : failed(
            `There is no root for ${checkpoint.size} statements in ${where}.`,
            `${whereZh}没有 ${checkpoint.size} 条存证的根。`,
          );
      return { anchor: found, chain, rootDoubted: true };
    }
    const found = trustedContract
      ? passed(`The root is held by ${where} (the trusted contract).`, `${whereZh}（受信任的合约）保存了该根。`)
      : passed(
          `The root is held by ${where} (compare its address with the one the operator publishes).`,
          `${whereZh}保存了该根（请与运营方公布的合约地址核对）。`,
        );
    return { anchor: found, chain, rootDoubted: false };
  } catch (error) {
    const retryable = error instanceof Error && 'retryable' in error && error.retryable === true;
    const { en, zh } = wordsOfError(error);
    return { anchor: retryable ? open(en, zh) : failed(en, zh), chain, rootDoubted: false };
  }
}
