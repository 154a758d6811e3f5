import type { LocalText } from '../text.ts';

/** Something that an organisation makes known. */
export interface Announcement {
  id: string;
  /** Slug of the organisation. */
  member: string;
  audience: 'public' | 'members';
  title: LocalText;
  /** Markdown. */
  body: LocalText;
  pinned: boolean;
  createdAt: string;
  updatedAt: string;
  expiresAt: string | null;
  expired: boolean;
}

/** What its author writes. */
export interface AnnouncementText {
  audience: 'public' | 'members';
  title: LocalText;
  body: LocalText;
  pinned: boolean;
  expiresAt: string | null;
}

/** A row of cooperation.announcements. */
export interface AnnouncementRow {
  id: string;
  member: string;
  audience: 'public' | 'members';
  title: LocalText;
  body: LocalText;
  pinned: boolean;
  created_at: Date;
  updated_at: Date;
  expires_at: Date | null;
}

/** An announcement as the API shows it. */
export function toAnnouncement(row: AnnouncementRow): Announcement {
  const { id, member, audience, title, body, pinned } = row;
  return {
    id,
    member,
    audience,
    title,
    body,
    pinned,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    expiresAt: row.expires_at?.toISOString() ?? null,
    expired: row.expires_at !== null && row.expires_at.getTime() <= Date.now(),
  };
}
