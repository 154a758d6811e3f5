import { type Page, type PageParameters, toPage } from '../../../alliance/index.ts';
import type { Store, Tx } from '../../../store/index.ts';
import { auditErrors } from '../errors.ts';
import { readRecordToken } from '../readRecordToken.ts';
import { type Anomaly, type AnomalyFacts, type AnomalyRule, type AnomalyState, explainAnomaly } from './anomaly.ts';

interface Row {
  id: string;
  participant: string;
  rule: AnomalyRule;
  found_at: Date;
  at: Date;
  facts: AnomalyFacts;
  records: string[];
  state: AnomalyState;
  note: string | null;
  judged_by: string | null;
  judged_at: Date | null;
}

const toAnomaly = (row: Row): Anomaly => ({
  id: row.id,
  participant: row.participant,
  rule: row.rule,
  at: row.at.toISOString(),
  foundAt: row.found_at.toISOString(),
  explanation: explainAnomaly(row.rule, row.facts),
  facts: row.facts,
  records: row.records,
  state: row.state,
  note: row.note,
  judgedBy: row.judged_by,
  judgedAt: row.judged_at?.toISOString() ?? null,
});

/** Which anomalies a list has. */
export interface AnomalyFilter {
  rule?: AnomalyRule | undefined;
  state?: AnomalyState | undefined;
}

/** A page of a participant's anomalies, the newest first. @throws ALLIANCE_PAGE_TOKEN_WRONG */
export async function listAnomalies(
  { sql }: Store,
  participant: string,
  { rule, state }: AnomalyFilter,
  { perPage, pageToken }: PageParameters,
): Promise<Page<Anomaly>> {
  const after = readRecordToken(pageToken);
  const rows = await sql<Row[]>`
    SELECT id, participant, rule, found_at, at, facts, records, state, note, judged_by, judged_at
    FROM exchange.anomalies
    WHERE participant = ${participant}
      ${rule === undefined ? sql`` : sql`AND rule = ${rule}`}
      ${state === undefined ? sql`` : sql`AND state = ${state}`}
      ${after ? sql`AND (at, id) < (${after.at}, ${after.id}::uuid)` : sql``}
    ORDER BY at DESC, id DESC LIMIT ${perPage + 1}`;
  const page = toPage(rows, perPage, (row) => [row.at.toISOString(), row.id]);
  return { ...page, items: page.items.map(toAnomaly) };
}

/** What an auditor decides about an anomaly. */
export interface Judgement {
  participant: string;
  id: string;
  state: AnomalyState;
  /** Why; shown to other auditors. */
  note: string | null;
  /** Id of the person. */
  by: string;
  at: Date;
}

/** Writes down what an auditor says of an anomaly, in the caller's transaction. @throws AUDIT_ANOMALY_UNKNOWN */
export async function judgeAnomaly(tx: Tx, { participant, id, state, note, by, at }: Judgement): Promise<Anomaly> {
  const [row] = await tx<Row[]>`
    UPDATE exchange.anomalies SET state = ${state}, note = ${note}, judged_by = ${by}, judged_at = ${at}
    WHERE participant = ${participant} AND id = ${id}
    RETURNING id, participant, rule, found_at, at, facts, records, state, note, judged_by, judged_at`;
  if (!row) throw auditErrors.anomalyUnknown({ id });
  return toAnomaly(row);
}
