import { extendChainProof, gatherChainProof, readPivotHash } from '../engine/index.ts';
import { type ChainAnswer, type ChainTrust, type Hex, type ProofBundle, parseBundle } from '../proof/index.ts';
import { cliErrors } from './errors.ts';

/** Where a person takes the trust in the chain from. */
export interface TrustSources {
  /** eSpace RPC address of a node. */
  rpc?: string | undefined;
  /** Core Space RPC addresses of nodes. */
  coreRpc: readonly string[];
  /** Hashes of pivot blocks. */
  trustedBlock: readonly string[];
}

/** A bundle with its chain part led up to what is trusted, and what there is to compare it with. */
export interface GatheredTrust {
  bundle: unknown;
  trust: ChainTrust;
}

const blockHash = /^0x[0-9a-f]{64}$/;

function readHashes(texts: readonly string[]): Hex[] {
  return texts.map((text) => {
    const hash = text.toLowerCase();
    if (!blockHash.test(hash)) {
      const expected = '0x and 64 hexadecimal digits, the hash of a block';
      throw cliErrors.optionInvalid({ name: 'trusted-block', value: text, origin: 'command line', expected });
    }
    return hash as Hex;
  });
}

/** The chain part of a bundle; where it has none, a Core Space port of one's own can give it. */
async function findChain(bundle: ProofBundle, [coreUrl]: readonly string[], [trusted]: readonly Hex[]) {
  const { anchor, chain } = bundle;
  if (!anchor || (!chain && !coreUrl)) return undefined;
  const epoch = anchor.blockNumber;
  const untilHash = trusted && chain?.tip !== trusted ? trusted : undefined;
  const options = { epoch, ...(untilHash ? { untilHash } : {}) };
  if (!chain) return gatherChainProof(coreUrl ?? '', anchor.transactionHash, options);
  if (!coreUrl || !untilHash) return chain;
  return extendChainProof(coreUrl, chain, { epoch, untilHash });
}

/**
 * Collects what a deep check compares the chain with: the given block hashes, and the answers of the given nodes about the
 * pivot block at the height where the chain part ends. Headers that lead to a newer trusted block come from the first Core
 * Space address; they are proven by their hashes, so that node need not be trusted.
 * @throws CLI_OPTION_INVALID, ENGINE_NODE_UNREACHABLE, CHAIN_PROOF_NOT_PIVOT, CHAIN_PROOF_TOO_FAR
 */
export async function gatherTrust(bundle: unknown, sources: TrustSources): Promise<GatheredTrust> {
  const trustedBlocks = readHashes(sources.trustedBlock);
  const coreUrls = [...new Set(sources.coreRpc)];
  let parsed: ProofBundle;
  try {
    parsed = parseBundle(bundle);
  } catch {
    return { bundle, trust: { trustedBlocks } }; // the check of its form names what is wrong
  }
  const chain = await findChain(parsed, coreUrls, trustedBlocks);
  if (!chain || !parsed.anchor) return { bundle, trust: { trustedBlocks } };
  const height = parsed.anchor.blockNumber + chain.pivots.length;
  const answers = await Promise.all([
    ...coreUrls.map((coreUrl) => ask(coreUrl, height, () => readPivotHash({ coreUrl }, height))),
    ...(sources.rpc ? [ask(sources.rpc, height, () => readPivotHash({ espaceUrl: sources.rpc ?? '' }, height))] : []),
  ]);
  return { bundle: { ...parsed, chain }, trust: { trustedBlocks, answers } };
}

async function ask(url: string, height: number, read: () => Promise<Hex | null>): Promise<ChainAnswer> {
  return { source: URL.canParse(url) ? new URL(url).host : 'the node', height, hash: await read() };
}
