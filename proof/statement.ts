import { canonicalizeJson } from './canonicalizeJson.ts';

/**
 * How a digest was made: `sha-256-salted` by `digestPayload` from a payload that the platform keeps, `sha-256` by the member
 * from the bytes of a file that the platform never saw.
 */
export type DigestAlgorithm = 'sha-256-salted' | 'sha-256';

/** What the log stores: a claim about a private payload or a file, without personal data. */
export interface Statement {
  v: 1;
  /** What is stated, such as `epcis.event`. */
  kind: string;
  /** What it is about, a URI such as `ni:///sha-256;…?ver=CBV2.0`. */
  subject: string;
  /** 64 lower-case hexadecimal digits, made as `alg` says. */
  digest: string;
  alg: DigestAlgorithm;
  /** Slug of the member who states it. */
  member: string;
  /** When it was stated, ISO 8601 in UTC. */
  time: string;
}

/** Their names in the order of RFC 8785, which the log's leaves are written in. */
const fields = ['alg', 'digest', 'kind', 'member', 'subject', 'time'] as const;

/**
 * The text of the statement's leaf, canonical JSON (RFC 8785). Thousands a second are made: JSON.stringify writes what is
 * well-formed just so, and in one piece, where a text put together of parts keeps the garbage collector busy.
 */
export function formatStatement(statement: Statement): string {
  for (const name of fields) {
    const value = statement[name];
    if (typeof value !== 'string' || !value.isWellFormed()) return canonicalizeJson({ ...statement });
  }
  const { alg, digest, kind, member, subject, time, v } = statement;
  const ordered = { alg, digest, kind, member, subject, time, v };
  return v === 1 ? JSON.stringify(ordered) : canonicalizeJson(ordered);
}

/** The bytes of the statement's leaf in the log: UTF-8 of its canonical JSON. */
export function encodeStatement(statement: Statement): Uint8Array {
  return new TextEncoder().encode(formatStatement(statement));
}
