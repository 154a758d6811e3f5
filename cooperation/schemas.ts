import { type TSchema, Type } from 'typebox';
import type { LocalText } from './text.ts';

/** PostgreSQL holds no zero character. */
const withoutZero = '^[^\\u0000]*$';

/** A text of at most `most` UTF-16 units. */
export const text = (most: number, description?: string) =>
  Type.String({ maxLength: most, pattern: withoutZero, ...(description ? { description } : {}) });
/** As `text`, of one unit at least. */
export const someText = (most: number, description?: string) =>
  Type.String({
    minLength: 1,
    maxLength: most,
    pattern: '^[^\\u0000]*[^\\u0000\\s][^\\u0000]*$',
    ...(description ? { description } : {}),
  });
/** A text in Chinese, English or both. */
export const localText = (most: number, description?: string) =>
  Type.Unsafe<LocalText>(
    Type.Object(
      { zh: text(most), en: text(most) },
      { additionalProperties: false, ...(description ? { description } : {}) },
    ),
  );
/** A text that is shown. */
export const shownText = Type.Object({ zh: Type.String(), en: Type.String() });
export const time = Type.String({ format: 'date-time', description: 'UTC, ISO 8601' });
export const day = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$', description: 'YYYY-MM-DD' });
export const slug = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,62}$' });
export const uuid = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' });
export const digest = Type.String({
  pattern: '^[0-9a-f]{64}$',
  description: 'SHA-256, 64 lower-case hexadecimal digits',
});
/** Null comes first: tried as a text before, it would be taken for an empty one. */
export const orNull = <Schema extends TSchema>(schema: Schema) => Type.Union([Type.Null(), schema]);
/** One of some words. */
export const oneOf = <const Word extends string>(words: readonly Word[], description?: string) =>
  Type.Unsafe<Word>({ type: 'string', enum: [...words], ...(description ? { description } : {}) });

/** Query parameters of every list. */
export const pageQuery = {
  perPage: Type.Integer({ minimum: 1, maximum: 100, default: 20 }),
  pageToken: Type.Optional(Type.String({ maxLength: 500, description: 'nextPageToken of the page before' })),
};
/** What is looked for; every word of it must be there. */
export const searchQueryParameter = Type.Optional(
  Type.String({ maxLength: 200, description: 'Words of the text, Chinese or other; all of them must occur' }),
);
/** A page of a list. */
export const pageOf = <Item extends TSchema>(item: Item) =>
  Type.Object({ items: Type.Array(item), nextPageToken: orNull(Type.String()) });
/** Parameters of a path. */
export const idParams = Type.Object({ id: uuid });
/** The answer to what only makes something. */
export const made = Type.Object({ id: Type.String() });
/** An author: the name for people who are signed in only. */
export const nothing = Type.Null({ description: 'Done' });
