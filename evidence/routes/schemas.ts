import { type Static, Type } from 'typebox';
import type { StatementStatus } from '../../ledger/index.ts';
import type { DigestAlgorithm, Hex } from '../../proof/index.ts';

const orNull = <T extends ReturnType<typeof Type.Unsafe>>(schema: T) => Type.Union([schema, Type.Null()]);
const time = Type.String({ format: 'date-time', description: 'UTC, ISO 8601' });
const hex = Type.Unsafe<Hex>({ type: 'string', pattern: '^0x[0-9a-fA-F]+$' });

export const Params = Type.Object({ id: Type.String({ minLength: 1, maxLength: 100 }) });

export const Recorded = Type.Object({ id: Type.String(), digest: Type.String(), time });
export const RecordedList = Type.Object({
  time,
  items: Type.Array(Type.Object({ id: Type.String(), digest: Type.String() }), {
    description: 'In the order of the request',
  }),
});

const recordFields = {
  id: Type.String(),
  digest: Type.String({ description: '64 hexadecimal digits' }),
  alg: Type.Unsafe<DigestAlgorithm>({
    type: 'string',
    enum: ['sha-256', 'sha-256-salted'],
    description: 'sha-256: of a file that its owner keeps; sha-256-salted: of a private payload and a salt',
  }),
  subject: Type.String(),
  member: Type.String(),
  time,
  status: Type.Unsafe<StatementStatus>({
    type: 'string',
    enum: ['pending', 'integrated', 'anchored', 'confirmed'],
    description: 'recorded; in the log; its checkpoint is on the chain; out of reach of a reorganisation',
  }),
  index: orNull(Type.Unsafe<number>({ type: 'integer', description: 'Position in the log' })),
  erasedAt: orNull(Type.Unsafe<string>(time)),
};

export const PublicRecord = Type.Object(recordFields);

export const Anchor = Type.Object({
  size: Type.Integer({ description: 'Statements under the checkpoint' }),
  root: Type.String(),
  contract: hex,
  transactionHash: hex,
  blockHash: hex,
  blockNumber: Type.Integer(),
  anchoredAt: orNull(Type.Unsafe<string>(time)),
});

export const ReadRecord = Type.Object({
  ...recordFields,
  anchor: orNull(Type.Unsafe<Static<typeof Anchor>>(Anchor)),
  bundle: Type.String({ description: 'Path of its proof bundle' }),
});

export const OwnRecord = Type.Object({
  ...recordFields,
  name: orNull(Type.Unsafe<string>({ type: 'string' })),
  bytes: orNull(Type.Unsafe<number>({ type: 'integer' })),
  hasPayload: Type.Boolean(),
});

export const Page = Type.Object({
  items: Type.Array(OwnRecord),
  nextPageToken: orNull(Type.Unsafe<string>({ type: 'string', description: 'Null on the last page' })),
});
