import type { Store } from '../../store/index.ts';
import { auditErrors } from './errors.ts';

export interface ChooseParameters {
  participant: string;
  agreement: string;
  /** Leaves out deliveries, answers and refusals before or from these moments on; ISO 8601. */
  from?: string | undefined;
  until?: string | undefined;
}

/** A record of an exchange. */
export interface ChosenRecord {
  id: string;
  sequence: number | null;
  digest: string | null;
  jws: string | null;
  documents: Record<string, string>;
}

/** More records than this are no file to look through. */
const mostRecords = 10_000;

interface Row extends Omit<ChosenRecord, 'sequence' | 'documents'> {
  sequence: string | null;
  documents: Record<string, string> | null;
}

/** What belongs to an exchange, whatever the period is. */
const lasting = [
  'message.sent',
  'message.received',
  'application',
  'decision',
  'agreement',
  'grant',
  'deletion',
  'act',
];

/**
 * The records of an exchange, in the order of the chain: those of the agreement and of the processes and the application that
 * lead to it. @throws AUDIT_AGREEMENT_UNKNOWN, AUDIT_BUNDLE_TOO_LARGE, AUDIT_NOT_YET_ANCHORED
 */
export async function chooseRecords(
  { sql }: Store,
  { participant, agreement, from, until }: ChooseParameters,
): Promise<ChosenRecord[]> {
  const rows = await sql<Row[]>`
    WITH seeds AS (
      SELECT DISTINCT negotiation, transfer, application FROM exchange.records
      WHERE participant = ${participant} AND agreement = ${agreement}
    ), applied AS (
      SELECT application FROM seeds WHERE application IS NOT NULL
      UNION SELECT application FROM exchange.records
      WHERE participant = ${participant} AND application IS NOT NULL
        AND negotiation IN (SELECT negotiation FROM seeds WHERE negotiation IS NOT NULL)
    ), chosen AS (
      SELECT id FROM exchange.records WHERE participant = ${participant} AND agreement = ${agreement}
      UNION SELECT id FROM exchange.records WHERE participant = ${participant} AND agreement IS NULL
        AND negotiation IN (SELECT negotiation FROM seeds WHERE negotiation IS NOT NULL)
      UNION SELECT id FROM exchange.records WHERE participant = ${participant} AND agreement IS NULL
        AND transfer IN (SELECT transfer FROM seeds WHERE transfer IS NOT NULL)
      UNION SELECT id FROM exchange.records WHERE participant = ${participant} AND agreement IS NULL
        AND application IN (SELECT application FROM applied)
    )
    SELECT id, sequence, digest, jws, documents FROM exchange.records
    WHERE id IN (SELECT id FROM chosen)
      AND (kind = ANY(${lasting}) OR (
        (${from ?? null}::timestamptz IS NULL OR at >= ${from ?? null})
        AND (${until ?? null}::timestamptz IS NULL OR at < ${until ?? null})))
    ORDER BY sequence NULLS LAST LIMIT ${mostRecords + 1}`;
  if (rows.length === 0) throw auditErrors.agreementUnknown({ agreement });
  if (rows.length > mostRecords) throw auditErrors.bundleTooLarge({ agreement, most: mostRecords });
  if (rows.some(({ sequence }) => sequence === null)) throw auditErrors.notYetAnchored({ count: rows.length });
  return rows.map((row) => ({ ...row, sequence: Number(row.sequence), documents: row.documents ?? {} }));
}
