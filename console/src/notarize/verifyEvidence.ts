import { verifyBundle } from '../../../proof/index.ts';
import type { EvidenceRecord } from '../api/evidence.ts';
import { getBundle } from '../api/getBundle.ts';
import { isRecord, problemOf } from '../api/problem.ts';
import { readRootOnce } from '../verify/readRoot.ts';
import type { CheckId } from '../verify/verifyRecord.ts';

export interface EvidenceCheck {
  id: CheckId;
  ok: boolean | null;
  detail: string;
}

export interface EvidenceVerification {
  state: 'valid' | 'invalid' | 'pending' | 'unreachable';
  checks: EvidenceCheck[];
  reason: string | null;
}

/**
 * Downloads the proof of a record, compares it with what the page shows and checks it against the node at `nodeUrl`.
 * `logKey` is the log's verifier key where the reader has it.
 */
export async function verifyEvidence(
  record: EvidenceRecord,
  { nodeUrl, logKey, signal }: { nodeUrl: string; logKey?: string | undefined; signal: AbortSignal },
): Promise<EvidenceVerification> {
  let bundle: unknown;
  try {
    bundle = await getBundle(record.id, signal);
  } catch (error) {
    const { status, detail, title } = problemOf(error);
    return { state: status === 409 ? 'pending' : 'unreachable', checks: [], reason: detail ?? title };
  }
  const { valid, checks } = await verifyBundle(bundle, {
    readAnchoredRoot: readRootOnce(nodeUrl),
    ...(logKey === undefined ? {} : { trustedLogKey: logKey }),
  });
  const differing = compareStatement(record, bundle);
  const displayed: EvidenceCheck = { id: 'displayed', ok: differing.length === 0, detail: differing.join(', ') };
  const all: EvidenceCheck[] = [...checks.slice(0, 1), displayed, ...checks.slice(1)];
  const failed = all.some(({ ok }) => ok === false);
  const unanswered = checks.find(({ id, ok }) => id === 'anchor' && ok === null);
  return {
    state: failed ? 'invalid' : valid ? 'valid' : 'unreachable',
    checks: all,
    reason: failed ? null : (unanswered?.detail ?? null),
  };
}

/** Names of the fields in which the proven statement differs from the record that the page shows. */
export function compareStatement(record: EvidenceRecord, bundle: unknown): string[] {
  const statement = isRecord(bundle) && isRecord(bundle.statement) ? bundle.statement : {};
  return (['digest', 'alg', 'subject', 'member', 'time'] as const).filter((name) => statement[name] !== record[name]);
}
