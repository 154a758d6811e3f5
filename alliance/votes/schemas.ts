import { type Static, Type } from 'typebox';
import { documentSchema, proposalTypeSchema } from './proposalTypes.ts';
import {
  actionSchema,
  addressSchema,
  amountSchema,
  bytesSchema,
  digestSchema,
  failureSchema,
  hashSchema,
  kindSchema,
  memberRefSchema,
  orNull,
  placeSchema,
  statusSchema,
  supportSchema,
  timeSchema,
} from './sharedSchemas.ts';

const memberFields = {
  ...memberRefSchema.properties,
  account: Type.Unsafe<`0x${string}`>({ ...addressSchema, description: 'Under which its votes are counted' }),
  did: Type.String(),
  kinds: Type.Array(kindSchema),
  status: statusSchema,
  key: orNull(addressSchema),
  witness: orNull(addressSchema),
  nodeKey: orNull(bytesSchema),
  profileHash: digestSchema,
  weight: Type.Unsafe<string>({ ...amountSchema, description: 'Its own votes' }),
  votes: Type.Unsafe<string>({ ...amountSchema, description: 'Votes it casts: its own and those delegated to it' }),
  delegate: orNull(memberRefSchema),
  appliedAt: orNull(timeSchema),
  admittedAt: orNull(timeSchema),
  changed: placeSchema,
};

/** A member as the chain has it. */
export const memberSchema = Type.Object(memberFields);
export type ChainMember = Static<typeof memberSchema>;

const profileSchema = Type.Record(Type.String(), Type.Unknown(), { description: 'Null where only its hash is known' });

/** A member with all that happened to it. */
export const memberDetailSchema = Type.Object({
  ...memberFields,
  profile: orNull(profileSchema),
  history: Type.Array(
    Type.Object({
      what: Type.String({ description: 'The event of the registry, such as MemberAdmitted' }),
      status: statusSchema,
      place: placeSchema,
    }),
  ),
  keys: Type.Array(
    Type.Object({ key: addressSchema, from: placeSchema, until: orNull(placeSchema) }, { description: 'Oldest first' }),
  ),
  applications: Type.Array(
    Type.Object({
      entryHash: Type.Unsafe<`0x${string}`>({ ...hashSchema, description: 'Names it in a proposal of type admit' }),
      did: Type.String(),
      kinds: Type.Array(kindSchema),
      key: addressSchema,
      profileHash: digestSchema,
      profile: orNull(profileSchema),
      open: Type.Boolean({ description: 'False once exactly this was admitted' }),
      place: placeSchema,
    }),
    { description: 'Newest first' },
  ),
  actions: Type.Array(actionSchema, { description: 'Its newest actions' }),
});
export type ChainMemberDetail = Static<typeof memberDetailSchema>;

/** Where a proposal stands. */
const proposalStates = [
  'submitted',
  'failed',
  'pending',
  'active',
  'defeated',
  'succeeded',
  'executed',
  'cancelled',
] as const;
export type ProposalState = (typeof proposalStates)[number];
export const proposalStateSchema = Type.Unsafe<ProposalState>({
  type: 'string',
  enum: [...proposalStates],
  description: 'submitted: on its way to the chain; failed: the chain refused it',
});

const proposalFields = {
  id: hashSchema,
  type: orNull(proposalTypeSchema),
  title: orNull(Type.Object({ zh: Type.String(), en: Type.String() })),
  documentDigest: orNull(digestSchema),
  proposer: orNull(memberRefSchema),
  state: proposalStateSchema,
  failure: orNull(failureSchema),
  submittedAt: timeSchema,
  voteStart: orNull(timeSchema),
  voteEnd: orNull(timeSchema),
  tally: Type.Object({ for: amountSchema, against: amountSchema, abstain: amountSchema }),
  ballots: Type.Integer(),
  quorum: orNull(Type.Unsafe<string>({ ...amountSchema, description: 'Votes for and abstentions that are needed' })),
  quorumReached: Type.Boolean(),
  passPercent: orNull(Type.Integer({ description: 'Share of for among for and against that is needed' })),
  executable: Type.Boolean({ description: 'It passed, and anyone may have it executed' }),
  place: orNull(placeSchema),
  executed: orNull(placeSchema),
};

