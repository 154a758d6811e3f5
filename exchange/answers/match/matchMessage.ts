import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { readMessage, statedFields } from '../questionMessage.ts';

const id = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' });
/** 35 bytes an identifier, in base64. */
const maxRequest = 14 * 1024 * 1024;

/** First round: the consumer's blinded set. */
export interface MatchRequestMessage {
  '@type': 'xy:MatchRequest';
  id: string;
  question: string;
  purpose: string;
  caseNumber: string | null;
  mode: 'size' | 'intersection';
  size: number;
  /** Base64 of the library's Request. */
  request: string;
}

/** Second round: is it ready, and a part of it. */
export interface MatchPartMessage {
  '@type': 'xy:MatchPart';
  id: string;
  /** From 0; null only asks how far it is. */
  part: number | null;
}

const request = Compile(
  Type.Object({
    '@type': Type.Literal('xy:MatchRequest'),
    id,
    ...statedFields,
    mode: Type.Union([Type.Literal('size'), Type.Literal('intersection')]),
    size: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
    request: Type.String({ pattern: '^[A-Za-z0-9+/]+={0,2}$', maxLength: maxRequest }),
  }),
);
const part = Compile(
  Type.Object({
    '@type': Type.Literal('xy:MatchPart'),
    id,
    part: Type.Union([Type.Null(), Type.Integer({ minimum: 0, maximum: 1_000 })]),
  }),
);

/** @throws ANSWER_REQUEST_INVALID */
export const readMatchRequest = (body: string) => readMessage<MatchRequestMessage>(request, body);
/** @throws ANSWER_REQUEST_INVALID */
export const readMatchPart = (body: string) => readMessage<MatchPartMessage>(part, body);

/** The provider's confirmation of what it sent (JWS). */
export const matchType = 'xy-match+jwt';

/** Payload of the confirmation. */
export interface SignedMatch {
  match: string;
  question: string;
  dataset: string;
  datasetVersion: number;
  grant: string;
  agreement: string;
  asker: string;
  purpose: string;
  caseNumber: string | null;
  mode: 'size' | 'intersection';
  /** SHA-256 of the consumer's request. */
  requestDigest: string;
  /** SHA-256 of setup and response, as sent. */
  answerDigest: string;
  /** How many identifiers either side put in. */
  consumerSize: number;
  providerSize: number;
  at: string;
}

/** Setup and response as one text of bytes: four bytes length of the setup, the setup, the response. */
export function packAnswer(setup: Uint8Array, response: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(setup.length);
  return Buffer.concat([length, setup, response]);
}

/** What `packAnswer` packed; null when it is cut off. */
export function unpackAnswer(bytes: Buffer): { setup: Uint8Array; response: Uint8Array } | null {
  if (bytes.length < 4) return null;
  const end = 4 + bytes.readUInt32BE(0);
  return end > bytes.length ? null : { setup: bytes.subarray(4, end), response: bytes.subarray(end) };
}
