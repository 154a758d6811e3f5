import type { Sql, Tx } from '../../store/index.ts';
import { decodePageToken, encodePageToken } from '../pageToken.ts';
import { toThingKey } from '../things.ts';
import { type Certificate, type CertificateRow, type CertificateState, stateAt, toCertificate } from './certificate.ts';

export interface FindCertificatesParameters {
  issuer?: string | undefined;
  operator?: string | undefined;
  /** Part of the number, the address or the operator's slug. */
  search?: string | undefined;
  state?: CertificateState | undefined;
  perPage: number;
  nextPageToken: string | null;
}

const withChanges = (sql: Sql | Tx) => sql`
  SELECT c.*, (SELECT jsonb_agg(jsonb_build_object('state', s.state, 'effectiveAt', s.effective_at,
    'recordedAt', s.recorded_at, 'reason', s.reason) ORDER BY s.sequence)
    FROM trace.certificate_states s WHERE s.certificate = c.id) AS changes
  FROM trace.certificates c`;

/** The state now, as SQL: the change that took effect last, then the dates. */
const stateNow = (sql: Sql) => sql`coalesce(
  (SELECT nullif(s.state, 'valid') FROM (
    SELECT state FROM trace.certificate_states WHERE certificate = c.id AND effective_at <= now()
    ORDER BY effective_at DESC, sequence DESC LIMIT 1) AS s),
  CASE WHEN c.valid_until < now() THEN 'expired' ELSE 'valid' END)`;

/** The register, the newest first. Throws TRACE_INVALID_PARAMETER. */
export async function findCertificates(
  sql: Sql,
  { issuer, operator, search, state, perPage, nextPageToken }: FindCertificatesParameters,
): Promise<{ certificates: (Certificate & { state: CertificateState })[]; nextPageToken: string | null }> {
  const list = JSON.stringify(['certificates', issuer, operator, search, state]);
  const [before = null, beforeId = null] =
    nextPageToken === null ? [] : decodePageToken(nextPageToken, list, [/^\d{4}-[\d:.TZ-]+$/, /^[0-9a-f-]{36}$/]);
  const wanted = search ? `%${search.replace(/[\\%_]/g, '\\$&')}%` : null;
  const rows = await sql<CertificateRow[]>`
    ${withChanges(sql)}
    WHERE (${before}::timestamptz IS NULL OR (c.issued_at, c.id) < (${before}::timestamptz, ${beforeId}::uuid))
      AND (${issuer ?? null}::text IS NULL OR c.issuer = ${issuer ?? null})
      AND (${operator ?? null}::text IS NULL OR c.operator = ${operator ?? null})
      AND (${wanted}::text IS NULL OR c.number ILIKE ${wanted} OR c.uri ILIKE ${wanted} OR c.operator ILIKE ${wanted})
      ${state ? sql`AND ${stateNow(sql)} = ${state}` : sql``}
    ORDER BY c.issued_at DESC, c.id DESC LIMIT ${perPage + 1}`;
  const page = rows.slice(0, perPage).map(toCertificate);
  const last = rows.length > perPage ? page.at(-1) : undefined;
  const now = Date.now();
  return {
    certificates: page.map((certificate) => ({ ...certificate, state: stateAt(certificate, now) })),
    nextPageToken: last ? encodePageToken(list, [last.issuedAt, last.id]) : null,
  };
}

/** One certificate by its id, its address or the key that events cite; null when the register has none. */
export async function readCertificate(sql: Sql, name: string): Promise<Certificate | null> {
  const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(name) ? name : null;
  const [row] = await sql<CertificateRow[]>`
    ${withChanges(sql)} WHERE c.id = ${id}::uuid OR c.uri = ${toThingKey(name)} LIMIT 1`;
  return row ? toCertificate(row) : null;
}

/** The certificates with these addresses, and every one of these operators. */
export async function readCertificates(
  sql: Sql | Tx,
  { uris, operators = [] }: { uris: readonly string[]; operators?: readonly string[] },
): Promise<Certificate[]> {
  if (uris.length + operators.length === 0) return [];
  const rows = await sql<CertificateRow[]>`
    ${withChanges(sql)} WHERE c.uri = ANY(${[...uris]}::text[]) OR c.operator = ANY(${[...operators]}::text[])
    ORDER BY c.issued_at, c.id LIMIT 5000`;
  return rows.map(toCertificate);
}
