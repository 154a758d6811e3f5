import { Type } from 'typebox';
import { type Action, type Role, roles, type Scope, type Standing, scopes } from '../alliance/index.ts';

const oneOf = <Value extends string>(values: readonly Value[]) =>
  Type.Unsafe<Value>({ type: 'string', enum: [...values] });

export const scopeSchema = oneOf<Scope>(scopes);
const roleSchema = oneOf<Role>(roles);
const standingSchema = oneOf<Standing>(['guest', 'applied', 'admitted', 'suspended', 'left']);
export const slugSchema = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,62}$', description: 'Slug of a member' });
export const timeSchema = Type.String({ format: 'date-time', description: 'UTC, ISO 8601' });

/** Query of every list: at most `perPage` items, from where the page before ended. */
export const pageQuery = Type.Object({
  perPage: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
  nextPageToken: Type.Optional(Type.String({ maxLength: 500, description: 'From the page before' })),
});
export const nextPageToken = Type.Union([Type.String(), Type.Null()], { description: 'Null on the last page' });

/** `Principal` as JSON Schema. */
const principalSchema = Type.Object({
  kind: Type.Unsafe<'person' | 'key'>({ type: 'string', enum: ['person', 'key'] }),
  id: Type.String(),
  name: Type.String(),
  member: slugSchema,
  roles: Type.Array(roleSchema, { description: 'Of a person in its organisation; none for keys' }),
  scopes: Type.Array(scopeSchema, { description: 'Of an API key; none for persons' }),
  standing: standingSchema,
  platform: Type.Boolean({ description: "Whether the organisation is the platform's own" }),
  secondFactor: Type.Boolean(),
  secondFactorNeeded: Type.Optional(Type.Boolean()),
  demo: Type.Optional(Type.Boolean()),
});

/** `Member` as JSON Schema. */
export const memberSchema = Type.Object({
  slug: slugSchema,
  name: Type.Object({ zh: Type.String(), en: Type.String() }),
  kind: Type.String(),
  standing: standingSchema,
  did: Type.Union([Type.String(), Type.Null()]),
  kinds: Type.Array(Type.String()),
  demo: Type.Boolean(),
  createdAt: timeSchema,
});

const timeOrNull = Type.Union([timeSchema, Type.Null()]);

/** `ApiKey` as JSON Schema. */
export const keySchema = Type.Object({
  id: Type.String(),
  name: Type.String(),
  prefix: Type.String({ description: 'The readable beginning of the key' }),
  member: slugSchema,
  scopes: Type.Array(scopeSchema),
  createdBy: Type.Union([Type.String(), Type.Null()], { description: 'Account of the maker' }),
  createdAt: timeSchema,
  expiresAt: timeOrNull,
  lastUsedAt: timeOrNull,
  revokedAt: timeOrNull,
});

export const emailSchema = Type.String({ format: 'email', maxLength: 254 });

/** Who is signed in. */
export const sessionSchema = Type.Object({
  principal: Type.Union([principalSchema, Type.Null()]),
  permissions: Type.Array(Type.Unsafe<Action>({ type: 'string' }), {
    description: 'What the caller may do within its own organisation',
  }),
  setupNeeded: Type.Boolean({ description: 'True until the first operator account is made' }),
});
