import { Type } from 'typebox';
import type { DatasetFilter } from './dataset.ts';
import { cycles, levels, methods, sharings, subjects } from './draftSchema.ts';

const oneOf = <Word extends string | number>(words: readonly Word[], description: string) =>
  Type.Optional(
    Type.Unsafe<Word>({ type: typeof words[0] === 'number' ? 'integer' : 'string', enum: [...words], description }),
  );
const someText = (most: number, description: string) =>
  Type.Optional(Type.String({ minLength: 1, maxLength: most, pattern: '^[^\\u0000]+$', description }));

/** What datasets can be found by: query parameters of a search and the filter of a catalog request. */
export const filterProperties = {
  q: someText(200, 'Words of the texts, Chinese or other; all of them must occur'),
  sharing: oneOf(sharings, 'How far the data are shared'),
  duty: someText(60, 'Code of the duty'),
  subject: oneOf(subjects, 'Who or what the data are about'),
  region: Type.Optional(Type.String({ pattern: '^\\d{2,12}$', description: 'Beginning of an administrative code' })),
  method: oneOf(methods, 'A way of sharing'),
  updateCycle: oneOf(cycles, 'The claimed cycle'),
  level: oneOf(levels, 'Classification'),
  item: someText(63, 'Name of an item'),
  sensitive: Type.Optional(Type.Boolean({ description: 'Whether there are sensitive items' })),
  kept: Type.Optional(Type.Boolean({ description: 'Whether the data are measured as fresh as claimed' })),
} satisfies { [Name in keyof DatasetFilter]: unknown };
