import { verifyBundle } from '../../../proof/index.ts';
import type { EvidenceRecord } from '../api/evidence.ts';
import { getBundle } from '../api/getBundle.ts';
import { getPolicy } from '../api/getPolicy.ts';
import { isRecord, problemOf } from '../api/problem.ts';
import { readRootOnce } from '../verify/readRoot.ts';
import { readTrust, type Trust } from '../verify/readTrust.ts';
import type { Reason, RecordCheck } from '../verify/verifyRecord.ts';

export interface EvidenceVerification {
  state: 'valid' | 'invalid' | 'pending' | 'unreachable';
  checks: RecordCheck[];
  reason: Reason | null;
  /** What the platform answered instead of a proof. */
  refused?: unknown;
  /** Whose word was taken for the key of the log and its witnesses. */
  source: Trust['source'];
}

export interface VerifyEvidenceOptions {
  /** The blockchain node to ask. */
  nodeUrl: string;
  /** The log's verifier key where the reader has it from elsewhere; empty: as the platform publishes it. */
  logKey: string;
  signal: AbortSignal;
}

/**
 * Downloads the proof of a record, compares it with what the page shows and checks it against a blockchain node.
 * @throws TrustProblem when the key entered is none
 */
export async function verifyEvidence(
  record: EvidenceRecord,
  { nodeUrl, logKey, signal }: VerifyEvidenceOptions,
): Promise<EvidenceVerification> {
  const { source, ...trusted } = await readTrust({ logKey, policy: '' }, () => getPolicy(signal));
  let bundle: unknown;
  try {
    bundle = await getBundle(record.id, signal);
  } catch (error) {
    const state = problemOf(error).status === 409 ? 'pending' : 'unreachable';
    return { state, checks: [], reason: null, refused: error, source };
  }
  const { valid, checks } = await verifyBundle(bundle, {
    readAnchoredRoot: readRootOnce(nodeUrl),
    ...trusted,
  });
  const differing = compareStatement(record, bundle);
  const displayed: RecordCheck = { id: 'displayed', ok: differing.length === 0, detail: differing.join(', ') };
  const all: RecordCheck[] = [...checks.slice(0, 1), displayed, ...checks.slice(1)];
  const failed = all.some(({ ok }) => ok === false);
  const unanswered = checks.find(({ id, ok }) => id === 'anchor' && ok === null);
  return {
    state: failed ? 'invalid' : valid ? 'valid' : 'unreachable',
    checks: all,
    reason: failed ? null : (unanswered ?? null),
    source,
  };
}

/** Names of the fields in which the proven statement differs from the record that the page shows. */
function compareStatement(record: EvidenceRecord, bundle: unknown): string[] {
  const statement = isRecord(bundle) && isRecord(bundle.statement) ? bundle.statement : {};
  return (['digest', 'alg', 'subject', 'member', 'time'] as const).filter((name) => statement[name] !== record[name]);
}
