import { createHash } from 'node:crypto';
import type { Store } from '../../store/index.ts';
import { readEvents } from '../query/readEvents.ts';
import { checkImage, type ImageType } from './checkImage.ts';
import { attachmentErrors } from './errors.ts';
import { readPhotos } from './readPhotos.ts';

export interface AttachParameters {
  /** Slug of the member whose event shows the picture. */
  member: string;
  /** eventID or hash id of that event. */
  eventID: string;
  mediaType: string;
  content: Uint8Array;
}

/** What is known of a picture without its bytes. */
export interface Attachment {
  /** SHA-256 of the bytes in hexadecimal. */
  hash: string;
  mediaType: ImageType;
  sizeBytes: number;
}

/**
 * Keeps the picture that an event of the own organisation names by its hash, and so proves. Sending it again changes
 * nothing.
 *
 * @throws TRACE_ATTACHMENT_TOO_LARGE, TRACE_ATTACHMENT_NOT_AN_IMAGE, TRACE_ATTACHMENT_WITH_CAMERA_DATA and
 * TRACE_ATTACHMENT_WITHOUT_EVENT
 */
export async function attach(store: Store, parameters: AttachParameters): Promise<Attachment> {
  const { member, eventID, content } = parameters;
  const mediaType = checkImage(content, parameters.mediaType);
  const hash = createHash('sha256').update(content).digest('hex');
  const events = (await readEvents(store.sql, eventID, { member, kinds: [], authority: false })).filter(
    (event) => event.member === member && readPhotos(event).includes(hash),
  );
  if (events.length === 0) throw attachmentErrors.attachmentWithoutEvent({ eventID: eventID.slice(0, 200), hash });
  const sequences = events.map(({ sequence }) => sequence);
  await store.transaction(async (tx) => {
    await tx`
      INSERT INTO trace.attachments (hash, media_type, size_bytes, content)
      VALUES (${hash}, ${mediaType}, ${content.length}, ${Buffer.from(content)}) ON CONFLICT DO NOTHING`;
    await tx`
      INSERT INTO trace.attachment_events (hash, event, member)
      SELECT ${hash}, sequence, ${member} FROM unnest(${sequences}::bigint[]) AS e(sequence) ON CONFLICT DO NOTHING`;
  });
  return { hash, mediaType, sizeBytes: content.length };
}
