import { type Static, Type } from 'typebox';
import { memberKinds } from '../chain/members.ts';

/** A schema whose value may be missing on the chain or off it. */
export const orNull = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);
export const closed = { additionalProperties: false };

const oneOf = <const Names extends readonly string[]>(names: Names, description?: string) =>
  Type.Unsafe<Names[number]>({ type: 'string', enum: [...names], ...(description ? { description } : {}) });

export const slugSchema = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,62}$', description: 'Slug of an organisation' });
export const timeSchema = Type.String({ format: 'date-time', description: 'UTC, ISO 8601' });
const hex = (pattern: string, description: string) =>
  Type.Unsafe<`0x${string}`>({ type: 'string', pattern, description });
export const addressSchema = hex('^0x[0-9a-fA-F]{40}$', 'An account of eSpace');
export const hashSchema = hex('^0x[0-9a-fA-F]{64}$', '32 bytes');
export const digestSchema = Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256 in hexadecimal' });
export const bytesSchema = hex('^0x([0-9a-fA-F]{2})*$', 'Bytes in hexadecimal');
export const signatureSchema = Type.Unsafe<`0x${string}`>({
  type: 'string',
  pattern: '^0x[0-9a-fA-F]{130}$',
  description: 'An EIP-712 signature of 65 bytes: r, s, v',
});
export const amountSchema = Type.String({ pattern: '^[0-9]{1,78}$', description: 'A whole number in decimal digits' });
export const bilingual = (maxLength: number) =>
  Type.Object({ zh: Type.String({ maxLength }), en: Type.String({ maxLength }) }, closed);

/** Query of every list: at most `perPage` items, from where the page before ended. */
export const pageFields = {
  perPage: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
  nextPageToken: Type.Optional(Type.String({ maxLength: 500, description: 'From the page before' })),
};
const nextPageToken = Type.Union([Type.String(), Type.Null()], { description: 'Null on the last page' });
/** A page of a list. */
export const pageOf = <Item extends Parameters<typeof Type.Array>[0]>(item: Item) =>
  Type.Object({ items: Type.Array(item), nextPageToken });

/** What an organisation is. */
export const kindSchema = oneOf(memberKinds);

/** What the chain says of an organisation. */
const memberStatuses = ['applied', 'admitted', 'suspended', 'left'] as const;
export type MemberStatus = (typeof memberStatuses)[number];
export const statusSchema = oneOf(memberStatuses);

export const supports = ['against', 'for', 'abstain'] as const;
/** How a member votes; the order is that of the numbers in the governor. */
export type Support = (typeof supports)[number];
export const supportSchema = oneOf(supports);

/** Where something happened on the chain. */
export const placeSchema = Type.Object({
  blockNumber: Type.Integer({ description: 'Number of the eSpace block, which is its epoch' }),
  blockHash: hashSchema,
  transactionHash: hashSchema,
  time: timeSchema,
  confirmed: Type.Boolean({ description: 'False while a reorganisation could still take it back' }),
});
export type Place = Static<typeof placeSchema>;

/** A member where another thing names it; slug and name are null for one that this platform does not know. */
export const memberRefSchema = Type.Object({
  id: Type.Unsafe<`0x${string}`>({ ...hashSchema, description: 'keccak256 of the slug' }),
  slug: orNull(slugSchema),
  name: orNull(Type.Object({ zh: Type.String(), en: Type.String() })),
});
export type MemberRef = Static<typeof memberRefSchema>;

/** What a wallet signs with eth_signTypedData_v4; whole numbers are decimal texts. */
export const typedDataSchema = Type.Object({
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
export type TypedData = Static<typeof typedDataSchema>;

const failureWords = { reason: Type.String(), nextStep: Type.String() };
/** Why an action was refused or failed, in the words of the error catalogue. */
export const failureSchema = Type.Object({
  code: Type.String(),
  ...failureWords,
  zh: Type.Optional(Type.Object(failureWords, { description: 'The same in Chinese' })),
});
export type Failure = Static<typeof failureSchema>;

/** An action on its way to the chain: its transaction is stored, and follows by itself. */
export const actionSchema = Type.Object({
  id: Type.String(),
  kind: oneOf(['proposal', 'ballot', 'delegation', 'key', 'nodeKeys', 'leave', 'application', 'execution']),
  state: oneOf(['submitted', 'done', 'failed'], 'done when it is executed on the chain'),
  failure: orNull(failureSchema),
  transactionId: Type.String(),
  transactionHash: orNull(hashSchema),
  submittedAt: timeSchema,
});
export type ActionView = Static<typeof actionSchema>;
export type ActionKind = ActionView['kind'];
