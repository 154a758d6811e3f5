import { type Static, Type } from 'typebox';

const words = (maxLength: number) => Type.String({ minLength: 1, maxLength });

export const LinkBody = Type.Object(
  {
    anchor: Type.String({ minLength: 1, maxLength: 500, description: 'Digital Link of the thing, on any domain' }),
    linkType: Type.String({ minLength: 1, maxLength: 200, description: 'such as gs1:certificationInfo' }),
    href: Type.String({
      minLength: 1,
      maxLength: 2_000,
      description: 'https:// or http:// address in the public internet',
    }),
    title: words(200),
    languages: Type.Optional(Type.Array(Type.String({ pattern: '^[A-Za-z]{2}(-[A-Za-z]{2})?$' }), { maxItems: 20 })),
    mediaType: Type.Optional(Type.String({ pattern: '^\\w+/[-+.\\w]+$', maxLength: 100 })),
    contexts: Type.Optional(Type.Array(words(60), { maxItems: 20 })),
    forwardQuery: Type.Optional(
      Type.Boolean({ description: 'whether the query string is passed on; true when left out' }),
    ),
    isDefault: Type.Optional(Type.Boolean({ description: 'whether a plain scan leads here' })),
  },
  { additionalProperties: false },
);

export const StoredLinkBody = Type.Object({
  linkId: Type.String(),
  member: Type.String(),
  anchor: Type.String(),
  linkType: Type.String(),
  href: Type.String(),
  title: Type.String(),
  languages: Type.Array(Type.String()),
  mediaType: Type.Union([Type.String(), Type.Null()]),
  contexts: Type.Array(Type.String()),
  forwardQuery: Type.Boolean(),
  isDefault: Type.Boolean(),
  updatedAt: Type.String(),
});

export const LinksBody = Type.Object({
  links: Type.Array(StoredLinkBody),
  nextPageToken: Type.Union([Type.String(), Type.Null()]),
});

export type LinkInput = Static<typeof LinkBody>;
