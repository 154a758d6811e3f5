import { Type } from 'typebox';
import { listedSchema } from '../achievements/schemas.ts';
import { announcementSchema } from '../announcements/schemas.ts';
import { callSchema } from '../calls/schemas.ts';
import { groupSchema } from '../groups/schemas.ts';
import { localText, oneOf, orNull, pageOf, shownText, slug, someText, text, time } from '../schemas.ts';
import type { DirectoryEntry } from './findMembers.ts';
import type { ProfileText } from './profile.ts';
import type { MemberPage } from './readMemberPage.ts';

export const standing = oneOf(['guest', 'applied', 'admitted', 'suspended', 'left']);

const listed = {
  slug: Type.String(),
  name: shownText,
  kinds: Type.Array(Type.String()),
  standing,
  demo: Type.Boolean(),
};
export const entryPageSchema = pageOf(
  Type.Unsafe<DirectoryEntry>(
    Type.Object({ ...listed, summary: shownText, tags: Type.Array(Type.String()), place: shownText }),
  ),
);
const profile = {
  summary: shownText,
  about: shownText,
  offers: shownText,
  seeks: shownText,
  tags: Type.Array(Type.String()),
  website: Type.String(),
  place: shownText,
};
export const memberPageSchema = Type.Unsafe<MemberPage>(
  Type.Object({
    ...listed,
    profile: Type.Object({ ...profile, contact: orNull(Type.String({ description: 'Null for visitors' })) }),
    updatedAt: orNull(time),
    announcements: Type.Array(announcementSchema),
    achievements: Type.Array(listedSchema),
    groups: Type.Array(groupSchema),
    calls: Type.Array(callSchema),
  }),
);
export const profileBody = Type.Unsafe<ProfileText>(
  Type.Object(
    {
      summary: localText(300, 'One or two sentences'),
      about: localText(10_000, 'Markdown, as are offers and seeks; HTML in it is shown as text'),
      offers: localText(5_000),
      seeks: localText(5_000),
      tags: Type.Array(someText(40), { maxItems: 20 }),
      website: text(500),
      place: localText(200),
      contact: text(500, 'Shown to people who are signed in'),
    },
    { additionalProperties: false },
  ),
);
export const memberParams = Type.Object({ slug });
