import type { Sql } from '../../store/index.ts';
import { selectVisible } from '../access/selectVisible.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Attachment } from './attach.ts';
import { attachmentErrors } from './errors.ts';

/**
 * Reads a picture for somebody who may see an event that names it.
 *
 * @throws TRACE_ATTACHMENT_UNKNOWN
 */
export async function readAttachment(
  sql: Sql,
  hash: string,
  viewer: Viewer,
): Promise<Attachment & { content: Buffer }> {
  const [row] = await sql<(Attachment & { content: Buffer })[]>`
    SELECT a.hash, a.media_type AS "mediaType", a.size_bytes AS "sizeBytes", a.content
    FROM trace.attachments a
    WHERE a.hash = ${hash} AND EXISTS (
      SELECT 1 FROM trace.attachment_events l JOIN trace.events e ON e.sequence = l.event
      WHERE l.hash = a.hash AND ${selectVisible(sql, viewer)}
    )`;
  if (!row) throw attachmentErrors.attachmentUnknown({ hash });
  return row;
}
