import { canonicalizeJson } from './canonicalizeJson.ts';

/** What the log stores: a claim about a private payload, without personal data. */
export interface Statement {
  v: 1;
  /** What is stated, such as `epcis.event`. */
  kind: string;
  /** What it is about, a URI such as `ni:///sha-256;…?ver=CBV2.0`. */
  subject: string;
  /** `digestPayload` of the payload, 64 lower-case hexadecimal digits. */
  digest: string;
  alg: 'sha-256-salted';
  /** Slug of the member who states it. */
  member: string;
  /** When it was stated, ISO 8601 in UTC. */
  time: string;
}

/** The bytes of the statement's leaf in the log: UTF-8 of its canonical JSON (RFC 8785). */
export function encodeStatement(statement: Statement): Uint8Array {
  const { v, kind, subject, digest, alg, member, time } = statement;
  return new TextEncoder().encode(canonicalizeJson({ v, kind, subject, digest, alg, member, time }));
}
