import type { Store } from '../../store/index.ts';
import type { Viewer } from '../access/viewer.ts';
import { type Attachment, type AttachParameters, attach } from './attach.ts';
import { detach } from './detach.ts';
import { readAttachment } from './readAttachment.ts';

/** Pictures of events, kept by their hash. */
export interface Attachments {
  /** See attach. */
  attach(parameters: AttachParameters): Promise<Attachment>;
  /** Throws TRACE_ATTACHMENT_UNKNOWN. */
  read(hash: string, viewer: Viewer): Promise<Attachment & { content: Buffer }>;
  /** Throws TRACE_ATTACHMENT_UNKNOWN. */
  detach(parameters: { hash: string; member: string }): Promise<void>;
}

/** Opens the pictures over their tables. */
export function openAttachments({ store }: { store: Store }): Attachments {
  return {
    attach: (parameters) => attach(store, parameters),
    read: (hash, viewer) => readAttachment(store.sql, hash, viewer),
    detach: (parameters) => detach(store, parameters),
  };
}
