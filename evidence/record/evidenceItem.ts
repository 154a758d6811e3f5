import { type Static, Type } from 'typebox';
import type { JsonValue } from '../../proof/index.ts';

/** Most items of one request. */
export const maxItems = 10_000;
/** Most bytes of one request. */
export const maxBytes = 16 * 1024 * 1024;

const name = Type.String({
  minLength: 1,
  maxLength: 255,
  pattern: '^[^\\u0000-\\u001f\\u007f]+$',
  description: 'a text of 1 to 255 characters without line breaks, such as a file name; private, kept out of the log',
});
const subject = Type.String({
  minLength: 3,
  maxLength: 500,
  pattern: '^[A-Za-z][A-Za-z0-9+.-]*:[!-~]+$',
  description: 'a URI of visible ASCII characters; public, part of the statement',
});
const bytes = Type.Integer({
  minimum: 0,
  maximum: Number.MAX_SAFE_INTEGER,
  description: 'a whole number, the size of the file in bytes; private, kept out of the log',
});

/** The digest of a file that the member keeps. */
export const DigestItem = Type.Object(
  {
    digest: Type.String({ pattern: '^[0-9a-f]{64}$', description: '64 lower-case hexadecimal digits, a SHA-256' }),
    name: Type.Optional(name),
    bytes: Type.Optional(bytes),
    subject: Type.Optional(subject),
  },
  { additionalProperties: false, description: 'The SHA-256 of a file, which itself stays with its owner' },
);

/** A payload that the platform keeps privately. */
export const PayloadItem = Type.Object(
  {
    payload: Type.Unsafe<JsonValue>({ description: 'Any JSON value' }),
    name: Type.Optional(name),
    subject: Type.Optional(subject),
  },
  { additionalProperties: false, description: 'A private JSON value; the log gets its salted digest' },
);

export type EvidenceItem = Static<typeof DigestItem> | Static<typeof PayloadItem>;

/** One item or a list of them. */
export const EvidenceBody = Type.Union([
  DigestItem,
  PayloadItem,
  Type.Array(Type.Union([DigestItem, PayloadItem]), { minItems: 1, maxItems }),
]);
