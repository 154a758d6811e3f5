import type { JsonWebKey } from 'node:crypto';
import { type TSchema, Type } from 'typebox';
import type { Hex } from 'viem';

/** Slug of a member. */
export const slugSchema = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,62}$' });
const orNull = <Schema extends TSchema>(schema: Schema) => Type.Union([Type.Null(), schema]);
const time = Type.String({ format: 'date-time' });

/** A public encryption key. */
export const encryptionKeySchema = Type.Unsafe<JsonWebKey>(
  Type.Object(
    {
      kty: Type.String({ maxLength: 10 }),
      crv: Type.String({ maxLength: 10 }),
      x: Type.String({ maxLength: 100 }),
      y: Type.Optional(Type.String({ maxLength: 100 })),
      kid: Type.Optional(Type.String({ maxLength: 100 })),
      use: Type.Optional(Type.String({ maxLength: 10 })),
      alg: Type.Optional(Type.String({ maxLength: 40 })),
    },
    { additionalProperties: false, description: 'JSON Web Key: X25519, or SM2' },
  ),
);

/** `RegistryEntry`. */
export const entrySchema = Type.Object({
  slug: Type.String(),
  name: Type.Object({ zh: Type.String(), en: Type.String() }),
  did: Type.String({ description: 'did:key of the connector' }),
  address: Type.String({ description: 'Base address of its Dataspace Protocol' }),
  encryptionKey: encryptionKeySchema,
  chainAddress: Type.Unsafe<Hex>(Type.String()),
  state: Type.Unsafe<'active' | 'suspended' | 'withdrawn'>({
    type: 'string',
    enum: ['active', 'suspended', 'withdrawn'],
  }),
  registeredAt: time,
  hosted: Type.Boolean({ description: 'Whether the platform runs it' }),
  changedAt: time,
  health: orNull(
    Type.Object({
      checkedAt: time,
      seenAt: orNull(time),
      answers: Type.Boolean(),
      problem: orNull(Type.String()),
      problemZh: orNull(Type.String({ description: 'The problem in Chinese' })),
    }),
  ),
});

/** `ConnectorEntry`; the platform says more of it. */
export const ownEntrySchema = Type.Omit(entrySchema, ['hosted', 'changedAt', 'health']);
/** `PublicKeys`. */
export const keysSchema = Type.Object({
  did: Type.String(),
  encryptionKey: encryptionKeySchema,
  chainAddress: Type.Unsafe<Hex>(Type.String()),
});
/** A page of entries. */
export const entriesSchema = Type.Object({ items: Type.Array(entrySchema), nextPageToken: orNull(Type.String()) });
/** The data authority. */
export const authoritySchema = Type.Object({ authority: orNull(entrySchema) });
/** Texts that are stored contain no zero character. */
const reasonSchema = Type.String({ minLength: 1, maxLength: 500, pattern: '^[^\\u0000]*$' });
/** A compact token or a credential as JSON text. */
export const tokenSchema = Type.String({ minLength: 1, maxLength: 32_000, pattern: '^[^\\u0000]*$' });

const rotated = ['signing', 'encryption', 'chain'] as const;
/** Which keys are replaced, and why. */
export const rotateBody = Type.Object(
  {
    kinds: Type.Array(Type.Unsafe<(typeof rotated)[number]>({ type: 'string', enum: [...rotated] }), {
      minItems: 1,
      maxItems: 3,
      uniqueItems: true,
      default: ['signing', 'encryption'],
    }),
    reason: reasonSchema,
  },
  { additionalProperties: false },
);
