import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { JsonValue } from '../canonicalizeJson.ts';
import { prehashEvent } from './prehashEvent.ts';
import { readDocument } from './readDocument.ts';
import { resolveEventContext } from './resolveContext.ts';

/** SHA-256 of the UTF-8 bytes of a text, in lower-case hexadecimal. */
export type Sha256Hex = (text: string) => string;

/** Options of `hashEvents`. */
export interface HashEventsOptions {
  /** A native hash where the runtime has one; the default is pure JavaScript and runs anywhere. */
  sha256?: Sha256Hex;
}

const portableSha256: Sha256Hex = (text) => bytesToHex(sha256(utf8ToBytes(text)));

/**
 * The texts that `hashEvents` hashes, one an event in the order of the document: to see why two hashes differ.
 * Throws PROOF_NOT_EPCIS and PROOF_EVENT_TOO_DEEP.
 */
export function prehashEvents(document: JsonValue): string[] {
  const { events, prefixes, ignored } = readDocument(document);
  return events.map((event) => prehashEvent(event, ignored, resolveEventContext(event, prefixes)));
}

/**
 * The EPCIS event hash ids (CBV 2.0, section 8.9; RFC 6920) of an EPCISDocument, an EPCISQueryDocument or a bare event,
 * in order: `ni:///sha-256;<hex>?ver=CBV2.0`. `eventID`, `recordTime`, `errorDeclaration` and comments do not count.
 * Throws PROOF_NOT_EPCIS and PROOF_EVENT_TOO_DEEP.
 */
export function hashEvents(document: JsonValue, options: HashEventsOptions = {}): string[] {
  const hash = options.sha256 ?? portableSha256;
  return prehashEvents(document).map((text) => `ni:///sha-256;${hash(text)}?ver=CBV2.0`);
}
