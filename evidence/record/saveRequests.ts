import type { AppendStatementParameters } from '../../ledger/index.ts';
import type { Tx } from '../../store/index.ts';
import { type EvidenceHouse, recordKind } from '../house.ts';
import type { EvidenceItem } from './evidenceItem.ts';

/** One request to record evidence, checked. */
export interface EvidenceRequest {
  member: string;
  /** ISO 8601 in UTC. */
  time: string;
  items: readonly EvidenceItem[];
  /** An id for each item. */
  ids: readonly string[];
  /** Under which key, and the hash of the body, where the caller gave a key. */
  idempotency: { key: string; bodyHash: Buffer } | null;
}

/** What became of a request: recorded now, recorded by an earlier one, or another request has its key. */
export type SaveOutcome =
  | { kind: 'recorded'; digests: string[] }
  | { kind: 'repeated'; ids: string[] }
  | { kind: 'conflict' };

/** The URI of the bytes that have a SHA-256, RFC 6920 section 3. */
export function subjectOfDigest(digest: string): string {
  return `ni:///sha-256;${Buffer.from(digest, 'hex').toString('base64url')}`;
}

/** Saves requests in one SQL transaction; gives the outcome of each, in their order. */
export async function saveRequests(
  tx: Tx,
  ledger: Pick<EvidenceHouse['ledger'], 'appendStatements'>,
  requests: readonly EvidenceRequest[],
): Promise<SaveOutcome[]> {
  const earlier = await claimKeys(tx, requests);
  const fresh = requests.filter((request) => !earlier.has(request));
  const statements = fresh.flatMap(({ member, time, items, ids }) =>
    items.map((item, at) => toStatement(item, ids[at] ?? '', { member, time })),
  );
  const appended = await ledger.appendStatements(tx, statements);
  await keepNotes(tx, fresh);
  let at = 0;
  return requests.map((request): SaveOutcome => {
    const outcome = earlier.get(request);
    if (outcome) return outcome;
    const digests = appended.slice(at, at + request.items.length).map(({ digest }) => digest);
    at += request.items.length;
    return { kind: 'recorded', digests };
  });
}

function toStatement(
  item: EvidenceItem,
  statementId: string,
  common: { member: string; time: string },
): AppendStatementParameters {
  return 'payload' in item
    ? {
        ...common,
        statementId,
        kind: recordKind,
        subject: item.subject ?? `urn:uuid:${statementId}`,
        payload: item.payload,
      }
    : {
        ...common,
        statementId,
        kind: recordKind,
        subject: item.subject ?? subjectOfDigest(item.digest),
        digest: item.digest,
      };
}

/** Takes the keys of the requests; gives what became of those whose key another request took before. */
async function claimKeys(tx: Tx, requests: readonly EvidenceRequest[]): Promise<Map<EvidenceRequest, SaveOutcome>> {
  const keyed = requests.flatMap((request) =>
    request.idempotency ? [{ request, member: request.member, ...request.idempotency }] : [],
  );
  if (keyed.length === 0) return new Map();
  // By the order of the unique key, so that concurrent groups wait in one direction only.
  const taken = await tx<{ id: string }[]>`
    INSERT INTO evidence.requests (member, key, body_hash, statement_ids, created_at)
    SELECT member, key, body_hash, string_to_array(ids, ' ')::uuid[], at::timestamptz
    FROM unnest(
      ${keyed.map(({ member }) => member)}::text[],
      ${keyed.map(({ key }) => key)}::text[],
      ${keyed.map(({ bodyHash }) => `\\x${bodyHash.toString('hex')}`)}::text[]::bytea[],
      ${keyed.map(({ request }) => request.ids.join(' '))}::text[],
      ${keyed.map(({ request }) => request.time)}::text[]
    ) AS given (member, key, body_hash, ids, at)
    ORDER BY member COLLATE "C", key COLLATE "C"
    ON CONFLICT DO NOTHING
    RETURNING statement_ids[1] AS id`;
  const fresh = new Set(taken.map(({ id }) => id));
  const others = keyed.filter(({ request }) => !fresh.has(request.ids[0] ?? ''));
  if (others.length === 0) return new Map();
  const rows = await tx<{ member: string; key: string; body_hash: Uint8Array; ids: string[] }[]>`
    SELECT member, key, body_hash, statement_ids::text[] AS ids
    FROM evidence.requests JOIN unnest(
      ${others.map(({ member }) => member)}::text[], ${others.map(({ key }) => key)}::text[]
    ) AS given (member, key) USING (member, key)`;
  const known = new Map(rows.map((row) => [`${row.member} ${row.key}`, row]));
  return new Map(
    others.map(({ request, member, key, bodyHash }): [EvidenceRequest, SaveOutcome] => {
      const row = known.get(`${member} ${key}`);
      const isSame = row !== undefined && bodyHash.equals(row.body_hash);
      return [request, isSame ? { kind: 'repeated', ids: row.ids } : { kind: 'conflict' }];
    }),
  );
}

/** Keeps what is not part of a statement, for the items that have any of it. */
async function keepNotes(tx: Tx, requests: readonly EvidenceRequest[]): Promise<void> {
  const notes = requests.flatMap(({ items, ids }) =>
    items.flatMap((item, at) => {
      const digest = 'digest' in item && item.subject !== undefined ? `\\x${item.digest}` : '';
      const bytes = 'bytes' in item && item.bytes !== undefined ? String(item.bytes) : '';
      if (!digest && !bytes && item.name === undefined) return [];
      return [{ id: ids[at] ?? '', digest, bytes, name: item.name ?? '' }];
    }),
  );
  if (notes.length === 0) return;
  const column = (key: keyof (typeof notes)[number]) => notes.map((note) => note[key]).join('\n');
  // Empty stands for nothing; no value has a line feed.
  await tx`
    INSERT INTO evidence.records (statement_id, digest, name, bytes)
    SELECT id::uuid, nullif(digest, '')::bytea, nullif(name, ''), nullif(bytes, '')::bigint
    FROM unnest(
      string_to_array(${column('id')}, E'\n'), string_to_array(${column('digest')}, E'\n'),
      string_to_array(${column('name')}, E'\n'), string_to_array(${column('bytes')}, E'\n')
    ) AS given (id, digest, name, bytes)`;
}
