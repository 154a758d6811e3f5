import { type TSchema, Type } from 'typebox';

const withoutZero = '^[^\\u0000]*$';

/** A text of 1 to `most` UTF-16 units. */
export const text = (most: number) => Type.String({ minLength: 1, maxLength: most, pattern: withoutZero });
export const uuid = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' });
/** Query parameters of every list. */
export const pageQuery = {
  perPage: Type.Integer({ minimum: 1, maximum: 100, default: 20 }),
  pageToken: Type.Optional(Type.String({ maxLength: 500, description: 'nextPageToken of the page before' })),
};
/** A page of a list. */
export const pageOf = <Item extends TSchema>(item: Item) =>
  Type.Object({ items: Type.Array(item), nextPageToken: Type.Union([Type.Null(), Type.String()]) });
/** One of some words. */
export const oneOf = <const Word extends string>(words: readonly Word[]) =>
  Type.Unsafe<Word>({ type: 'string', enum: [...words] });
