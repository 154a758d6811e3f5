import type { Sql } from '../../../store/index.ts';
import { type Page, type PageParameters, readPageToken, toPage } from '../../page.ts';
import type { Claims, CredentialFormat } from '../model.ts';

/** A row of alliance.credential. */
export interface CredentialRow {
  id: string;
  type: string;
  format: CredentialFormat;
  issuer: string;
  issuer_member: string | null;
  subject: string;
  subject_member: string | null;
  claims: string;
  credential: string;
  issued_at: Date;
  valid_until: Date | null;
  key: Uint8Array;
  pair: string;
  place: number;
  suspended_at: Date | null;
  revoked_at: Date | null;
  reason: string | null;
}

/** A credential that was issued here. */
export interface IssuedCredential {
  id: string;
  type: string;
  format: CredentialFormat;
  issuer: string;
  /** Slug of the issuer; null for the alliance. */
  issuerMember: string | null;
  subject: string;
  subjectMember: string | null;
  claims: Claims;
  issuedAt: string;
  validUntil: string | null;
  status: 'valid' | 'suspended' | 'revoked' | 'expired';
  /** Why it was suspended or revoked. */
  reason: string | null;
}

function statusOf({ revoked_at, suspended_at, valid_until }: CredentialRow): IssuedCredential['status'] {
  if (revoked_at) return 'revoked';
  if (suspended_at) return 'suspended';
  return valid_until && valid_until.getTime() < Date.now() ? 'expired' : 'valid';
}

/** A row as the API shows it. */
export function toIssued(row: CredentialRow): IssuedCredential {
  return {
    id: row.id,
    type: row.type,
    format: row.format,
    issuer: row.issuer,
    issuerMember: row.issuer_member,
    subject: row.subject,
    subjectMember: row.subject_member,
    claims: JSON.parse(row.claims) as Claims,
    issuedAt: row.issued_at.toISOString(),
    validUntil: row.valid_until?.toISOString() ?? null,
    status: statusOf(row),
    reason: row.reason,
  };
}

/** Credentials that a member issued, newest first. */
export async function findIssued(
  sql: Sql,
  { member, perPage, pageToken }: PageParameters & { member: string },
): Promise<Page<IssuedCredential>> {
  const [id] = readPageToken(pageToken, 1);
  const rows = await sql<CredentialRow[]>`
    select * from alliance.credential
    where issuer_member = ${member}
      and (${id ?? null}::uuid is null
        or (issued_at, id) < (select issued_at, id from alliance.credential where id = ${id ?? null}))
    order by issued_at desc, id desc limit ${perPage + 1}`;
  return toPage(rows.map(toIssued), perPage, (one) => [one.id]);
}

const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** One credential that was issued here; null for an unknown id. */
export async function readIssued(sql: Sql, id: string): Promise<CredentialRow | null> {
  if (!idPattern.test(id)) return null;
  const [row] = await sql<CredentialRow[]>`select * from alliance.credential where id = ${id}`;
  return row ?? null;
}
