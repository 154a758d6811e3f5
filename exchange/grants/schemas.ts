import { type TSchema, Type } from 'typebox';
import type { Hex } from 'viem';
import type { RowCondition } from '../delivery/sources/source.ts';

const orNull = <Schema extends TSchema>(schema: Schema) => Type.Union([Type.Null(), schema]);
const oneOf = <const Word extends string>(words: readonly Word[], description?: string) =>
  Type.Unsafe<Word>({ type: 'string', enum: [...words], ...(description ? { description } : {}) });
const time = Type.String({ format: 'date-time' });
const hexText = (digits: string, description: string) =>
  Type.Unsafe<Hex>({ type: 'string', pattern: `^0x[0-9a-f]${digits}$`, description });
const hash = hexText('{64}', '32 bytes');
const address = hexText('{40}', 'Chain key of a connector, or zero');
const strict = { additionalProperties: false } as const;

/** Path of one grant. */
export const grantParams = Type.Object({ id: hash });
/** Query of every list. */
export const pageQuery = {
  perPage: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
  pageToken: Type.Optional(Type.String({ maxLength: 500, description: 'nextPageToken of the page before' })),
};
/** A page of a list. */
export const pageOf = <Item extends TSchema>(item: Item) =>
  Type.Object({ items: Type.Array(item), nextPageToken: orNull(Type.String()) });
/** States of a grant. */
export const grantState = oneOf(
  ['pending', 'active', 'suspended', 'revoked', 'renounced', 'expired', 'refused'],
  'Data may be asked for only while it is active; pending: the chain does not show it yet',
);
/** Sides of a grant. */
export const grantRole = oneOf(['provider', 'consumer']);

/** A grant as one side keeps it. */
export const grantSchema = Type.Object({
  id: hash,
  role: grantRole,
  agreement: Type.String(),
  provider: Type.String({ description: 'DID of the connector' }),
  consumer: Type.String({ description: 'DID of the connector' }),
  providerSlug: Type.String(),
  consumerSlug: Type.String(),
  dataset: Type.String(),
  version: Type.Integer(),
  purpose: Type.String({ description: 'Code of the matter' }),
  items: Type.Array(Type.String()),
  notBefore: time,
  notAfter: Type.String({ format: 'date-time', description: 'The first moment at which it is over' }),
  place: orNull(Type.String({ description: 'Region of use (GB/T 2260) that the agreement names' })),
  rows: Type.Array(
    Type.Unsafe<RowCondition>({
      type: 'object',
      additionalProperties: true,
      description:
        'A condition that every row meets: an item with a comparison and a value, or with the values in question',
    }),
  ),
  maxCount: orNull(Type.Integer()),
  used: Type.Integer({ description: 'Requests so far; counted by the provider' }),
  policyDigest: Type.String(),
  state: grantState,
  transaction: orNull(hash),
  reason: orNull(Type.String()),
  createdAt: time,
  changedAt: time,
});

const terms = Type.Object({
  provider: address,
  notBefore: Type.Integer({ description: 'Seconds since 1970' }),
  notAfter: Type.Integer({ description: 'Seconds since 1970' }),
  consumer: address,
  version: Type.Integer(),
  maxCount: Type.Integer({ description: '0: no limit' }),
  arbiter: address,
  agreement: hash,
  dataset: hash,
  purpose: hash,
  columns: hash,
  policy: hash,
});
const act = oneOf(['issue', 'suspend', 'resume', 'revoke', 'renounce']);

/** A grant with its facts on the chain and its history. */
export const factsSchema = Type.Object({
  grant: orNull(grantSchema),
  evmChainId: Type.Integer(),
  contract: orNull(address),
  onChain: orNull(
    Type.Object({
      terms,
      stage: Type.Integer({ description: '1 issued, 2 revoked, 3 renounced' }),
      holds: Type.Integer({ description: 'Who suspends it: 1 the provider, 2 the data authority, 3 both' }),
      blockNumber: Type.Integer({ description: 'Of the newest change' }),
      transaction: hash,
    }),
  ),
  terms: orNull(terms),
  history: Type.Array(
    Type.Object({
      act,
      by: address,
      sequence: Type.Integer(),
      reason: orNull(Type.String({ description: 'In words, where the own department gave it' })),
      reasonDigest: orNull(hash),
      state: oneOf(['waiting', 'carried', 'done', 'failed', 'overtaken', 'seen'], 'seen: an act of another party'),
      problem: orNull(Type.String()),
      problemZh: orNull(Type.String({ description: 'The problem in Chinese' })),
      actor: orNull(Type.String()),
      decidedAt: orNull(time),
      transaction: orNull(hash),
      blockNumber: orNull(Type.Integer()),
    }),
  ),
  keysReleased: Type.Integer(),
});

/** A grant that names the own department as data authority. */
export const namedGrantSchema = Type.Object({
  id: hash,
  provider: address,
  consumer: address,
  stage: Type.Integer(),
  holds: Type.Integer(),
  notBefore: time,
  notAfter: time,
  blockNumber: Type.Integer(),
});

const reason = Type.String({
  minLength: 1,
  maxLength: 1_000,
  pattern: '^[^\\u0000]*[^\\u0000\\s][^\\u0000]*$',
  description: 'Kept by the department; the chain and the records hold a salted digest of it',
});
/** Why somebody acts upon a grant. */
export const reasonBody = Type.Object({ reason }, strict);
/** What the data authority does, and why. */
export const arbitrationBody = Type.Object({ act: oneOf(['suspend', 'resume']), reason }, strict);

/** Departments and the grants between them. */
export const mapSchema = Type.Object({
  evmChainId: Type.Integer(),
  contract: orNull(address),
  nodes: Type.Array(
    Type.Object({
      id: Type.String({ description: 'Slug, or a chain key that no connector of the registry has now' }),
      name: orNull(Type.Object({ zh: Type.String(), en: Type.String() })),
      state: oneOf(['active', 'suspended', 'withdrawn', 'unknown']),
    }),
  ),
  edges: Type.Array(
    Type.Object({
      from: Type.String({ description: 'Who gives' }),
      to: Type.String({ description: 'Who gets' }),
      active: Type.Integer(),
      suspended: Type.Integer(),
      ended: Type.Integer(),
      datasets: Type.Integer(),
      blockNumber: Type.Integer(),
    }),
  ),
});

/** Where the grants are. */
export const chainSchema = Type.Object({
  evmChainId: Type.Integer(),
  contract: orNull(hexText('{40}', 'Null while it is being deployed')),
});
/** A call for the platform to carry. */
export const callBody = Type.Object(
  {
    participant: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,62}$', description: 'Member whose connector signed it' }),
    to: hexText('{40}', 'The contract of the grants'),
    data: Type.Unsafe<Hex>({ type: 'string', pattern: '^0x([0-9a-f]{2})*$', maxLength: 4_000 }),
    key: Type.String({ maxLength: 80, description: 'keccak256 of the data, #, and a number from 1 to 9' }),
  },
  strict,
);
/** How a carried call is asked for. */
export const callParams = Type.Object({ reference: Type.String({ maxLength: 100, pattern: '^[0-9a-f-]+$' }) });
/** What became of it. */
export const outcomeSchema = Type.Object({
  state: oneOf(['underway', 'executed', 'failed']),
  transaction: orNull(hash),
  reason: orNull(Type.String()),
});
