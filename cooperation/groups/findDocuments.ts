import type { Principal } from '../../alliance/index.ts';
import { cooperationErrors } from '../errors.ts';
import type { CooperationHouse } from '../house.ts';
import { type Page, type PageParameters, readIdToken, toIdPage } from '../page.ts';
import { type DocumentVersion, type GroupDocument, toVersion, type VersionRow } from './document.ts';
import { enterGroup } from './group.ts';

interface DocumentRow extends VersionRow {
  id: string;
  title: string;
  first_at: Date;
  versions: number;
}

interface InGroup {
  principal: Principal;
  groupId: string;
}

const reading = { action: 'cooperation:read-group', changes: false } as const;

/** The documents of a group, the newest first. @throws COOPERATION_GROUP_UNKNOWN, RIGHTS_REFUSED */
export async function findDocuments(
  house: CooperationHouse,
  { principal, groupId, perPage, pageToken }: PageParameters & InGroup,
): Promise<Page<GroupDocument>> {
  const { sql } = house.store;
  await enterGroup(house, sql, { principal, id: groupId, ...reading });
  const before = readIdToken(pageToken);
  const rows = await sql<DocumentRow[]>`
    SELECT d.id, d.title, d.created_at AS first_at, newest.*, newest.number AS versions
    FROM cooperation.documents AS d
    CROSS JOIN LATERAL (
      SELECT number, file_name, media_type, bytes, encode(digest, 'hex') AS digest, member, author_name, statement_id, created_at
      FROM cooperation.document_versions WHERE document_id = d.id ORDER BY number DESC LIMIT 1
    ) AS newest
    WHERE d.group_id = ${groupId} AND d.removed_at IS NULL ${before === null ? sql`` : sql`AND d.id < ${before}`}
    ORDER BY d.id DESC
    LIMIT ${perPage + 1}`;
  return toIdPage(rows, perPage, (row) => ({
    id: row.id,
    title: row.title,
    createdAt: row.first_at.toISOString(),
    versions: row.versions,
    newest: toVersion(row),
  }));
}

/** All versions of a document, the newest first. @throws COOPERATION_DOCUMENT_UNKNOWN, RIGHTS_REFUSED */
export async function findVersions(
  house: CooperationHouse,
  { principal, groupId, documentId }: InGroup & { documentId: string },
): Promise<DocumentVersion[]> {
  const { sql } = house.store;
  await enterGroup(house, sql, { principal, id: groupId, ...reading });
  const rows = await sql<VersionRow[]>`
    SELECT number, file_name, media_type, bytes, encode(digest, 'hex') AS digest, v.member, author_name, statement_id, v.created_at
    FROM cooperation.document_versions AS v JOIN cooperation.documents AS d ON d.id = document_id
    WHERE document_id = ${documentId} AND group_id = ${groupId} AND removed_at IS NULL
    ORDER BY number DESC`;
  if (rows.length === 0) throw cooperationErrors.documentUnknown({ id: documentId });
  return rows.map(toVersion);
}

/** A file as it is sent: what it is, and its pieces, read one at a time. */
export interface DocumentContent {
  version: DocumentVersion;
  pieces: AsyncIterable<Uint8Array>;
}

/** Opens a version of a document. @throws COOPERATION_DOCUMENT_UNKNOWN, RIGHTS_REFUSED */
export async function openContent(
  house: CooperationHouse,
  parameters: InGroup & { documentId: string; number: number },
): Promise<DocumentContent> {
  const { principal, groupId, documentId, number } = parameters;
  const { sql } = house.store;
  await enterGroup(house, sql, { principal, id: groupId, ...reading });
  const [row] = await sql<(VersionRow & { id: string; pieces: number })[]>`
    SELECT v.id, number, file_name, media_type, bytes, encode(digest, 'hex') AS digest, v.member, author_name, statement_id,
      v.created_at, (SELECT count(*)::int FROM cooperation.document_pieces WHERE version_id = v.id) AS pieces
    FROM cooperation.document_versions AS v JOIN cooperation.documents AS d ON d.id = document_id
    WHERE document_id = ${documentId} AND group_id = ${groupId} AND number = ${number} AND removed_at IS NULL`;
  if (!row || row.pieces === 0) throw cooperationErrors.documentUnknown({ id: documentId });
  const { id, pieces } = row;
  async function* read() {
    for (let place = 0; place < pieces; place += 1) {
      const [piece] = await sql<{ content: Uint8Array }[]>`
        SELECT content FROM cooperation.document_pieces WHERE version_id = ${id} AND place = ${place}`;
      if (!piece) throw cooperationErrors.documentUnknown({ id: documentId });
      yield piece.content;
    }
  }
  return { version: toVersion(row), pieces: read() };
}
