import { type TSchema, Type } from 'typebox';
import { regionPattern } from '../../policy/policy.ts';
import type { Destination, TransferFormat } from '../delivery.ts';
import { transferFormats } from '../delivery.ts';
import { secretSchema, settingsSchemas } from '../sources/sourceSettings.ts';

const closed = { additionalProperties: false };

/** Null comes first: tried as a text before, it would be taken for an empty one. */
export const orNull = <Schema extends TSchema>(schema: Schema) => Type.Union([Type.Null(), schema]);
export const line = (most: number, description?: string) =>
  Type.String({
    minLength: 1,
    maxLength: most,
    pattern: '^[^\\u0000\\r\\n]*$',
    ...(description ? { description } : {}),
  });
const oneOf = <const Word extends string>(words: readonly Word[]) =>
  Type.Unsafe<Word>({ type: 'string', enum: [...words] });

/** Query parameters of every list. */
export const pageQuery = {
  perPage: Type.Integer({ minimum: 1, maximum: 100, default: 20 }),
  pageToken: Type.Optional(Type.String({ maxLength: 500, description: 'nextPageToken of the page before' })),
};
export const pageOf = <Item extends TSchema>(item: Item) =>
  Type.Object({ items: Type.Array(item), nextPageToken: orNull(Type.String()) });
export const idParams = Type.Object({ id: Type.String({ maxLength: 100 }) });
export const nothing = Type.Null({ description: 'Done' });
export const role = oneOf(['provider', 'consumer']);
export const transferState = oneOf(['REQUESTED', 'STARTED', 'SUSPENDED', 'COMPLETED', 'TERMINATED']);

const number = Type.Integer();
const destination = Type.Unsafe<Destination>(
  Type.Union([
    Type.Object({ kind: Type.Literal('file'), name: line(200, 'Without folders') }, closed),
    Type.Object(
      { kind: Type.Literal('table'), source: line(100, 'A PostgreSQL source that may be written'), table: line(130) },
      closed,
    ),
  ]),
);

export const intakeSchema = Type.Object({
  id: Type.String(),
  participant: Type.String(),
  transfer: orNull(Type.String()),
  agreement: Type.String(),
  format: Type.String(),
  destination,
  state: oneOf(['running', 'suspended', 'finishing', 'done', 'cancelled', 'failed', 'erased']),
  chunks: number,
  chunksInAll: orNull(number),
  bytes: number,
  rows: orNull(number),
  digest: orNull(Type.String()),
  problem: orNull(Type.String()),
  problemZh: orNull(Type.String({ description: 'The problem in Chinese' })),
  startedAt: Type.String(),
  changedAt: Type.String(),
});

export const transferSchema = Type.Object({
  id: Type.String(),
  role,
  counterparty: Type.String({ description: 'Slug of the other department' }),
  agreement: Type.String(),
  dataset: Type.String(),
  format: Type.String(),
  state: orNull(transferState),
  inner: Type.String({ description: 'What this side is at' }),
  ending: orNull(
    Type.Object({
      code: Type.String(),
      reason: Type.Array(Type.String()),
      reasonZh: Type.Array(Type.String()),
      by: role,
    }),
  ),
  delivery: orNull(
    Type.Object({
      state: Type.String(),
      chunks: orNull(number),
      pushed: number,
      rows: orNull(number),
      problem: orNull(Type.String()),
      problemZh: orNull(Type.String({ description: 'The problem in Chinese' })),
    }),
  ),
  intake: orNull(intakeSchema),
  createdAt: Type.String(),
  updatedAt: Type.String(),
});

const purpose = line(200, 'Code of the matter, as the agreement has it');
const caseNumber = orNull(line(200));
const place = Type.Optional(
  Type.String({ pattern: regionPattern, description: 'Region of use, where it is not all of what was agreed' }),
);

export const startBody = Type.Object(
  {
    agreement: line(500, '@id of the agreement'),
    // Answers have a transfer too; what is asked in it is not the business of deliveries.
    format: oneOf<TransferFormat | 'xy:answer' | 'xy:match'>([...transferFormats, 'xy:answer', 'xy:match']),
    purpose,
    caseNumber,
    place,
    destination: Type.Optional(destination),
  },
  closed,
);
export const endBody = Type.Object({ reason: line(500) }, closed);

const filter = Type.Unknown({ description: 'A row filter over items, see docs/exchange-delivery.md' });
const items = Type.Array(line(100), { minItems: 1, maxItems: 500, uniqueItems: true });
const row = Type.Record(Type.String(), Type.Unknown());

export const queryBody = Type.Object(
  {
    purpose,
    caseNumber,
    place,
    filter: Type.Optional(filter),
    items: Type.Optional(items),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000 })),
  },
  closed,
);
export const queryAnswer = Type.Object({ rows: Type.Array(row), more: Type.Boolean(), digest: Type.String() });

const kind = oneOf(['postgres', 'csv', 'parquet', 'file', 'http']);
const settings = Type.Union(Object.values(settingsSchemas));
const common = { name: line(100), settings, writable: Type.Optional(Type.Boolean()) };
export const sourceBody = Type.Object({ ...common, kind, secret: Type.Optional(orNull(secretSchema)) }, closed);
export const sourceChange = Type.Object({ ...common, secret: Type.Optional(orNull(secretSchema)) }, closed);
export const sourceSchema = Type.Object({
  id: Type.String(),
  name: Type.String(),
  kind,
  settings: Type.Record(Type.String(), Type.Unknown()),
  hasSecret: Type.Boolean({ description: 'The secret itself is never shown again' }),
  writable: Type.Boolean(),
  createdAt: Type.String(),
  changedAt: Type.String(),
});
const table = Type.Optional(line(130, 'Of a PostgreSQL: schema.table'));
export const testBody = Type.Union([
  Type.Object({ id: line(100), table }, closed),
  Type.Object({ draft: sourceBody, table }, closed),
]);
export const columnsSchema = Type.Object({
  columns: Type.Array(
    Type.Object({
      name: Type.String(),
      type: oneOf(['text', 'integer', 'number', 'boolean', 'date', 'time', 'json']),
      nullable: Type.Boolean(),
      key: Type.Boolean(),
      comment: orNull(Type.String()),
    }),
  ),
  rows: orNull(Type.Number()),
  bytes: orNull(Type.Number()),
});
export const previewBody = Type.Object(
  {
    dataset: line(200),
    items: Type.Optional(items),
    filter: Type.Optional(filter),
    consumer: Type.Optional(line(63, 'Slug of the department whose view it is')),
    rows: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
  },
  closed,
);
export const previewSchema = Type.Object({
  columns: Type.Array(Type.Object({ name: Type.String(), mask: orNull(Type.String()) })),
  rows: Type.Array(row),
});
