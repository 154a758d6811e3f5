import { type Static, type TProperties, type TSchema, Type } from 'typebox';
import type { Mask } from '../delivery/masks/mask.ts';
import type { SourceReference } from '../delivery/sources/source.ts';
import type { Words } from '../house.ts';
import type {
  DatasetDraft,
  Item,
  ItemType,
  Level,
  Method,
  Sharing,
  Subject,
  UpdateCycle,
  Validity,
} from './dataset.ts';
import { updateCycles } from './dataset.ts';

/** PostgreSQL holds no zero character. */
const withoutZero = '^[^\\u0000]*$';
const shown = '^[^\\u0000]*[^\\u0000\\s][^\\u0000]*$';
const closed = <Properties extends TProperties>(properties: Properties) =>
  Type.Object(properties, { additionalProperties: false });
const orNull = <Schema extends TSchema>(schema: Schema) => Type.Union([Type.Null(), schema]);
const oneOf = <Word extends string | number>(words: readonly Word[]) =>
  Type.Unsafe<Word>({ type: typeof words[0] === 'number' ? 'integer' : 'string', enum: [...words] });
const text = (most: number) => Type.String({ minLength: 1, maxLength: most, pattern: shown });

/** A text in Chinese, English or both; an empty one is none. */
const words = (most: number) =>
  Type.Unsafe<Words>(
    closed({
      zh: Type.String({ maxLength: most, pattern: withoutZero }),
      en: Type.String({ maxLength: most, pattern: withoutZero }),
    }),
  );

export const sharings = ['unconditional', 'conditional', 'none'] as const satisfies Sharing[];
export const methods = ['pull', 'push', 'stream', 'answer', 'match'] as const satisfies Method[];
export const subjects = ['person', 'organisation', 'place', 'matter'] as const satisfies Subject[];
export const itemTypes = ['text', 'integer', 'number', 'boolean', 'date', 'time', 'json'] as const satisfies ItemType[];
export const levels = [1, 2, 3, 4] as const satisfies Level[];
export const cycles = Object.keys(updateCycles) as UpdateCycle[];
const formats = [
  'citizenNumber',
  'creditCode',
  'regionCode',
  'mobile',
  'email',
  'url',
] as const satisfies Validity['format'][];

/** Province to village, GB/T 2260 and GB/T 10114. */
const region = Type.String({ pattern: '^\\d{2}(?:\\d{2}){0,2}(?:(?<=\\d{6})\\d{3}){0,2}$' });
const bound = Type.Union([Type.Number(), Type.String({ minLength: 1, maxLength: 40 })]);

const validity = closed({
  format: Type.Optional(oneOf(formats)),
  pattern: Type.Optional(Type.String({ minLength: 1, maxLength: 120 })),
  codes: Type.Optional(Type.Array(closed({ code: text(60), title: words(200) }), { minItems: 1, maxItems: 2_000 })),
  least: Type.Optional(bound),
  most: Type.Optional(bound),
});

const maskKinds = ['keep', 'pseudonym', 'date', 'number', 'region', 'redact'] as const satisfies Mask['kind'][];
/** The kind here, its parameters by the delivery part: a union would name the places of every kind at once. */
const mask = Type.Unsafe<Mask>(Type.Object({ kind: oneOf(maskKinds) }, { additionalProperties: true }));

const item = closed({
  name: Type.String({ minLength: 1, maxLength: 63, pattern: '^[^\\u0000\\s]+$' }),
  title: words(200),
  description: Type.Optional(words(1_000)),
  type: oneOf(itemTypes),
  sharing: Type.Optional(oneOf(sharings)),
  sensitive: Type.Optional(Type.Boolean()),
  key: Type.Optional(Type.Boolean()),
  level: Type.Optional(oneOf(levels)),
  mask: Type.Optional(orNull(mask)),
  required: Type.Optional(Type.Boolean()),
  validity: Type.Optional(orNull(validity)),
});

const terms = closed({
  purposes: Type.Optional(orNull(Type.Array(text(100), { minItems: 1, maxItems: 200, uniqueItems: true }))),
  recipients: Type.Optional(
    orNull(
      Type.Array(Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,62}$' }), {
        minItems: 1,
        maxItems: 200,
        uniqueItems: true,
      }),
    ),
  ),
  regions: Type.Optional(orNull(Type.Array(region, { minItems: 1, maxItems: 200, uniqueItems: true }))),
  longestDays: Type.Optional(orNull(Type.Integer({ minimum: 1, maximum: 3_660 }))),
  mostRequests: Type.Optional(orNull(Type.Integer({ minimum: 1, maximum: 1_000_000_000 }))),
  deletion: Type.Optional(Type.Boolean()),
});

/** What a steward sends; what is left out has a default. */
export const draftSchema = closed({
  title: words(200),
  description: words(4_000),
  keywords: Type.Optional(Type.Array(text(50), { maxItems: 30, uniqueItems: true })),
  duty: text(60),
  table: text(200),
  sharing: oneOf(sharings),
  legalGround: Type.Optional(orNull(text(1_000))),
  conditions: Type.Optional(orNull(words(2_000))),
  methods: Type.Array(oneOf(methods), { maxItems: methods.length, uniqueItems: true }),
  updateCycle: oneOf(cycles),
  subject: oneOf(subjects),
  region,
  regionName: Type.Optional(orNull(words(100))),
  level: oneOf(levels),
  items: Type.Array(item, { maxItems: 500 }),
  department: words(200),
  contact: closed({
    name: text(100),
    phone: Type.Optional(Type.String({ pattern: '^\\+?[\\d -]{3,25}$' })),
    email: Type.Optional(Type.String({ maxLength: 254, pattern: '^[^\\s@\\u0000]+@[^\\s@\\u0000]+$' })),
  }),
  terms: Type.Optional(terms),
  changeItem: Type.Optional(orNull(text(63))),
  source: Type.Optional(
    orNull(Type.Unsafe<SourceReference>(Type.Object({ source: text(200) }, { additionalProperties: true }))),
  ),
});

type GivenDraft = Static<typeof draftSchema>;

/** Puts the defaults where a draft says nothing, so that every stored one is whole. */
export function completeDraft(given: GivenDraft): DatasetDraft {
  return {
    ...given,
    keywords: given.keywords ?? [],
    legalGround: given.legalGround ?? null,
    conditions: given.conditions ?? null,
    regionName: given.regionName ?? null,
    items: given.items.map(
      (one): Item => ({
        ...one,
        sharing: one.sharing ?? given.sharing,
        sensitive: one.sensitive ?? false,
        key: one.key ?? false,
        level: one.level ?? given.level,
        mask: one.mask ?? null,
        required: one.required ?? one.key ?? false,
        validity: one.validity ?? null,
      }),
    ),
    terms: {
      purposes: given.terms?.purposes ?? null,
      recipients: given.terms?.recipients ?? null,
      regions: given.terms?.regions ?? null,
      longestDays: given.terms?.longestDays ?? null,
      mostRequests: given.terms?.mostRequests ?? null,
      deletion: given.terms?.deletion ?? true,
    },
    changeItem: given.changeItem ?? null,
    source: given.source ?? null,
  };
}
