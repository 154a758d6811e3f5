import { Type } from 'typebox';
import type { DidHistory } from '../dids/openDids.ts';
import type { IssuedCredential } from './issue/issuedCredentials.ts';
import { type Claims, type CredentialFormat, credentialFormats } from './model.ts';
import type { Finding } from './verify/findings.ts';
import type { HeldCredential } from './wallet/heldCredentials.ts';

export const slugSchema = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,62}$', description: 'Slug of a member' });
const timeSchema = Type.String({ format: 'date-time', description: 'UTC, ISO 8601' });
const orNull = <T extends ReturnType<typeof Type.String>>(schema: T) => Type.Union([schema, Type.Null()]);
const textOrNull = orNull(Type.String());
export const reasonSchema = Type.String({ minLength: 1, maxLength: 500 });
export const idParams = Type.Object({ id: Type.String({ format: 'uuid' }) });
export const nameParams = Type.Object({ name: Type.String({ pattern: '^[A-Z][A-Za-z0-9]{2,63}$' }) });

/** Query of every list. */
export const pageQuery = Type.Object({
  perPage: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
  nextPageToken: Type.Optional(Type.String({ maxLength: 500, description: 'From the page before' })),
});
export const nextPageToken = Type.Union([Type.String(), Type.Null()], { description: 'Null on the last page' });

const formatSchema = Type.Unsafe<CredentialFormat>({ type: 'string', enum: [...credentialFormats] });
const objectSchema = Type.Unsafe<object>({ type: 'object', additionalProperties: true });
const claimsSchema = Type.Unsafe<Claims>({
  type: 'object',
  additionalProperties: true,
  description: 'What it says of its subject',
});

/** `IssuedCredential` as JSON Schema. */
export const issuedSchema = Type.Object({
  id: Type.String(),
  type: Type.String(),
  format: formatSchema,
  issuer: Type.String({ description: 'DID of the issuer' }),
  issuerMember: textOrNull,
  subject: Type.String(),
  subjectMember: textOrNull,
  claims: claimsSchema,
  issuedAt: timeSchema,
  validUntil: textOrNull,
  status: Type.Unsafe<IssuedCredential['status']>({
    type: 'string',
    enum: ['valid', 'suspended', 'revoked', 'expired'],
  }),
  reason: textOrNull,
});

/** `HeldCredential` as JSON Schema. */
export const heldSchema = Type.Object({
  id: Type.String(),
  type: Type.String(),
  format: formatSchema,
  issuer: Type.String(),
  issuedBy: Type.Union([
    Type.Object({
      kind: Type.Unsafe<'alliance' | 'member'>({ type: 'string', enum: ['alliance', 'member'] }),
      member: textOrNull,
    }),
    Type.Null(),
  ]),
  subject: Type.String(),
  validUntil: textOrNull,
  receivedAt: timeSchema,
  status: Type.Unsafe<HeldCredential['status']>({
    type: ['string', 'null'],
    enum: ['valid', 'suspended', 'revoked', 'expired', null],
    description: 'Null where only its issuer knows',
  }),
});

/** A credential itself: JSON as text, or a token. */
export const credentialText = Type.String({ description: 'JSON as text, a JWT or an SD-JWT' });

export const issueBody = Type.Object(
  {
    type: Type.String({ minLength: 3, maxLength: 64 }),
    format: Type.Optional(formatSchema),
    subject: Type.String({
      minLength: 1,
      maxLength: 400,
      description: 'A DID, urn: or https: address; or the slug of a member',
    }),
    claims: claimsSchema,
    validUntil: Type.Optional(timeSchema),
    disclosable: Type.Optional(
      Type.Array(Type.String({ maxLength: 64 }), {
        maxItems: 100,
        description: 'For dc+sd-jwt: claims that the holder may keep back; all when left out',
      }),
    ),
  },
  { additionalProperties: false },
);

