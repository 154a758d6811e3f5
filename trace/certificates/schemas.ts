import { type TSchema, Type } from 'typebox';
import { certificateTypes } from './certificate.ts';
import { certificateActions } from './changeCertificate.ts';

const nullable = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);
const LocalText = Type.Object({ zh: Type.String(), en: Type.String() });
const Time = Type.String({ description: 'ISO 8601 in UTC' });
const words = (minLength = 1) => Type.String({ minLength, maxLength: 200 });
/** State of a certificate. */
export const State = Type.Enum(['valid', 'suspended', 'withdrawn', 'expired']);

const Scope = Type.Object({
  activities: Type.Array(words(), { maxItems: 20, description: 'such as growing, handling, trading' }),
  sites: Type.Array(
    Type.Object({
      place: words(),
      crop: Type.Optional(words()),
      areaHectares: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 1_000_000 })),
    }),
    { maxItems: 100 },
  ),
  products: Type.Array(Type.Object({ item: words(), crop: Type.Optional(words()) }), { maxItems: 100 }),
});

const fields = {
  id: Type.String(),
  uri: Type.String({ description: 'as events cite it in certificationInfo' }),
  credential: Type.String({ description: 'id of the Verifiable Credential' }),
  type: Type.Enum([...certificateTypes]),
  number: Type.String(),
  standard: Type.String(),
  issuer: Type.String({ description: 'short name of the certifier' }),
  operator: Type.String({ description: 'short name of the operator' }),
  validFrom: Time,
  validUntil: Time,
  scope: Scope,
  issuedAt: Time,
  changes: Type.Array(
    Type.Object({
      state: Type.Enum(['valid', 'suspended', 'withdrawn']),
      effectiveAt: Time,
      recordedAt: Time,
      reason: Type.String(),
    }),
  ),
  state: State,
};

export const CertificateBody = Type.Object(fields);
export const CertificatesBody = Type.Object({
  certificates: Type.Array(CertificateBody),
  nextPageToken: nullable(Type.String()),
});
export const CertificateStatusBody = Type.Object({
  ...fields,
  issuerName: nullable(LocalText),
  operatorName: nullable(LocalText),
  checks: Type.Array(
    Type.Object({ id: Type.String(), ok: nullable(Type.Boolean()), zh: Type.String(), en: Type.String() }),
  ),
  trusted: Type.Boolean({ description: 'true when every check passed and the certificate holds now' }),
});
export const LotCertificatesBody = Type.Object({
  certificates: Type.Array(
    Type.Object({
      uri: Type.String(),
      certificate: nullable(CertificateStatusBody),
      events: Type.Array(Type.String(), { description: 'hashes of the events that cite it' }),
    }),
  ),
});
export const IssueBody = Type.Object(
  {
    type: Type.Enum([...certificateTypes]),
    number: words(),
    standard: words(),
    operator: words(),
    validFrom: Type.String({ format: 'date-time' }),
    validUntil: Type.String({ format: 'date-time' }),
    scope: Scope,
    uri: Type.Optional(Type.String({ minLength: 1, maxLength: 400 })),
  },
  { additionalProperties: false },
);
export const ChangeBody = Type.Object(
  {
    action: Type.Enum([...certificateActions]),
    reason: Type.String({ minLength: 1, maxLength: 500 }),
    effectiveAt: Type.Optional(Type.String({ format: 'date-time' })),
  },
  { additionalProperties: false },
);
