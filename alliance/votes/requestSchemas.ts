import { type Static, Type } from 'typebox';
import { documentSchema, parametersSchema, proposalTypeSchema, textsSchema } from './proposalTypes.ts';
import { proposalStateSchema } from './schemas.ts';
import {
  actionSchema,
  addressSchema,
  bilingual,
  bytesSchema,
  closed,
  digestSchema,
  hashSchema,
  kindSchema,
  pageFields,
  signatureSchema,
  slugSchema,
  statusSchema,
  supportSchema,
  typedDataSchema,
} from './sharedSchemas.ts';

/** GET /api/alliance/members */
export const membersQuery = Type.Object({
  ...pageFields,
  status: Type.Optional(statusSchema),
  kind: Type.Optional(kindSchema),
  q: Type.Optional(Type.String({ maxLength: 100, description: 'Beginning of the slug or part of a name' })),
});
export const memberParams = Type.Object({ slug: slugSchema });

/** GET /api/alliance/proposals, newest first */
export const proposalsQuery = Type.Object({
  ...pageFields,
  state: Type.Optional(proposalStateSchema),
  type: Type.Optional(proposalTypeSchema),
  member: Type.Optional(Type.String({ ...slugSchema, description: 'Slug of the proposer' })),
});
export const proposalParams = Type.Object({ id: hashSchema });
export const pageQuery = Type.Object(pageFields);
/** GET /api/alliance/proposals/:id/ballots */
export const ballotsQuery = Type.Object({
  ...pageFields,
  member: Type.Optional(Type.String({ ...slugSchema, description: 'Only the ballot of this member' })),
});

/** POST /api/alliance/proposals/prepare */
export const prepareProposalBody = Type.Object(
  {
    type: proposalTypeSchema,
    parameters: parametersSchema,
    document: textsSchema,
    member: Type.String({ ...slugSchema, description: 'Who proposes' }),
  },
  closed,
);
export const preparedProposalSchema = Type.Object({
  id: hashSchema,
  document: documentSchema,
  digest: digestSchema,
  targets: Type.Array(addressSchema),
  values: Type.Array(Type.String()),
  calldatas: Type.Array(bytesSchema),
  description: Type.String(),
  typedData: typedDataSchema,
});
export type PreparedProposal = Static<typeof preparedProposalSchema>;

/** POST /api/alliance/proposals: the document that was prepared, and the signature of its typed data. */
export const proposeBody = Type.Object(
  { document: documentSchema, member: slugSchema, signature: signatureSchema },
  closed,
);
/** PUT /api/alliance/proposals/:id/document */
export const documentBody = Type.Object({ document: documentSchema }, closed);
/** 202: stored durably, on its way to the chain. */
export const proposedSchema = Type.Object({ id: hashSchema, action: actionSchema });
export const submittedSchema = Type.Object({ action: actionSchema });

/** POST /api/alliance/proposals/:id/ballots/prepare, and with the signature POST /api/alliance/proposals/:id/ballots */
const ballotFields = {
  member: slugSchema,
  support: supportSchema,
};
export const prepareBallotBody = Type.Object(ballotFields, closed);
export const ballotBody = Type.Object({ ...ballotFields, signature: signatureSchema }, closed);

/** POST /api/alliance/delegations/prepare and /api/alliance/delegations; to itself ends a delegation. */
export const prepareDelegationBody = Type.Object(
  { member: slugSchema, to: Type.String({ ...slugSchema, description: 'Itself to end a delegation' }) },
  closed,
);
export const delegationBody = Type.Object(
  {
    member: slugSchema,
    to: slugSchema,
    expiry: Type.Integer({ minimum: 1, description: 'Of the typed data, Unix seconds' }),
    signature: signatureSchema,
  },
  closed,
);

/** POST /api/alliance/keys/prepare and /api/alliance/keys: another voting key, signed by the old one and the new one. */
export const prepareKeyBody = Type.Object({ member: slugSchema, newKey: addressSchema }, closed);
export const keyBody = Type.Object(
  { member: slugSchema, newKey: addressSchema, oldSignature: signatureSchema, newSignature: signatureSchema },
  closed,
);

/** POST /api/alliance/leave/prepare and /api/alliance/leave */
export const prepareLeaveBody = Type.Object({ member: slugSchema }, closed);
export const leaveBody = Type.Object({ member: slugSchema, signature: signatureSchema }, closed);

/** What an organisation says of itself; its SHA-256 (RFC 8785) is on the chain. */
const profileSchema = Type.Object(
  {
    name: bilingual(200),
    description: Type.Optional(bilingual(2_000)),
    website: Type.Optional(Type.String({ maxLength: 300, pattern: '^https://' })),
  },
  closed,
);
const applicationFields = {
  kinds: Type.Array(kindSchema, { minItems: 1, maxItems: 6, uniqueItems: true }),
  did: Type.String({ pattern: '^did:web:', maxLength: 300 }),
  profile: profileSchema,
  key: Type.Unsafe<`0x${string}`>({ ...addressSchema, description: 'Voting key, made by the organisation itself' }),
  nodeKey: Type.Optional(Type.Unsafe<`0x${string}`>({ type: 'string', pattern: '^0x[0-9a-fA-F]{128}$' })),
  witness: Type.Optional(addressSchema),
};
/** POST /api/alliance/applications/prepare and /api/alliance/applications, for the caller's own organisation. */
export const prepareApplicationBody = Type.Object(applicationFields, closed);
export const applicationBody = Type.Object({ ...applicationFields, signature: signatureSchema }, closed);

/** What every prepare route but that of proposals answers. */
export const preparedSchema = Type.Object({ typedData: typedDataSchema });

/** POST /api/alliance/proposals/:id/comments; DELETE …/comments/:comment retracts. */
export const commentBody = Type.Object({ text: Type.String({ minLength: 1, maxLength: 10_000 }) }, closed);
export const commentParams = Type.Object({ id: hashSchema, comment: Type.String({ pattern: '^[0-9]{1,18}$' }) });