/** `CredentialType` as JSON Schema. */
export const typeSchema = Type.Object({
  name: Type.String({ pattern: '^[A-Z][A-Za-z0-9]{2,63}$' }),
  title: Type.Object({
    zh: Type.String({ minLength: 1, maxLength: 100 }),
    en: Type.String({ minLength: 1, maxLength: 100 }),
  }),
  member: Type.Union([slugSchema, Type.Null()], { description: 'Who defined it; null for the platform' }),
  schema: objectSchema,
  accredited: Type.Boolean({ description: 'Only issuers that the alliance accredited for it may issue it' }),
});

export const typeBody = Type.Object(
  {
    name: typeSchema.properties.name,
    title: typeSchema.properties.title,
    schema: objectSchema,
    accredited: Type.Boolean({ default: false }),
  },
  { additionalProperties: false },
);

const findingSchema = Type.Object({
  id: Type.Unsafe<Finding['id']>({ type: 'string' }),
  ok: Type.Union([Type.Boolean(), Type.Null()], { description: 'Null: not looked at' }),
  code: Type.String(),
  detail: Type.String(),
  zh: Type.String(),
});

/** `Report` as JSON Schema. */
export const reportSchema = Type.Object({
  valid: Type.Boolean(),
  kind: Type.Unsafe<'credential' | 'presentation'>({ type: 'string', enum: ['credential', 'presentation'] }),
  presentation: Type.Union([
    Type.Object({
      format: formatSchema,
      holder: textOrNull,
      challenge: Type.String(),
      domain: Type.String(),
      checks: Type.Array(findingSchema),
    }),
    Type.Null(),
  ]),
  credentials: Type.Array(
    Type.Object({
      valid: Type.Boolean(),
      format: formatSchema,
      id: textOrNull,
      type: Type.String(),
      name: textOrNull,
      issuer: Type.String(),
      subject: textOrNull,
      validFrom: textOrNull,
      validUntil: textOrNull,
      claims: Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: true }),
      checks: Type.Array(findingSchema),
    }),
  ),
});

const challengeText = Type.String({ minLength: 8, maxLength: 200 });
const domainText = Type.String({ minLength: 1, maxLength: 200 });

export const verifyBody = Type.Object(
  {
    credential: Type.Unsafe<string | object>({
      anyOf: [
        { type: 'string', maxLength: 262_144 },
        { type: 'object', additionalProperties: true },
      ],
      description: 'A credential or a presentation: JSON, a JWT or an SD-JWT',
    }),
    challenge: Type.Optional(challengeText),
    domain: Type.Optional(domainText),
  },
  { additionalProperties: false },
);

export const challengeBody = Type.Object({ domain: domainText }, { additionalProperties: false });
export const challengeSchema = Type.Object({ challenge: Type.String(), domain: Type.String(), expiresAt: timeSchema });

export const presentBody = Type.Object(
  {
    ids: Type.Array(Type.String({ format: 'uuid' }), { minItems: 1, maxItems: 20, uniqueItems: true }),
    challenge: challengeText,
    domain: domainText,
    disclose: Type.Optional(Type.Array(Type.String({ maxLength: 64 }), { maxItems: 100 })),
  },
  { additionalProperties: false },
);
export const presentationSchema = Type.Object({ format: formatSchema, presentation: credentialText });

/** `DidHistory` as JSON Schema. */
export const historySchema = Type.Object({
  did: Type.String(),
  member: Type.Union([slugSchema, Type.Null()], { description: 'Null for the alliance' }),
  kind: Type.Unsafe<DidHistory['kind']>({ type: 'string', enum: ['hosted', 'own'] }),
  versions: Type.Array(
    Type.Object({
      version: Type.Integer(),
      document: Type.Unsafe<DidHistory['versions'][number]['document']>({ type: 'object', additionalProperties: true }),
      digest: Type.String({ description: 'SHA-256 of its RFC 8785 form; the evidence log has it' }),
      reason: Type.String(),
      statementId: Type.String(),
      validFrom: timeSchema,
      validTo: textOrNull,
    }),
    { description: 'Newest first' },
  ),
});
