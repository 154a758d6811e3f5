import { type BundleCheck, parseTlogProof, type ReadAnchoredRoot, verifyBundle } from '../../../proof/index.ts';
import { isRecord, problemOf } from '../api/problem.ts';
import { canonicalId } from './canonicalId.ts';
import { compareEvent, type Difference, type DisplayedRecord } from './compareEvent.ts';

export type CheckId = BundleCheck['id'] | 'displayed';
/** `unreachable`: the proof is sound in itself, but the platform or the node gave no usable answer. */
export type RecordState = 'valid' | 'invalid' | 'pending' | 'unreachable';

export interface RecordCheck {
  id: CheckId;
  ok: boolean | null;
  /** The checking program's own words, in English. */
  detail: string;
  /** The same in Chinese; the page has words of its own for what it compares. */
  zh?: { detail: string };
}

/** A sentence in English, and in Chinese where it has one. */
export interface Reason {
  detail: string;
  zh?: { detail: string };
}

export interface Anchor {
  evmChainId: number;
  contract: string;
  size: number;
}

export interface RecordVerification {
  state: RecordState;
  checks: RecordCheck[];
  differences: Difference[];
  /** False when the bundle had no full record to compare the page with. */
  compared: boolean;
  anchor: Anchor | null;
  /** Why there was no answer, when the state is `unreachable`; or `noProof`. */
  reason: Reason | 'noProof' | null;
}

export interface VerifyRecordOptions {
  getBundle: (statementId: string, signal: AbortSignal) => Promise<unknown>;
  readAnchoredRoot: ReadAnchoredRoot;
  trustedContract?: `0x${string}` | undefined;
  /** Verifier key of the log; without it the logs of the policy count. */
  trustedLogKey?: string | undefined;
  /** Which witnesses have to vouch (tlog-policy). */
  witnessPolicy?: string | undefined;
  signal: AbortSignal;
}

/** Downloads one record's proof, checks it against the chain, and compares it with what the page shows. */
export async function verifyRecord(
  shown: DisplayedRecord,
  { getBundle, readAnchoredRoot, signal, ...trust }: VerifyRecordOptions,
): Promise<RecordVerification> {
  let bundle: unknown;
  try {
    bundle = await getBundle(shown.statementId, signal);
  } catch (error) {
    return withoutBundle(error);
  }
  const anchor = readAnchor(bundle);
  if (anchor === null && isRecord(bundle) && bundle.anchor === null) return noChecks('pending');
  const { valid, checks } = await verifyBundle(bundle, {
    readAnchoredRoot,
    ...(trust.trustedContract === undefined ? {} : { trustedContract: trust.trustedContract }),
    ...(trust.trustedLogKey === undefined ? {} : { trustedLogKey: trust.trustedLogKey }),
    ...(trust.witnessPolicy === undefined ? {} : { witnessPolicy: trust.witnessPolicy }),
  });
  const { differences, compared } = compareEvent(shown, bundle, canonicalId);
  const displayed: RecordCheck = { id: 'displayed', ok: differences.length === 0, detail: differences.join(', ') };
  // The page asks for no chain part; checks of one that nobody sent would only be noise.
  const made = checks.filter(({ id, ok }) => ok !== null || !chainChecks.has(id));
  const all: RecordCheck[] = [...made.slice(0, 1), displayed, ...made.slice(1)];
  const failed = all.some(({ ok }) => ok === false);
  const unanswered = checks.find(({ id, ok }) => id === 'anchor' && ok === null);
  const state = failed ? 'invalid' : valid ? 'valid' : 'unreachable';
  return { state, checks: all, differences, compared, anchor, reason: failed ? null : (unanswered ?? null) };
}

const chainChecks: ReadonlySet<string> = new Set(['header', 'trusted', 'order', 'receipt']);

function withoutBundle(error: unknown): RecordVerification {
  const { status, title, detail, zh } = problemOf(error);
  if (status === 409) return noChecks('pending');
  if (status === 404 || status === 410) return noChecks('invalid', 'noProof');
  return noChecks('unreachable', { detail: detail ?? title, ...(zh ? { zh } : {}) });
}

function noChecks(state: RecordState, reason: RecordVerification['reason'] = null): RecordVerification {
  return { state, checks: [], differences: [], compared: false, anchor: null, reason };
}

function readAnchor(bundle: unknown): Anchor | null {
  if (!isRecord(bundle) || !isRecord(bundle.anchor) || typeof bundle.tlogProof !== 'string') return null;
  const { evmChainId, contract } = bundle.anchor;
  if (typeof evmChainId !== 'number' || typeof contract !== 'string') return null;
  try {
    return { evmChainId, contract, size: parseTlogProof(bundle.tlogProof).checkpoint.size };
  } catch {
    return null;
  }
}
