import { request } from '../../api/request.ts';
import type { LocalText } from '../../i18n/language.ts';
import { pathOf } from './common.ts';

/** What its author writes. */
export interface AnnouncementText {
  audience: 'public' | 'members';
  title: LocalText;
  /** Markdown. */
  body: LocalText;
  pinned: boolean;
  expiresAt: string | null;
}

/** Something that an organisation makes known. */
export interface Announcement extends AnnouncementText {
  id: string;
  member: string;
  createdAt: string;
  updatedAt: string;
  expired: boolean;
}

/** One announcement. */
export function getAnnouncement(id: string, signal?: AbortSignal): Promise<Announcement> {
  return request(pathOf(`/announcements/${id}`), { signal });
}

/** Publishes an announcement, or changes the one with `id`. */
export async function saveAnnouncement(text: AnnouncementText, id?: string): Promise<string> {
  if (id === undefined) {
    return (await request<{ id: string }>(pathOf('/announcements'), { method: 'POST', body: text })).id;
  }
  await request(pathOf(`/announcements/${id}`), { method: 'PUT', body: text });
  return id;
}

/** Takes an announcement back. */
export function withdrawAnnouncement(id: string): Promise<void> {
  return request(pathOf(`/announcements/${id}`), { method: 'DELETE' });
}
