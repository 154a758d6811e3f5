import { Type } from 'typebox';
import type { NetworkBundle, NodeReport } from '../../engine/index.ts';
import { signatureSchema } from '../votes/sharedSchemas.ts';
import type { NodePage } from './listNodes.ts';

const hex = (bytes: number) => Type.String({ pattern: `^0x[0-9a-f]{${2 * bytes}}$` });
const orNull = (schema: Parameters<typeof Type.Union>[0][number]) => Type.Union([schema, Type.Null()]);
const slug = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,62}$', description: 'Slug of a member' });
const time = Type.String({ format: 'date-time', description: 'UTC, ISO 8601' });
const count = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });
const label = orNull(Type.String({ minLength: 1, maxLength: 100 }));

/** `NodeReport` as JSON Schema. */
const reportSchema = Type.Unsafe<NodeReport>(
  Type.Object(
    {
      format: Type.Literal('xiangyu-node-report/1'),
      member: slug,
      nodeKey: hex(64),
      genesisHash: hex(32),
      time,
      name: label,
      place: label,
      host: orNull(Type.String({ pattern: '^[A-Za-z0-9.-]{1,253}$' })),
      port: orNull(Type.Integer({ minimum: 1, maximum: 65_535 })),
      producer: Type.Boolean(),
      version: orNull(Type.String({ maxLength: 200 })),
      height: count,
      epoch: count,
      bestHash: hex(32),
      settled: orNull(Type.Object({ epoch: count, hash: hex(32) }, { additionalProperties: false })),
      syncPhase: orNull(Type.String({ maxLength: 100 })),
      peers: Type.Array(hex(64), { maxItems: 200 }),
    },
    { additionalProperties: false },
  ),
);

export const reportBody = Type.Object({
  report: reportSchema,
  signature: Type.String({
    pattern: '^0x[0-9a-f]{130}$',
    description:
      'secp256k1, 65 bytes r, s, v, over keccak-256 of "Xiangyu node report v1", a line feed and the report in canonical form (RFC 8785)',
  }),
});

export const reportAnswer = Type.Object({
  lag: orNull(Type.Integer({ description: "Epochs behind the platform's node" })),
  nextReportSeconds: Type.Integer(),
});

const nodeSchema = Type.Object({
  publicKey: hex(64),
  member: slug,
  name: orNull(Type.String()),
  place: orNull(Type.String()),
  author: Type.String({ description: 'Core Space address of its block rewards, in hexadecimal' }),
  platform: Type.Boolean({ description: 'The node that the platform works with' }),
  producer: Type.Boolean(),
  state: Type.Unsafe<'current' | 'behind' | 'forked' | 'away'>({
    type: 'string',
    enum: ['current', 'behind', 'forked', 'away'],
    description: 'away: it has not reported for a minute; forked: a settled block of its is another than ours',
  }),
  height: Type.Integer(),
  epoch: Type.Integer(),
  lag: orNull(Type.Integer({ description: "Epochs behind the platform's node" })),
  bestHash: hex(32),
  syncPhase: orNull(Type.String()),
  version: orNull(Type.String()),
  peers: Type.Array(hex(64), { description: 'Network keys of the nodes it is connected to' }),
  blocks: Type.Object({ hour: Type.Integer(), day: Type.Integer() }),
  firstSeenAt: time,
  lastSeenAt: time,
});

export const nodePageSchema = Type.Unsafe<NodePage>(
  Type.Object({
    nodes: Type.Array(nodeSchema),
    nextPageToken: orNull(Type.String()),
    totals: Type.Object({
      nodes: Type.Integer(),
      current: Type.Integer(),
      producers: Type.Integer(),
      members: Type.Integer(),
    }),
    otherBlocks: Type.Object(
      { hour: Type.Integer(), day: Type.Integer() },
      { description: 'Blocks of authors whose node has not reported' },
    ),
  }),
);

export const bundleSchema = Type.Unsafe<NetworkBundle>({
  type: 'object',
  additionalProperties: true,
  description: 'Everything a node needs to join, for `xiangyu node join`',
});

export const memberParams = Type.Object({ member: slug });

export const witnessProfileBody = Type.Object({
  vkeys: Type.Array(Type.String({ minLength: 1, maxLength: 4_000 }), { minItems: 1, maxItems: 3 }),
  url: Type.String({ minLength: 1, maxLength: 2_000, description: 'add-checkpoint is below it' }),
});

const keyOrNull = (bytes: number, description: string) =>
  Type.Unsafe<`0x${string}` | null>({
    anyOf: [{ type: 'string', pattern: `^0x[0-9a-f]{${2 * bytes}}$` }, { type: 'null' }],
    description: `${description}; null takes it out`,
  });
const nodeKey = keyOrNull(64, 'Network key of the node');
const witness = keyOrNull(20, 'Account that the witness prints');
const closed = { additionalProperties: false };

/** POST /api/alliance/node-keys/prepare: what is not given stays as it is. */
export const prepareNodeKeysBody = Type.Object(
  { member: slug, nodeKey: Type.Optional(nodeKey), witness: Type.Optional(witness) },
  closed,
);
export const nodeKeysBody = Type.Object({ member: slug, nodeKey, witness, signature: signatureSchema }, closed);

const profileFields = {
  address: hex(20),
  member: slug,
  name: Type.String(),
  vkeys: Type.Array(Type.String()),
  url: Type.String(),
};
export const witnessProfileSchema = Type.Object(profileFields);
export const witnessProfilesSchema = Type.Object({
  profiles: Type.Array(Type.Object({ ...profileFields, publishedAt: time })),
});
