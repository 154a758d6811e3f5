import { createHash } from 'node:crypto';
import type { Sql, Store, Tx } from '../../../store/index.ts';
import { type Page, type PageParameters, readPageToken, toPage } from '../../page.ts';
import { credentialErrors } from '../errors.ts';
import type { CredentialFormat } from '../model.ts';
import type { Report } from '../verify/verifyPresentation.ts';

/** A row of alliance.held_credential. */
export interface HeldRow {
  id: string;
  member: string;
  type: string;
  format: CredentialFormat;
  issuer: string;
  subject: string;
  credential: string;
  valid_until: Date | null;
  received_at: Date;
}

/** A credential in a member's wallet. */
export interface HeldCredential {
  id: string;
  type: string;
  format: CredentialFormat;
  issuer: string;
  /** Who that is here; null for an issuer that nobody here knows. */
  issuedBy: { kind: 'alliance' | 'member'; member: string | null } | null;
  subject: string;
  validUntil: string | null;
  receivedAt: string;
  /** For what was issued here; null where only its issuer knows. */
  status: 'valid' | 'suspended' | 'revoked' | 'expired' | null;
}

interface ListedRow extends HeldRow {
  state: HeldCredential['status'];
  issuer_known: boolean;
  issuer_member: string | null;
}

const toHeld = (row: ListedRow): HeldCredential => ({
  id: row.id,
  type: row.type,
  format: row.format,
  issuer: row.issuer,
  issuedBy: row.issuer_known
    ? { kind: row.issuer_member === null ? 'alliance' : 'member', member: row.issuer_member }
    : null,
  subject: row.subject,
  validUntil: row.valid_until?.toISOString() ?? null,
  receivedAt: row.received_at.toISOString(),
  status: row.state,
});

/** What a member holds, newest first. */
export async function findHeld(
  sql: Sql,
  { member, perPage, pageToken }: PageParameters & { member: string },
): Promise<Page<HeldCredential>> {
  const [id] = readPageToken(pageToken, 1);
  const rows = await sql<ListedRow[]>`
    select held.*, did.did is not null as issuer_known, did.member as issuer_member, case
        when issued.revoked_at is not null then 'revoked'
        when issued.suspended_at is not null then 'suspended'
        when held.valid_until < now() then 'expired'
        when issued.id is not null then 'valid' end as state
    from alliance.held_credential held
    left join alliance.did did on did.did = held.issuer
    left join alliance.credential issued on issued.subject = held.subject and issued.type = held.type
      and issued.credential = held.credential
    where held.member = ${member}
      and (${id ?? null}::uuid is null
        or (held.received_at, held.id) < (select received_at, id from alliance.held_credential where id = ${id ?? null}))
    order by held.received_at desc, held.id desc limit ${perPage + 1}`;
  return toPage(rows.map(toHeld), perPage, (one) => [one.id]);
}

/** Some credentials of a member's wallet, in the order of the ids. @throws CREDENTIAL_UNKNOWN */
export async function readHeld(sql: Sql, member: string, ids: readonly string[]): Promise<HeldRow[]> {
  const rows = await sql<HeldRow[]>`
    select * from alliance.held_credential where member = ${member} and id = any(${[...ids]}::uuid[])`;
  return ids.map((id) => {
    const row = rows.find((one) => one.id === id);
    if (!row) throw credentialErrors.unknown({ id });
    return row;
  });
}

/**
 * Takes a credential into a member's wallet once it was verified and is about that member; the same again is the same.
 * @throws CREDENTIAL_NOT_VALID, CREDENTIAL_NOT_YOURS
 */
export async function holdCredential(
  store: Store,
  { member, did, credential, report }: { member: string; did: string; credential: string; report: Report },
  also: (tx: Tx, id: string) => Promise<unknown>,
): Promise<{ id: string }> {
  const [found] = report.credentials;
  if (report.kind !== 'credential' || !found)
    throw credentialErrors.notValid({ problem: 'it is a presentation' }, { zh: { problem: '这是出示文件，不是凭证' } });
  const failed = found.checks.find(({ ok }) => ok === false);
  if (failed) {
    throw credentialErrors.notValid(
      { problem: failed.detail.replace(/\.$/, '') },
      { details: { checks: found.checks }, zh: { problem: failed.zh.replace(/。$/, '') } },
    );
  }
  if (found.subject !== did)
    throw credentialErrors.notYours(
      { subject: found.subject ?? 'nobody', did },
      found.subject ? {} : { zh: { subject: '空' } },
    );
  const digest = createHash('sha256').update(credential).digest();
  return store.transaction(async (tx) => {
    const { type, format, issuer, validUntil } = found;
    const [made] = await tx<{ id: string }[]>`
      insert into alliance.held_credential (member, type, format, issuer, subject, credential, digest, valid_until)
      values (${member}, ${type}, ${format}, ${issuer}, ${did}, ${credential}, ${digest}, ${validUntil})
      on conflict (member, digest) do nothing returning id`;
    if (made) {
      await also(tx, made.id);
      return made;
    }
    const [there] = await tx<{ id: string }[]>`
      select id from alliance.held_credential where member = ${member} and digest = ${digest}`;
    return there as { id: string };
  });
}

/** Takes a credential out of the wallet; its issuer still has it. @throws CREDENTIAL_UNKNOWN */
export async function removeHeld(
  store: Store,
  { member, id }: { member: string; id: string },
  also: (tx: Tx) => Promise<unknown>,
): Promise<void> {
  await store.transaction(async (tx) => {
    const rows = await tx`delete from alliance.held_credential where member = ${member} and id = ${id} returning id`;
    if (rows.length === 0) throw credentialErrors.unknown({ id });
    await also(tx);
  });
}
