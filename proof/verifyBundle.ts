import type { ReadAnchoredRoot } from './anchoredRoot.ts';
import type { BundleCheck } from './bundleCheck.ts';
import { checkEvent } from './checkEvent.ts';
import { digestPayload } from './digestPayload.ts';
import { decodeHex, type Hex, hashLeaf } from './hashes.ts';
import { parseBundle } from './parseBundle.ts';
import type { ProofBundle } from './proofBundle.ts';
import { encodeStatement } from './statement.ts';
import { verifyInclusion } from './verifyInclusion.ts';

/** What the verifier trusts: a node to ask, and the log's contract address as published by the operator. */
export interface VerifyBundleOptions {
  readAnchoredRoot?: ReadAnchoredRoot;
  trustedContract?: Hex;
}

/** `valid` is true when no check failed and, if a node was to be asked, the node confirmed the anchor. */
export interface VerifyBundleReturnType {
  valid: boolean;
  checks: BundleCheck[];
}

/**
 * Checks a proof bundle step by step: its form, that the payload has the stated digest, that the event has the stated
 * identity, that the statement is in the log under the checkpoint's root, that the checkpoint is of that log size, and that
 * the chain holds this root. Never throws for a bad bundle or a silent node: every finding is a check.
 */
export async function verifyBundle(
  bundle: unknown,
  options: VerifyBundleOptions = {},
): Promise<VerifyBundleReturnType> {
  const format = checkFormat(bundle);
  if (!format.parsed) return { valid: false, checks: [format.check, ...unchecked()] };
  const { parsed } = format;
  const anchor = await checkAnchor(parsed, options);
  const checks = [
    format.check,
    checkPayload(parsed),
    checkEvent(parsed),
    checkInclusion(parsed),
    checkCheckpoint(parsed),
    anchor,
  ];
  const anchorSuffices = options.readAnchoredRoot ? anchor.ok === true : true;
  return { valid: anchorSuffices && checks.every(({ ok }) => ok !== false), checks };
}

function checkFormat(bundle: unknown): { parsed: ProofBundle | null; check: BundleCheck } {
  try {
    return { parsed: parseBundle(bundle), check: { id: 'format', ok: true, detail: 'A complete proof bundle.' } };
  } catch (error) {
    return { parsed: null, check: { id: 'format', ok: false, detail: messageOf(error) } };
  }
}

function unchecked(): BundleCheck[] {
  const ids = ['payload', 'event', 'inclusion', 'checkpoint', 'anchor'] as const;
  return ids.map((id) => ({ id, ok: null, detail: 'Not checked: the bundle cannot be read.' }));
}

function checkPayload({ payload, statement }: ProofBundle): BundleCheck {
  if (!payload) return { id: 'payload', ok: null, detail: 'The bundle carries no payload; only its digest is proven.' };
  const ok = digestPayload(payload.salt, payload.content) === statement.digest;
  const detail = ok ? 'The payload has the stated digest.' : 'The payload is not the one that was stated.';
  return { id: 'payload', ok, detail };
}

function checkInclusion({ statement, inclusion, checkpoint }: ProofBundle): BundleCheck {
  const ok = verifyInclusion({
    leafHash: hashLeaf(encodeStatement(statement)),
    index: inclusion.index,
    size: inclusion.size,
    hashes: inclusion.hashes.map((hash) => decodeHex(hash, 'A hash of the path')),
    root: decodeHex(checkpoint.root, 'The root'),
  });
  const place = `number ${inclusion.index} of ${inclusion.size}`;
  const detail = ok
    ? `The statement is ${place} under the checkpoint's root.`
    : `The path does not lead from the statement as ${place} to the checkpoint's root.`;
  return { id: 'inclusion', ok, detail };
}

function checkCheckpoint({ inclusion, checkpoint }: ProofBundle): BundleCheck {
  const ok = inclusion.size === checkpoint.size && checkpoint.size > 0;
  const detail = ok
    ? `The proof is for the checkpoint of ${checkpoint.origin} at ${checkpoint.size} statements.`
    : `The proof is for ${inclusion.size} statements, the checkpoint for ${checkpoint.size}.`;
  return { id: 'checkpoint', ok, detail };
}

async function checkAnchor(
  { anchor, checkpoint }: ProofBundle,
  { readAnchoredRoot, trustedContract }: VerifyBundleOptions,
): Promise<BundleCheck> {
  const found = (ok: boolean | null, detail: string): BundleCheck => ({ id: 'anchor', ok, detail });
  if (!anchor) return found(readAnchoredRoot ? false : null, 'The bundle names no anchor on a chain.');
  const where = `contract ${anchor.contract} on chain ${anchor.evmChainId}`;
  if (trustedContract && trustedContract.toLowerCase() !== anchor.contract.toLowerCase()) {
    return found(false, `The bundle names ${where}, but the trusted contract is ${trustedContract}.`);
  }
  if (!readAnchoredRoot) return found(null, `Not checked: no node was asked about ${where}.`);
  try {
    const root = await readAnchoredRoot({ ...anchor, size: checkpoint.size });
    if (root === null) return found(false, `There is no root for ${checkpoint.size} statements in ${where}.`);
    if (root.toLowerCase() !== `0x${checkpoint.root}`) return found(false, `Another root is held by ${where}.`);
    const trust = trustedContract ? 'the trusted contract' : 'compare its address with the one the operator publishes';
    return found(true, `The root is held by ${where} (${trust}).`);
  } catch (error) {
    const retryable = error instanceof Error && 'retryable' in error && error.retryable === true;
    return found(retryable ? null : false, messageOf(error));
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
