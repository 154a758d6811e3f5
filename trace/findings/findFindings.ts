import type { Sql } from '../../store/index.ts';
import { decodePageToken, encodePageToken } from '../pageToken.ts';
import { toThingKey } from '../things.ts';
import { findingErrors } from './errors.ts';
import {
  type DetectorName,
  type Finding,
  type FindingRow,
  type FindingState,
  type Severity,
  toFinding,
} from './finding.ts';
import { type Inspector, mayDecide, selectOwn } from './inspector.ts';
import { sealFindings } from './sealFindings.ts';

export interface FindFindingsParameters {
  inspector: Inspector;
  state?: FindingState | undefined;
  detector?: DetectorName | undefined;
  severity?: Severity | undefined;
  member?: string | undefined;
  /** A thing by its Digital Link, an event hash, or part of the subject. */
  search?: string | undefined;
  perPage: number;
  nextPageToken: string | null;
}

/** A decision about a finding. */
export interface FindingDecision {
  state: FindingState;
  note: string;
  /** Slug; null when the platform found that its ground is gone. */
  member: string | null;
  person: string | null;
  decidedAt: string;
  statementId: string | null;
}

/** Findings that an inspector may see, the most doubtful first. Throws TRACE_INVALID_PARAMETER. */
export async function findFindings(
  sql: Sql,
  { inspector, state, detector, severity, member, search, perPage, nextPageToken }: FindFindingsParameters,
): Promise<{ findings: Finding[]; nextPageToken: string | null }> {
  const list = JSON.stringify(['findings', inspector, state, detector, severity, member, search]);
  const [score = null, before = null] =
    nextPageToken === null ? [] : decodePageToken(nextPageToken, list, [/^[\d.e-]+$/, /^\d+$/]);
  const part = search ? `%${search.replace(/[\\%_]/g, '\\$&')}%` : null;
  const key = search ? toThingKey(search) : null;
  const rows = await sql<FindingRow[]>`
    SELECT * FROM trace.findings f WHERE ${selectOwn(sql, inspector)}
      AND (${score}::float8 IS NULL OR (f.score, f.sequence) < (${score}::float8, ${before}::bigint))
      AND (${state ?? null}::text IS NULL OR f.state = ${state ?? null})
      AND (${detector ?? null}::text IS NULL OR f.detector = ${detector ?? null})
      AND (${severity ?? null}::text IS NULL OR f.severity = ${severity ?? null})
      AND (${member ?? null}::text IS NULL OR ${member ?? null} = ANY (f.members))
      AND (${part}::text IS NULL OR f.subject ILIKE ${part} OR f.things && ARRAY[${key}]::text[]
        OR ${search ?? null} = ANY (f.events) OR ${search ?? null} = ANY (f.members))
    ORDER BY f.score DESC, f.sequence DESC LIMIT ${perPage + 1}`;
  const page = rows.slice(0, perPage);
  const last = rows.length > perPage ? page.at(-1) : undefined;
  return {
    findings: await sealFindings(sql, page.map(toFinding), inspector),
    nextPageToken: last ? encodePageToken(list, [String(last.score), last.sequence]) : null,
  };
}

/** How many findings of each detector wait. */
export async function countFindings(
  sql: Sql,
  inspector: Inspector,
): Promise<{ detector: DetectorName; state: FindingState; count: number }[]> {
  return sql`
    SELECT detector, state, count(*)::int AS count FROM trace.findings f WHERE ${selectOwn(sql, inspector)}
    GROUP BY detector, state ORDER BY detector, state`;
}

/** One finding with its decisions. @throws FINDING_UNKNOWN */
export async function readFinding(
  sql: Sql,
  { id, inspector }: { id: string; inspector: Inspector },
): Promise<Finding & { decisions: FindingDecision[]; mayDecide: boolean }> {
  const valid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
  const [row] = valid
    ? await sql<FindingRow[]>`
        SELECT * FROM trace.findings f WHERE f.id = ${id} AND ${selectOwn(sql, inspector)}`
    : [];
  if (!row) throw findingErrors.unknown({ id: id.slice(0, 80) });
  const decisions = await sql<(Omit<FindingDecision, 'decidedAt'> & { decidedAt: Date })[]>`
    SELECT state, note, member, person, decided_at AS "decidedAt", statement_id AS "statementId"
    FROM trace.finding_decisions WHERE finding = ${id} ORDER BY sequence`;
  const [finding = toFinding(row)] = await sealFindings(sql, [toFinding(row)], inspector);
  return {
    ...finding,
    decisions: decisions.map((one) => ({ ...one, decidedAt: one.decidedAt.toISOString() })),
    mayDecide: mayDecide(inspector, row),
  };
}