export const proposalSchema = Type.Object(proposalFields);
export type Proposal = Static<typeof proposalSchema>;

/** A call that a passed proposal makes. */
const callSchema = Type.Object({
  target: addressSchema,
  contract: orNull(Type.String({ description: 'Name of the contract, where it is one of the alliance' })),
  valueWei: amountSchema,
  data: bytesSchema,
  call: orNull(Type.String({ description: 'The call in words of the contract, such as admit(0x…)' })),
});

export const proposalDetailSchema = Type.Object({
  ...proposalFields,
  document: orNull(documentSchema),
  documentMatches: Type.Boolean({ description: 'Its digest is the one on the chain, and it says what the calls do' }),
  description: Type.String({ description: 'As it is on the chain' }),
  calls: Type.Array(callSchema),
  statementId: orNull(Type.String({ description: 'Of the document in the evidence log' })),
  comments: Type.Integer(),
  actions: Type.Array(actionSchema, { description: 'Of executing it, the newest first' }),
});
export type ProposalDetail = Static<typeof proposalDetailSchema>;

export const ballotSchema = Type.Object({
  voter: memberRefSchema,
  support: supportSchema,
  weight: amountSchema,
  reason: Type.String(),
  state: Type.Unsafe<'submitted' | 'counted' | 'failed'>({
    type: 'string',
    enum: ['submitted', 'counted', 'failed'],
    description: 'submitted: on its way; failed: the chain refused it',
  }),
  failure: orNull(failureSchema),
  submittedAt: orNull(timeSchema),
  place: orNull(placeSchema),
});
export type Ballot = Static<typeof ballotSchema>;

/** A ballot where its voter is known from elsewhere. */
export const memberBallotSchema = Type.Object({
  proposal: Type.Object({ id: hashSchema, type: proposalFields.type, title: proposalFields.title }),
  support: supportSchema,
  weight: amountSchema,
  reason: Type.String(),
  place: placeSchema,
});
export type MemberBallot = Static<typeof memberBallotSchema>;

export const commentSchema = Type.Object({
  id: Type.String(),
  author: Type.Object({ name: Type.String(), member: memberRefSchema, own: Type.Boolean() }),
  text: orNull(Type.String({ description: 'Null once its author retracted it' })),
  createdAt: timeSchema,
  retractedAt: orNull(timeSchema),
});
export type Comment = Static<typeof commentSchema>;

/** A rule, and every value that it had. */
export const ruleSchema = Type.Object({
  rule: Type.String({ description: 'As in a proposal of type changeRule; kindWeight.<kind> for weights' }),
  value: amountSchema,
  history: Type.Array(Type.Object({ value: amountSchema, place: placeSchema }), { description: 'Newest first' }),
});
export type Rule = Static<typeof ruleSchema>;

export const scenarioSchema = Type.Object({
  id: orNull(Type.String({ description: 'Null where only its hash is known' })),
  idHash: hashSchema,
  uri: Type.String(),
  digest: digestSchema,
  version: Type.Integer(),
  place: placeSchema,
});
export type PublishedScenario = Static<typeof scenarioSchema>;

export const treasurySchema = Type.Object({
  address: addressSchema,
  balanceWei: orNull(amountSchema),
  spendings: Type.Array(
    Type.Object({
      proposal: hashSchema,
      title: orNull(Type.Object({ zh: Type.String(), en: Type.String() })),
      to: addressSchema,
      amountWei: amountSchema,
      place: placeSchema,
    }),
    { description: 'The newest 100' },
  ),
});
export type Treasury = Static<typeof treasurySchema>;

/** What `alliance` on the live stream carries. */
export interface AllianceNews {
  /** Slugs or ids of members that changed. */
  members: string[];
  /** Ids of proposals that changed. */
  proposals: string[];
  /** True when rules, scenarios or anything else may have changed too. */
  other: boolean;
}
