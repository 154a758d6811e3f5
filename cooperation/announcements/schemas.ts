import { Type } from 'typebox';
import { localText, oneOf, orNull, pageOf, shownText, time } from '../schemas.ts';
import type { Announcement, AnnouncementText } from './announcement.ts';

const audience = oneOf(['public', 'members'], 'public: everybody; members: people who are signed in');

export const announcementSchema = Type.Unsafe<Announcement>(
  Type.Object({
    id: Type.String(),
    member: Type.String(),
    audience,
    title: shownText,
    body: shownText,
    pinned: Type.Boolean(),
    createdAt: time,
    updatedAt: time,
    expiresAt: orNull(time),
    expired: Type.Boolean(),
  }),
);
export const announcementPageSchema = pageOf(announcementSchema);

export const announcementBody = Type.Unsafe<AnnouncementText>(
  Type.Object(
    {
      audience,
      title: localText(200),
      body: localText(20_000, 'Markdown; HTML in it is shown as text'),
      pinned: Type.Boolean({ default: false }),
      expiresAt: { ...orNull(time), default: null },
    },
    { additionalProperties: false },
  ),
);
