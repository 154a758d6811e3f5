import { type Static, Type } from 'typebox';
import { type MemberKind, memberKinds } from '../chain/members.ts';

const orNull = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);
const hex = (pattern: string, description: string) =>
  Type.Unsafe<`0x${string}`>({ type: 'string', pattern, description });
const addressSchema = hex('^0x[0-9a-fA-F]{40}$', 'An account of eSpace');
const hashSchema = hex('^0x[0-9a-f]{64}$', '32 bytes');
const timeSchema = Type.String({ format: 'date-time', description: 'UTC, ISO 8601' });
const textSchema = Type.Object({ zh: Type.String(), en: Type.String() });
export const slugSchema = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,62}$', description: 'Slug of an organisation' });
const kindSchema = Type.Unsafe<MemberKind>({ type: 'string', enum: [...memberKinds] });

const rulesSchema = Type.Object({
  votingDelaySeconds: Type.Integer({ description: 'From a proposal to the beginning of its vote' }),
  votingPeriodSeconds: Type.Integer(),
  quorumPercent: Type.Integer({ description: 'Of all weight, how much has to vote for or abstain' }),
  passPercent: Type.Integer({
    description: 'Of the weight for and against, how much has to be for; and more than against',
  }),
  proposalThreshold: Type.Integer({ description: 'Weight that a proposal needs behind it' }),
  kindWeights: Type.Unsafe<Record<MemberKind, number>>(
    Type.Record(Type.String(), Type.Integer(), { description: 'A member weighs as its heaviest kind' }),
  ),
});

const founderSchema = Type.Object({
  slug: slugSchema,
  name: textSchema,
  kinds: Type.Array(kindSchema),
  key: addressSchema,
  did: Type.String(),
  signedAt: orNull(timeSchema),
  enrolledAt: orNull(timeSchema),
  problem: orNull(Type.String({ description: 'Why its place could not be taken yet' })),
});

/** GET /api/alliance */
export const allianceSchema = Type.Object({
  state: Type.Unsafe<'none' | 'founding' | 'founded'>({ type: 'string', enum: ['none', 'founding', 'founded'] }),
  name: orNull(textSchema),
  purpose: orNull(textSchema),
  chainId: Type.Integer(),
  governor: orNull(addressSchema),
  registry: orNull(addressSchema),
  record: orNull(addressSchema),
  charterHash: orNull(hashSchema),
  rules: orNull(rulesSchema),
  founding: orNull(
    Type.Object({
      step: Type.Unsafe<'deploying' | 'signing' | 'founded'>({
        type: 'string',
        enum: ['deploying', 'signing', 'founded'],
      }),
      startedAt: timeSchema,
      foundedAt: orNull(timeSchema),
      signed: Type.Integer(),
      enrolled: Type.Integer(),
      total: Type.Integer(),
      problem: orNull(Type.String({ description: 'Why the contracts could not be deployed yet' })),
      deployTransaction: orNull(Type.String({ description: 'Id of the transaction' })),
      founders: Type.Array(founderSchema, { description: 'In the order of the charter' }),
    }),
  ),
  counts: Type.Object({
    applied: Type.Integer(),
    admitted: Type.Integer(),
    suspended: Type.Integer(),
    left: Type.Integer(),
  }),
  log: Type.Object({
    contract: orNull(addressSchema),
    owner: orNull(addressSchema),
    ownedBy: orNull(
      Type.Unsafe<'alliance' | 'platform' | 'other'>({ type: 'string', enum: ['alliance', 'platform', 'other'] }),
    ),
  }),
});
export type AllianceView = Static<typeof allianceSchema>;

/** POST /api/alliance/founding */
export const startFoundingBody = Type.Object(
  {
    members: Type.String({ maxLength: 1_000_000, description: 'members.yaml' }),
    replace: Type.Optional(Type.Boolean({ description: 'Give up a founding with another charter' })),
  },
  { additionalProperties: false },
);

/** POST /api/alliance/founding/signatures */
export const foundingSignatureBody = Type.Object(
  {
    founder: slugSchema,
    signature: hex('^0x([0-9a-fA-F]{2}){1,1024}$', 'EIP-712 signature over Founding(charter, member)'),
  },
  { additionalProperties: false },
);

const typedDataSchema = Type.Object({
  domain: Type.Object({
    name: Type.String(),
    version: Type.String(),
    chainId: Type.Integer(),
    verifyingContract: addressSchema,
  }),
  types: Type.Record(Type.String(), Type.Array(Type.Object({ name: Type.String(), type: Type.String() }))),
  primaryType: Type.String(),
  message: Type.Record(Type.String(), Type.Unknown()),
});

/** GET /api/alliance/founding/founders/:slug: what this founder signs. */
export const foundingTaskSchema = Type.Object({
  founder: founderSchema,
  charterHash: hashSchema,
  typedData: typedDataSchema,
});
export type FoundingTask = Static<typeof foundingTaskSchema>;
