import { Type } from 'typebox';
import type {
  Consistency,
  ListedCheckpoint,
  LogState,
  StatementRecord,
  WitnessSet,
  WitnessState,
} from '../ledger/index.ts';
import type { ProofBundle } from '../proof/index.ts';
import { timeSchema } from './schemas.ts';

const hexSchema = Type.String({ pattern: '^(0x)?[0-9a-f]*$' });
const orNull = (schema: Parameters<typeof Type.Union>[0][number]) => Type.Union([schema, Type.Null()]);
const levelSchema = Type.String({ enum: ['none', 'packed', 'executed', 'confirmed', 'finalized'] });

const placeSchemas = {
  status: Type.String({ description: 'Where its transaction is' }),
  level: levelSchema,
  transactionHash: orNull(hexSchema),
  blockNumber: orNull(Type.Integer()),
  anchoredAt: orNull(timeSchema),
};

export const logStateSchema = Type.Unsafe<LogState>(
  Type.Object({
    size: Type.Integer({ description: 'Statements in the log' }),
    pending: Type.Integer({ description: 'Statements that are recorded but not in the log yet' }),
    integratedRoot: hexSchema,
    checkpoint: orNull(
      Type.Object(
        { size: Type.Integer(), root: hexSchema, ...placeSchemas },
        { description: 'The newest one that was submitted to the chain' },
      ),
    ),
    published: orNull(
      Type.Object(
        { size: Type.Integer(), root: hexSchema, publishedAt: timeSchema },
        { description: 'The newest one that the log signed and enough witnesses cosigned' },
      ),
    ),
    witnesses: Type.Object({
      threshold: Type.Integer({ description: 'How many have to cosign' }),
      total: Type.Integer(),
      cosigned: Type.Integer({ description: 'How many cosigned the published checkpoint' }),
    }),
    contract: orNull(hexSchema),
    evmChainId: Type.Integer(),
    origin: Type.String(),
    logKey: Type.String({ description: 'Verifier key of the log (c2sp.org/signed-note)' }),
    treasury: Type.Object({ address: hexSchema, balanceWei: Type.String({ description: 'Decimal digits' }) }),
  }),
);

export const checkpointListSchema = Type.Object({
  checkpoints: Type.Array(
    Type.Unsafe<ListedCheckpoint>(
      Type.Object({
        size: Type.Integer(),
        root: hexSchema,
        signedAt: timeSchema,
        publishedAt: orNull(timeSchema),
        witnesses: Type.Array(Type.String(), { description: 'Names of those who cosigned' }),
        cosignedAt: Type.Array(timeSchema, { description: 'When each of them did' }),
        anchor: orNull(Type.Object({ contract: hexSchema, ...placeSchemas })),
      }),
    ),
  ),
  nextPageToken: Type.Union([Type.String(), Type.Null()], { description: 'Null on the last page' }),
});

const sizeAndRoot = Type.Object({ size: Type.Integer(), root: hexSchema });
export const consistencySchema = Type.Unsafe<Consistency>(
  Type.Object({ from: sizeAndRoot, to: sizeAndRoot, hashes: Type.Array(hexSchema) }),
);

export const bundleSchema = Type.Unsafe<ProofBundle>({
  type: 'object',
  additionalProperties: true,
  description: 'Proof bundle, format xiangyu-proof-bundle/2; check it with `xiangyu verify` or in the browser',
});

const statusSchema = Type.Unsafe<'pending' | 'integrated' | 'anchored' | 'confirmed'>({
  type: 'string',
  enum: ['pending', 'integrated', 'anchored', 'confirmed'],
});
const indexSchema = Type.Union([Type.Integer(), Type.Null()], {
  description: 'Position in the log, once it has one',
});
export const foundStatementSchema = Type.Object({
  statementId: Type.String(),
  index: indexSchema,
  status: statusSchema,
});
export const statementSchema = Type.Unsafe<StatementRecord>(
  Type.Object({
    statementId: Type.String(),
    statement: Type.Object({}, { additionalProperties: true, description: 'The leaf of the log' }),
    index: indexSchema,
    status: statusSchema,
    hasPayload: Type.Boolean({ description: 'True while the platform keeps its private payload' }),
  }),
);

const witnessFields = {
  name: Type.String(),
  member: orNull(Type.String({ description: 'Slug of the member that runs it' })),
  vkeys: Type.Array(Type.String()),
  address: orNull(hexSchema),
  addedAt: timeSchema,
  size: Type.Integer({ description: 'Size that it cosigned last' }),
  lag: Type.Integer({ description: 'How far that is behind the newest signed checkpoint' }),
  cosignedAt: orNull(timeSchema),
  attemptedAt: orNull(timeSchema),
  failures: Type.Integer({ description: 'In a row' }),
  disagrees: Type.Boolean({ description: 'It knows another or a longer history than this platform' }),
};
const setFields = {
  threshold: Type.Integer({ description: 'How many have to cosign before a checkpoint is published' }),
  decidedBy: Type.Unsafe<'operator' | 'alliance'>({
    type: 'string',
    enum: ['operator', 'alliance'],
    description: 'alliance: its members vote on the witnesses',
  }),
};

export const witnessSetSchema = Type.Unsafe<WitnessSet>(
  Type.Object({
    ...setFields,
    witnesses: Type.Array(
      Type.Object({
        ...witnessFields,
        url: orNull(Type.String({ description: 'Null where it was elected and published no profile' })),
        lastError: orNull(Type.String()),
      }),
    ),
  }),
);

/** Who vouches, as everybody may see it. */
interface Witnessing extends Omit<WitnessSet, 'witnesses'> {
  witnesses: (Omit<WitnessState, 'url' | 'lastError'> & { reachable: boolean })[];
  owner: string | null;
}

export const witnessingSchema = Type.Unsafe<Witnessing>(
  Type.Object({
    ...setFields,
    owner: orNull(hexSchema),
    witnesses: Type.Array(
      Type.Object({ ...witnessFields, reachable: Type.Boolean({ description: 'Whether it says where it answers' }) }),
    ),
  }),
);
