import { Type } from 'typebox';
import { day, digest, localText, oneOf, orNull, pageOf, shownText, someText, text, time, uuid } from '../schemas.ts';
import type { DocumentVersion, GroupDocument } from './document.ts';
import type { GroupText } from './foundGroup.ts';
import type { Group, GroupRole } from './group.ts';
import type { GroupPerson } from './people.ts';
import type { Post } from './posts.ts';
import type { Thread } from './threads.ts';

const role = oneOf<GroupRole>(['chair', 'member']);
const state = oneOf(['requested', 'active']);
const joining = oneOf(['open', 'request'], 'open: people come in at once; request: a chair admits them');

export const groupSchema = Type.Unsafe<Group>(
  Type.Object({
    id: Type.String(),
    member: Type.String({ description: 'Slug of the organisation that founded it' }),
    name: shownText,
    summary: shownText,
    joining,
    createdAt: time,
    closedAt: orNull(time),
    members: Type.Array(Type.String(), { description: 'Slugs of the organisations whose people are in it' }),
    people: Type.Integer(),
    mine: orNull(Type.Object({ role, state })),
  }),
);
export const groupPageSchema = pageOf(groupSchema);
export const groupBody = Type.Unsafe<GroupText>(
  Type.Object(
    { name: localText(120), summary: localText(4_000, 'Markdown; everybody may read it'), joining },
    { additionalProperties: false },
  ),
);

export const personPageSchema = pageOf(
  Type.Unsafe<GroupPerson>(
    Type.Object({
      person: Type.String(),
      name: Type.String(),
      member: Type.String(),
      role,
      state,
      message: Type.String(),
      since: time,
    }),
  ),
);
export const joinBody = Type.Object({ message: text(1_000) }, { additionalProperties: false });
export const roleBody = Type.Object({ role }, { additionalProperties: false });
export const personParams = Type.Object({ id: uuid, person: Type.String({ minLength: 1, maxLength: 100 }) });

export const versionSchema = Type.Unsafe<DocumentVersion>(
  Type.Object({
    number: Type.Integer(),
    fileName: Type.String(),
    mediaType: Type.String(),
    bytes: Type.Integer(),
    digest,
    member: Type.String(),
    author: Type.String(),
    statementId: Type.String({ description: 'The statement of the digest in the evidence log' }),
    createdAt: time,
  }),
);
export const documentPageSchema = pageOf(
  Type.Unsafe<GroupDocument>(
    Type.Object({
      id: Type.String(),
      title: Type.String(),
      createdAt: time,
      versions: Type.Integer(),
      newest: versionSchema,
    }),
  ),
);
export const documentParams = Type.Object({ id: uuid, documentId: uuid });
export const versionParams = Type.Object({
  ...documentParams.properties,
  number: Type.Integer({ minimum: 1, maximum: 1_000 }),
});
export const addedSchema = Type.Object({
  id: Type.String(),
  number: Type.Integer(),
  digest,
  statementId: Type.String(),
});

export const threadKind = oneOf(['discussion', 'minutes']);
export const threadSchema = Type.Unsafe<Thread>(
  Type.Object({
    id: Type.String(),
    kind: threadKind,
    title: Type.String(),
    metOn: orNull(Type.String()),
    member: Type.String(),
    author: Type.String(),
    posts: Type.Integer(),
    createdAt: time,
    lastPostAt: time,
    statementId: orNull(Type.String()),
  }),
);
export const threadPageSchema = pageOf(threadSchema);
export const threadBody = Type.Object(
  {
    kind: threadKind,
    title: someText(200),
    metOn: Type.Optional(orNull(day)),
    body: someText(40_000, 'Markdown; HTML in it is shown as text'),
  },
  { additionalProperties: false },
);
export const threadParams = Type.Object({ id: uuid, threadId: uuid });
export const postParams = Type.Object({ ...threadParams.properties, postId: uuid });
export const postBody = Type.Object({ body: someText(10_000, 'Markdown') }, { additionalProperties: false });
export const postPageSchema = pageOf(
  Type.Unsafe<Post>(
    Type.Object({
      id: Type.String(),
      member: Type.String(),
      author: Type.String(),
      body: orNull(Type.String()),
      createdAt: time,
      own: Type.Boolean(),
    }),
  ),
);
