import { Type } from 'typebox';
import { identifierKinds } from './identifiers.ts';
import { questionKinds } from './question.ts';

const closed = { additionalProperties: false };
const withoutZero = '^[^\\u0000]*$';
const oneOf = <const Word extends string>(words: readonly Word[]) =>
  Type.Unsafe<Word>({ type: 'string', enum: [...words] });
const name = Type.String({ pattern: '^[a-zA-Z_][a-zA-Z0-9_-]{0,62}$' });
const item = Type.String({ minLength: 1, maxLength: 63, pattern: withoutZero });
const text = (most: number) => Type.String({ minLength: 1, maxLength: most, pattern: withoutZero });
/** Texts in both languages. */
const words = Type.Object({ zh: text(500), en: text(500) }, closed);
const scalar = Type.Union([Type.Boolean(), Type.Number(), Type.String({ maxLength: 200, pattern: withoutZero })]);
const scalars = Type.Array(scalar, { minItems: 1, maxItems: 200, uniqueItems: true });
const comparison = oneOf(['eq', 'gteq', 'lteq', 'startsWith']);

const parameter = Type.Object(
  {
    name,
    words,
    item,
    comparison,
    type: oneOf(['text', 'integer', 'number', 'boolean', 'date']),
    required: Type.Boolean(),
    pattern: Type.Optional(text(200)),
    minimum: Type.Optional(Type.Number()),
    maximum: Type.Optional(Type.Number()),
    values: Type.Optional(scalars),
  },
  closed,
);

/** What a steward writes; everything that is left out has a careful default. */
export const questionSchema = Type.Object(
  {
    id: Type.String({
      pattern: '^[a-z0-9][a-z0-9-]{0,62}$',
      description: 'Lower-case letters, digits and hyphens; a grant names it as question:<id>',
    }),
    dataset: Type.String({ minLength: 1, maxLength: 200, pattern: withoutZero }),
    kind: oneOf(questionKinds),
    words,
    item: Type.Optional(Type.Union([Type.Null(), item])),
    parameters: Type.Optional(Type.Array(parameter, { maxItems: 8 })),
    conditions: Type.Optional(
      Type.Array(Type.Object({ item, comparison, value: scalar }, closed), {
        maxItems: 8,
        description: 'Fixed conditions; the value $today stands for the day of the question, Asia/Shanghai',
      }),
    ),
    bounds: Type.Optional(Type.Union([Type.Null(), Type.Object({ low: Type.Number(), high: Type.Number() }, closed)])),
    values: Type.Optional(Type.Union([Type.Null(), scalars])),
    step: Type.Optional(Type.Union([Type.Null(), Type.Number({ exclusiveMinimum: 0 })])),
    threshold: Type.Optional(Type.Union([Type.Null(), Type.Number({ exclusiveMinimum: 0, maximum: 1 })])),
    identifierKind: Type.Optional(oneOf(identifierKinds)),
    reveal: Type.Optional(Type.Boolean()),
    limits: Type.Optional(
      Type.Object(
        {
          smallestGroup: Type.Optional(Type.Integer({ minimum: 3, maximum: 10_000 })),
          roundTo: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000 })),
          perDay: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
          setSize: Type.Optional(Type.Integer({ minimum: 10, maximum: 200_000 })),
          dominance: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 1 })),
        },
        closed,
      ),
    ),
  },
  closed,
);
