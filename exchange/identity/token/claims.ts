import { createHash } from 'node:crypto';
import type { JsonValue } from '../../../proof/index.ts';
import type { JsonObject } from '../../house.ts';

/** `typ` of a message token. */
export const tokenType = 'xy-message+jwt';
/** A token holds this long, in seconds. */
export const tokenSeconds = 60;
/** Clocks of two departments may differ by this much, in seconds. */
export const toleranceSeconds = 30;
/** More of a header is not read: two credentials take about six kilobytes. */
export const mostTokenChars = 14_000;

/** What a message token says: who writes what to whom, once, and why that may be believed. */
export interface TokenClaims extends JsonObject {
  /** did:key of the sending connector. */
  iss: string;
  /** did:key of the connector that is called. */
  aud: string;
  /** Seconds since 1970. */
  iat: number;
  exp: number;
  /** Random; no other token of the sender has it. */
  jti: string;
  /** HTTP method and path with query. */
  method: string;
  path: string;
  /** SHA-256 of the body as sent, 64 hexadecimal digits; of nothing when there is none. */
  bodyDigest: string;
  /** The sender's credentials: of the connector, then of its member; each as it was issued. */
  vp: { type: string; verifiableCredential: string[] };
}

/** SHA-256 in hexadecimal. */
export const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const isSeconds = (value: JsonValue | undefined) => Number.isSafeInteger(value);
const texts = ['iss', 'aud', 'jti', 'method', 'path', 'bodyDigest'] as const;

/** Why a payload is no set of claims; null when it is. */
export function findClaimFault(payload: JsonObject): string | null {
  const missing = texts.find((name) => typeof payload[name] !== 'string');
  if (missing) return `${missing} is no text`;
  if (!isSeconds(payload.iat) || !isSeconds(payload.exp)) return 'iat or exp is no time in seconds';
  if (!/^[\w-]{16,64}$/.test(String(payload.jti))) return 'jti is not 16 to 64 letters of base64url';
  const { vp } = payload as Partial<TokenClaims>;
  const shown: unknown = typeof vp === 'object' && vp !== null ? vp.verifiableCredential : null;
  const isPair = Array.isArray(shown) && shown.length === 2 && shown.every((one) => typeof one === 'string');
  return isPair ? null : 'vp does not show two credentials';
}
