import { hash } from 'node:crypto';
import type { Principal } from '../../alliance/index.ts';
import { makeStatementIds } from '../../ledger/index.ts';
import type { Tx } from '../../store/index.ts';
import { cooperationErrors } from '../errors.ts';
import type { CooperationHouse } from '../house.ts';
import { tellNews } from '../news/tellNews.ts';
import { stateDigest } from '../stateDigest.ts';
import { enterGroup } from './group.ts';

/** Largest file. */
export const mostFileBytes = 20 * 1024 * 1024;
const mostDocuments = 1_000;
const mostVersions = 200;
/** Of all documents of one organisation, in all groups: nobody fills the disk on which the evidence is. */
const mostMemberBytes = 10 * 1024 ** 3;
const pieceBytes = 1024 * 1024;

export interface AddDocumentParameters {
  principal: Principal;
  groupId: string;
  /** The document that gets a new version; a new document when left out. */
  documentId?: string | undefined;
  /** Of a new document; the file's name when left out. */
  title?: string | undefined;
  fileName: string;
  mediaType: string;
  content: Buffer;
}

/** Where a file came to be. */
export interface AddDocumentReturnType {
  id: string;
  number: number;
  digest: string;
  statementId: string;
}

/**
 * Adds a file to a group as a new document or a new version of one; its digest goes into the evidence log.
 * @throws COOPERATION_GROUP_UNKNOWN, COOPERATION_GROUP_CLOSED, COOPERATION_DOCUMENT_UNKNOWN, COOPERATION_FILE_EMPTY,
 * COOPERATION_TOO_MANY_DOCUMENTS, COOPERATION_TOO_MANY_VERSIONS, COOPERATION_TOO_MANY_BYTES, RIGHTS_REFUSED
 */
export async function addDocument(
  house: CooperationHouse,
  parameters: AddDocumentParameters,
): Promise<AddDocumentReturnType> {
  const { principal, groupId, title, fileName, mediaType, content } = parameters;
  if (content.length === 0) throw cooperationErrors.fileEmpty();
  const { member } = principal;
  const digest = hash('sha256', content, 'hex');
  const [versionId = '', newId = ''] = makeStatementIds(2);
  const id = parameters.documentId ?? newId;
  return house.store.transaction(async (tx) => {
    const action = 'cooperation:contribute';
    const group = await enterGroup(house, tx, { principal, id: groupId, action, changes: true });
    const number = await takeNumber(tx, {
      groupId,
      id,
      isNew: parameters.documentId === undefined,
      principal,
      title: title ?? fileName,
    });
    await checkBytes(tx, member, content.length);
    const statementId = await stateDigest(house, tx, { member, digest });
    await tx`
      INSERT INTO cooperation.document_versions
        (id, document_id, number, file_name, media_type, bytes, digest, member, author, author_name, statement_id)
      VALUES (${versionId}, ${id}, ${number}, ${fileName}, ${mediaType}, ${content.length}, decode(${digest}, 'hex'), ${member},
        ${principal.id}, ${principal.name}, ${statementId})`;
    for (let at = 0; at < content.length; at += pieceBytes) {
      await tx`
        INSERT INTO cooperation.document_pieces (version_id, place, content)
        VALUES (${versionId}, ${at / pieceBytes}, ${content.subarray(at, at + pieceBytes)})`;
    }
    const type = number === 1 ? 'document.added' : 'document.changed';
    const path = `/cooperation/groups/${groupId}?tab=documents`;
    const audience = { audience: 'group', groupId } as const;
    await tellNews(tx, principal, { topic: 'group-work', type, ...audience, member, title: group.name, path });
    return { id, number, digest, statementId };
  });
}

async function checkBytes(tx: Tx, member: string, more: number): Promise<void> {
  const [kept] = await tx<{ bytes: number }[]>`
    SELECT coalesce(sum(bytes), 0)::float8 AS bytes
    FROM cooperation.document_versions AS v JOIN cooperation.documents AS d ON d.id = document_id
    WHERE v.member = ${member} AND removed_at IS NULL`;
  if ((kept?.bytes ?? 0) + more > mostMemberBytes)
    throw cooperationErrors.tooManyBytes({ member, most: mostMemberBytes / 1024 ** 2 });
}

interface TakeNumberParameters {
  groupId: string;
  id: string;
  isNew: boolean;
  principal: Principal;
  title: string;
}

/** Makes the document where it is new; gives the number of its next version. */
async function takeNumber(tx: Tx, { groupId, id, isNew, principal, title }: TakeNumberParameters): Promise<number> {
  if (isNew) {
    const [known] = await tx<{ count: number }[]>`
      SELECT count(*)::int FROM cooperation.documents WHERE group_id = ${groupId} AND removed_at IS NULL`;
    if ((known?.count ?? 0) >= mostDocuments) throw cooperationErrors.tooManyDocuments({ most: mostDocuments });
    await tx`
      INSERT INTO cooperation.documents (id, group_id, title, created_by)
      VALUES (${id}, ${groupId}, ${title}, ${principal.id})`;
    return 1;
  }
  const [last] = await tx<{ number: number }[]>`
    SELECT number FROM cooperation.document_versions AS v JOIN cooperation.documents AS d ON d.id = document_id
    WHERE d.id = ${id} AND group_id = ${groupId} AND removed_at IS NULL
    ORDER BY number DESC LIMIT 1`;
  if (!last) throw cooperationErrors.documentUnknown({ id });
  if (last.number >= mostVersions) throw cooperationErrors.tooManyVersions({ id, most: mostVersions });
  return last.number + 1;
}
