import type { Principal } from '../../alliance/index.ts';
import { cooperationErrors } from '../errors.ts';
import type { CooperationHouse } from '../house.ts';
import { enterGroup } from './group.ts';

/**
 * Removes a document with the content of all its versions; their digests stay in the evidence log. Its author may, and a
 * chair. @throws COOPERATION_GROUP_UNKNOWN, COOPERATION_DOCUMENT_UNKNOWN, RIGHTS_REFUSED
 */
export async function removeDocument(
  house: CooperationHouse,
  { principal, groupId, documentId }: { principal: Principal; groupId: string; documentId: string },
): Promise<void> {
  await house.store.transaction(async (tx) => {
    const group = await enterGroup(house, tx, {
      principal,
      id: groupId,
      action: 'cooperation:contribute',
      changes: true,
    });
    const [row] = await tx<{ created_by: string }[]>`
      SELECT created_by FROM cooperation.documents
      WHERE id = ${documentId} AND group_id = ${groupId} AND removed_at IS NULL`;
    if (!row) throw cooperationErrors.documentUnknown({ id: documentId });
    const { thing: resource } = group;
    if (row.created_by !== principal.id)
      house.rights.require({ principal, action: 'cooperation:chair-group', resource });
    await tx`UPDATE cooperation.documents SET removed_at = now() WHERE id = ${documentId}`;
    await tx`
      DELETE FROM cooperation.document_pieces WHERE version_id IN (
        SELECT id FROM cooperation.document_versions WHERE document_id = ${documentId})`;
    const detail = { what: 'document removed', document: documentId };
    await house.recordAct(tx, { principal, action: 'cooperation:contribute', resource, detail });
  });
}
