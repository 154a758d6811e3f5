import { epcisContext } from './epcisContext.ts';
import { formatErrors } from './errors.ts';
import type { JsonObject } from './json.ts';
import { contextUrl } from './namespaces.ts';

/** What a JSON-LD document loader gives: the shape that JSON-LD processors expect of it. */
export interface ContextDocument {
  contextUrl: null;
  documentUrl: string;
  document: JsonObject;
}

/** Both addresses that GS1 publishes the context under: that of the release and that of the newest. */
const contextUrls: readonly string[] = [contextUrl, 'https://ref.gs1.org/standards/epcis/epcis-context.jsonld'];

/**
 * The JSON-LD context behind a URL, from this program itself; null for every URL but the two of EPCIS. Nothing is
 * fetched, ever.
 */
export function resolveContext(url: string): JsonObject | null {
  return contextUrls.includes(url) ? epcisContext : null;
}

/**
 * A JSON-LD document loader that refuses to fetch: give it to a JSON-LD processor to expand events offline. Throws
 * TRACE_UNKNOWN_CONTEXT for a URL that `resolveContext` does not know.
 */
export async function loadContext(url: string): Promise<ContextDocument> {
  const document = resolveContext(url);
  if (document === null) throw formatErrors.unknownContext({ url: url.slice(0, 200) });
  return { contextUrl: null, documentUrl: url, document };
}
