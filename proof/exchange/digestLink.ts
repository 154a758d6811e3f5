import { sha256 } from '@noble/hashes/sha2.js';
import { canonicalizeJson, type JsonValue } from '../canonicalizeJson.ts';
import { encodeHex } from '../hashes.ts';

/** What the digest of a record is made of: its place in the chain of its participant, its signer, and its content by digest. */
export interface RecordLink {
  participant: string;
  /** From 1 on. */
  sequence: number;
  /** Digest of the record before; null for the first. */
  previous: string | null;
  /** SHA-256 of the canonical JSON of the record without `sequence`, `previous` and `signer`. */
  content: string;
  /** DID that signs the record. */
  signer: string;
}

/** SHA-256 of a text in UTF-8, lower-case hexadecimal. */
export function digestText(text: string): string {
  return encodeHex(sha256(new TextEncoder().encode(text)));
}

/** SHA-256 of a JSON value's canonical text (RFC 8785). */
export function digestJson(value: JsonValue): string {
  return digestText(canonicalizeJson(value));
}

/** The digest of a record, which the next record and the evidence log name. */
export function digestLink({ participant, sequence, previous, content, signer }: RecordLink): string {
  return digestJson({ content, participant, previous, sequence, signer, v: 1 });
}
