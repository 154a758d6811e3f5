import type { ReadAnchoredRoot } from './anchoredRoot.ts';
import { type BundleCheck, type BundleCheckId, bundleCheckIds, finding } from './bundleCheck.ts';
import { checkAnchor } from './checkAnchor.ts';
import { type CheckpointTrust, checkCheckpoint } from './checkCheckpoint.ts';
import { checkEvent } from './checkEvent.ts';
import type { ChainTrust } from './conflux/checkTrusted.ts';
import { digestPayload } from './digestPayload.ts';
import { encodeHex, type Hex, hashLeaf } from './hashes.ts';
import { parseBundle } from './parseBundle.ts';
import type { ProofBundle } from './proofBundle.ts';
import { encodeStatement } from './statement.ts';
import { parsePolicy } from './tlog/parsePolicy.ts';
import { parseTlogProof, type TlogProof } from './tlog/tlogProof.ts';
import { parseVerifierKey } from './tlog/verifierKey.ts';
import { verifyInclusion } from './verifyInclusion.ts';
import { type Words, wordsOfError } from './words.ts';

/** What the verifier trusts. Without any of it only the bundle's own consistency is checked. */
export interface VerifyBundleOptions extends ChainTrust {
  /** Asks a node for the anchored root. */
  readAnchoredRoot?: ReadAnchoredRoot;
  /** The log's contract as published by the operator. */
  trustedContract?: Hex;
  /** The log's verifier key (signed-note). Without it the logs of the policy count, where there are some. */
  trustedLogKey?: string;
  /** Which witnesses have to vouch for the checkpoint (tlog-policy). */
  witnessPolicy?: string;
  /** Whether the chain part must be there and lead to a trusted block. */
  deep?: boolean;
}

/** `valid` is true when no check failed and every check that the options ask for was made. */
export interface VerifyBundleReturnType {
  valid: boolean;
  checks: BundleCheck[];
}

/**
 * Checks a proof bundle: its form, its payload and event, the statement's place under the checkpoint's root, the signatures of
 * the log and its witnesses, and where the checkpoint stands on the chain. What comes after a failed check is left open, so
 * that a change is named where it is. Never throws for a bad bundle or a silent node: every finding is a check.
 * @throws TLOG_BAD_VERIFIER_KEY, TLOG_BAD_POLICY when what the reader trusts cannot be read
 */
export async function verifyBundle(
  bundle: unknown,
  options: VerifyBundleOptions = {},
): Promise<VerifyBundleReturnType> {
  const trust = readTrust(options);
  let parsed: ProofBundle;
  let proof: TlogProof;
  try {
    parsed = parseBundle(bundle);
    proof = parseTlogProof(parsed.tlogProof);
  } catch (error) {
    const { en, zh } = wordsOfError(error);
    const why = { en: 'Not checked: the bundle cannot be read.', zh: '未检查：证明包无法读取。' };
    return { valid: false, checks: arrange([finding('format').failed(en, zh)], why) };
  }
  const { checkpoint, logSignature, witnesses } = checkCheckpoint(proof, trust);
  const stated = { size: proof.checkpoint.size, root: encodeHex(proof.checkpoint.root) };
  const found = [
    finding('format').passed('A complete proof bundle.', '证明包完整。'),
    checkpoint,
    logSignature,
    witnesses,
  ];
  if (checkpoint.ok && logSignature.ok !== false) {
    const { anchor, chain, rootDoubted } = await checkAnchor(parsed, stated, options);
    found.push(anchor, ...chain);
    // Where the log's signature vouches for the root, the chain cannot cast doubt on what is under it.
    if (!rootDoubted || logSignature.ok) found.push(...checkContent(parsed, proof));
  }
  const checks = arrange(found, {
    en: 'Not checked: the checkpoint is not to be believed.',
    zh: '未检查：检查点不可信。',
  });
  return { valid: checks.every(({ ok }) => ok !== false) && asked(options, trust).every(isPassed(checks)), checks };
}

/** Reads what the verifier trusts of the log. @throws TLOG_BAD_VERIFIER_KEY, TLOG_BAD_POLICY */
export function readTrust({
  trustedLogKey,
  witnessPolicy,
}: Pick<VerifyBundleOptions, 'trustedLogKey' | 'witnessPolicy'>): CheckpointTrust {
  const policy = witnessPolicy === undefined ? null : parsePolicy(witnessPolicy);
  const logKeys = trustedLogKey === undefined ? policy?.logs.map(({ key }) => key) : [parseVerifierKey(trustedLogKey)];
  return { policy, logKeys: logKeys ?? [] };
}

/** The checks that have to be made, and not only not to fail. */
function asked({ readAnchoredRoot, deep }: VerifyBundleOptions, { logKeys, policy }: CheckpointTrust): BundleCheckId[] {
  return [
    ...(['format', 'inclusion', 'checkpoint'] as const),
    ...(logKeys.length > 0 ? (['logSignature'] as const) : []),
    ...(policy?.quorum ? (['witnesses'] as const) : []),
    ...(readAnchoredRoot ? (['anchor'] as const) : []),
    ...(deep ? (['header', 'trusted', 'order', 'receipt'] as const) : []),
  ];
}

const isPassed = (checks: readonly BundleCheck[]) => (id: BundleCheckId) =>
  checks.some((check) => check.id === id && check.ok === true);

/** Every check in its order; those without a finding are left open. */
function arrange(found: readonly BundleCheck[], { en, zh }: Words): BundleCheck[] {
  return bundleCheckIds.map((id) => found.find((check) => check.id === id) ?? finding(id).open(en, zh));
}

/** The statement under the root, and only then what the statement is about: a changed statement is not the payload's fault. */
function checkContent(bundle: ProofBundle, proof: TlogProof): BundleCheck[] {
  const inclusion = checkInclusion(bundle, proof);
  const why = ['Not checked: the statement is not proven.', '未检查：存证尚未得到证明。'] as const;
  if (!inclusion.ok) return [inclusion, finding('payload').open(...why), finding('event').open(...why)];
  const payload = checkPayload(bundle);
  const isOther = payload.ok === false;
  const event = isOther
    ? finding('event').open('Not checked: the payload is another one.', '未检查：内容与存证不符。')
    : checkEvent(bundle);
  return [inclusion, payload, event];
}

function checkPayload({ payload, statement }: ProofBundle): BundleCheck {
  const { passed, failed, open } = finding('payload');
  if (!payload)
    return open('The bundle carries no payload; only its digest is proven.', '证明包不含内容，只证明其摘要。');
  return digestPayload(payload.salt, payload.content) === statement.digest
    ? passed('The payload has the stated digest.', '内容的摘要与存证一致。')
    : failed('The payload is not the one that was stated.', '内容与存证的内容不同。');
}

function checkInclusion({ statement }: ProofBundle, { index, hashes, checkpoint }: TlogProof): BundleCheck {
  const { passed, failed } = finding('inclusion');
  const { size, root } = checkpoint;
  return verifyInclusion({ leafHash: hashLeaf(encodeStatement(statement)), index, size, hashes, root })
    ? passed(
        `The statement is number ${index} of ${size} under the checkpoint's root.`,
        `存证是检查点之下 ${size} 条中序号为 ${index} 的一条。`,
      )
    : failed(
        `The path does not lead from the statement as number ${index} of ${size} to the checkpoint's root.`,
        `存证若是 ${size} 条中序号为 ${index} 的一条，包含证明不通向检查点的根。`,
      );
}
