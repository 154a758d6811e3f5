import type { Sql, Tx } from '../../store/index.ts';
import type { DidDocument, DidKey, DidService } from './didDocument.ts';

/** A DID of a member, or of the alliance (member null). */
export interface DidRow {
  did: string;
  member: string | null;
  kind: 'hosted' | 'own';
  current: boolean;
  created_at: Date;
}

/** One version of a hosted document. */
export interface DidVersion {
  version: number;
  document: DidDocument;
  /** SHA-256 of the document's RFC 8785 form, hexadecimal; the evidence log has it too. */
  digest: string;
  reason: string;
  statementId: string;
  validFrom: string;
  validTo: string | null;
}

/** The DID that a member uses at present; null when it has none yet. */
export async function readCurrentDid(sql: Sql | Tx, member: string | null): Promise<DidRow | null> {
  const [row] = await sql<DidRow[]>`
    select * from alliance.did where coalesce(member, '') = ${member ?? ''} and current`;
  return row ?? null;
}

/** Whose a DID is; null when it is nobody's here. */
export async function readDid(sql: Sql | Tx, did: string): Promise<DidRow | null> {
  const [row] = await sql<DidRow[]>`select * from alliance.did where did = ${did}`;
  return row ?? null;
}

/** All keys of a hosted DID, oldest first. */
export async function readKeys(sql: Sql | Tx, did: string): Promise<DidKey[]> {
  const rows = await sql<{ public_key: Uint8Array; valid_from: Date; valid_to: Date | null; compromised: boolean }[]>`
    select public_key, valid_from, valid_to, compromised from alliance.did_key where did = ${did}
    order by valid_to nulls last, valid_from`;
  return rows.map(({ public_key, valid_from, valid_to, compromised }) => ({
    publicKey: new Uint8Array(public_key),
    validFrom: valid_from,
    validTo: valid_to,
    compromised,
  }));
}

/** The services of a hosted DID; their ids are fragments. */
export async function readServices(sql: Sql | Tx, did: string): Promise<DidService[]> {
  const [row] = await sql<{ services: string }[]>`select services from alliance.did where did = ${did}`;
  return row ? (JSON.parse(row.services) as DidService[]) : [];
}

/** The present document of a hosted DID; null when it is not hosted here. */
export async function readVersion(sql: Sql | Tx, did: string): Promise<DidDocument | null> {
  const [row] = await sql<{ document: string }[]>`
    select document from alliance.did_version where did = ${did} and valid_to is null order by version desc limit 1`;
  return row ? (JSON.parse(row.document) as DidDocument) : null;
}

interface VersionRow {
  version: number;
  document: string;
  digest: string;
  reason: string;
  statement_id: string;
  valid_from: Date;
  valid_to: Date | null;
}

/** Every version of a hosted document, newest first; at most 200. */
export async function readVersions(sql: Sql | Tx, did: string): Promise<DidVersion[]> {
  const rows = await sql<VersionRow[]>`
    select * from alliance.did_version where did = ${did} order by version desc limit 200`;
  return rows.map((row) => ({
    version: row.version,
    document: JSON.parse(row.document) as DidDocument,
    digest: row.digest,
    reason: row.reason,
    statementId: row.statement_id,
    validFrom: row.valid_from.toISOString(),
    validTo: row.valid_to?.toISOString() ?? null,
  }));
}
