import { type Static, Type } from 'typebox';
import type { MemberKind } from '../chain/members.ts';
import {
  addressSchema,
  closed,
  hashSchema,
  kindSchema,
  orNull,
  slugSchema,
  timeSchema,
  typedDataSchema,
} from '../votes/sharedSchemas.ts';

const textSchema = Type.Object({ zh: Type.String(), en: Type.String() });

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
  problemZh: orNull(Type.String({ description: 'The same in Chinese' })),
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
  closed,
);

/** POST /api/alliance/founding/signatures */
export const foundingSignatureBody = Type.Object(
  {
    founder: slugSchema,
    signature: Type.Unsafe<`0x${string}`>({
      type: 'string',
      pattern: '^0x([0-9a-fA-F]{2}){1,1024}$',
      description: 'EIP-712 signature over Founding(charter, member)',
    }),
  },
  closed,
);

/** GET /api/alliance/founding/founders/:slug: what this founder signs. */
export const foundingTaskSchema = Type.Object({
  founder: founderSchema,
  charterHash: hashSchema,
  typedData: typedDataSchema,
});
export type FoundingTask = Static<typeof foundingTaskSchema>;
