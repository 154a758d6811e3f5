import type { JsonObject } from '../../house.ts';

/** The context that every message of the protocol carries; never fetched. */
const dspContext = 'https://w3id.org/dspace/2025/1/context.jsonld';
/** The context of our own terms, which have the prefix `xy:`; never fetched either. */
const ownContext = 'https://ns.xiangyu.example/exchange/context.jsonld';
/** `@context` of a message with nothing but the protocol's terms. */
export const messageContext = [dspContext];
/** The version that is spoken, and the last part of the address of its endpoints. */
export const protocolVersion = '2025-1';
/** Stands where a message must name a process that has no name yet. */
export const noPid = 'urn:uuid:00000000-0000-0000-0000-000000000000';

/** The name of a process on the wire. */
export function pidOf(id: string): string {
  return `urn:uuid:${id}`;
}

/** The id in a name that `pidOf` made; null for any other. */
export function idOf(pid: string): string | null {
  return /^urn:uuid:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(pid)?.[1] ?? null;
}

/**
 * The body with the contexts of the terms in it. Ours is named only where a term of ours is: whoever does not know a context
 * has to refuse all of the message (JSON-LD 1.1 API, Context Processing).
 */
export function withContext({ '@context': _given, ...body }: JsonObject): JsonObject {
  // A quote within a text follows a backslash, so this is where a name or value begins.
  const isOwn = /[{[,:]"xy:/.test(JSON.stringify(body));
  return { '@context': isOwn ? [dspContext, ownContext] : messageContext, ...body };
}
