import { type TSchema, Type } from 'typebox';
import { anomalyRules, anomalyStates } from './anomalies/anomaly.ts';

const text = (most: number, description?: string) =>
  Type.String({ minLength: 1, maxLength: most, pattern: '^[^\\u0000]*$', ...(description ? { description } : {}) });
const time = Type.String({ format: 'date-time', description: 'UTC, ISO 8601' });
const uuid = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' });
const orNull = <Schema extends TSchema>(schema: Schema) => Type.Union([Type.Null(), schema]);
const oneOf = <const Word extends string>(words: readonly Word[]) =>
  Type.Unsafe<Word>({ type: 'string', enum: [...words] });
const count = Type.Integer({ minimum: 0 });
const nullableText = orNull(Type.String());
const json = Type.Record(Type.String(), Type.Any());
const words = Type.Object({ zh: Type.String(), en: Type.String() });
const outcome = oneOf(['ok', 'refused', 'failed']);

export const idParams = Type.Object({ id: uuid });
export const agreementParams = Type.Object({ agreement: text(500, '`@id` of the agreement, percent-encoded') });

/** Query parameters of the search, the statistics and the export. */
export const filterQuery = {
  from: Type.Optional(time),
  until: Type.Optional(time),
  kind: Type.Optional(text(100)),
  outcome: Type.Optional(outcome),
  counterparty: Type.Optional(text(300, 'DID of a connector')),
  negotiation: Type.Optional(text(200)),
  transfer: Type.Optional(text(200)),
  agreement: Type.Optional(text(500)),
  application: Type.Optional(text(200)),
  grant: Type.Optional(text(200)),
  dataset: Type.Optional(text(500)),
  purpose: Type.Optional(text(200, 'Code of a matter')),
  caseNumber: Type.Optional(text(200)),
  subject: Type.Optional(text(200, 'Pseudonym of a person')),
};
export const pageQuery = {
  perPage: Type.Integer({ minimum: 1, maximum: 200, default: 20 }),
  pageToken: Type.Optional(Type.String({ maxLength: 500, description: 'nextPageToken of the page before' })),
};
export const periodQuery = Type.Object({ from: Type.Optional(time), until: Type.Optional(time) });
export const statisticsQuery = Type.Object({
  ...filterQuery,
  by: Type.Unsafe<'day' | 'counterparty' | 'dataset' | 'purpose' | 'kind'>({
    type: 'string',
    enum: ['day', 'counterparty', 'dataset', 'purpose', 'kind'],
    default: 'day',
  }),
});
export const anomalyQuery = Type.Object({
  ...pageQuery,
  rule: Type.Optional(oneOf(anomalyRules)),
  state: Type.Optional(oneOf(anomalyStates)),
});
export const judgementBody = Type.Object(
  { state: oneOf(anomalyStates), note: orNull(text(2_000)) },
  { additionalProperties: false },
);

const recordParts = {
  id: uuid,
  participant: Type.String(),
  sequence: orNull(count),
  digest: nullableText,
  time,
  kind: Type.String(),
  outcome,
  counterparty: nullableText,
  negotiation: nullableText,
  transfer: nullableText,
  agreement: nullableText,
  application: nullableText,
  grant: nullableText,
  dataset: nullableText,
  purpose: nullableText,
  caseNumber: nullableText,
  bytes: orNull(count),
  rows: orNull(count),
  subjects: count,
  detail: json,
  documents: Type.Array(Type.String()),
  anchored: Type.Boolean(),
};
const pageOf = <Item extends TSchema>(item: Item) =>
  Type.Object({ items: Type.Array(item), nextPageToken: nullableText });
export const recordPageSchema = pageOf(Type.Object(recordParts));
export const wholeRecordSchema = Type.Object({
  ...recordParts,
  jws: nullableText,
  texts: Type.Record(Type.String(), Type.String()),
});

const line = Type.Object({
  key: nullableText,
  records: count,
  ok: count,
  refused: count,
  failed: count,
  refusedShare: Type.Number(),
  deliveries: count,
  bytes: count,
  rows: count,
});
export const statisticsSchema = Type.Object({ total: line, lines: Type.Array(line), more: Type.Boolean() });

export const anomalySchema = Type.Object({
  id: uuid,
  participant: Type.String(),
  rule: oneOf(anomalyRules),
  at: time,
  foundAt: time,
  explanation: words,
  facts: json,
  records: Type.Array(uuid),
  state: oneOf(anomalyStates),
  note: nullableText,
  judgedBy: nullableText,
  judgedAt: orNull(time),
});
export const anomalyPageSchema = pageOf(anomalySchema);

export const statusSchema = Type.Object({
  participant: Type.String(),
  chained: count,
  anchored: count,
  waiting: count,
  oldestPending: orNull(time),
  latenessSeconds: count,
  warnSeconds: count,
  limitSeconds: count,
  state: oneOf(['in time', 'warning', 'refusing']),
});

/** The bundle is described in docs/exchange-evidence.md. */
export const bundleSchema = Type.Object(
  {
    format: Type.String(),
    agreement: Type.String(),
    views: Type.Array(Type.Any()),
    documents: Type.Record(Type.String(), Type.String()),
    checkpoints: Type.Record(Type.String(), Type.Any()),
  },
  { additionalProperties: false },
);
