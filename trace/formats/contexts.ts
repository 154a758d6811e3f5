import { formatErrors } from './errors.ts';
import type { JsonObject } from './json.ts';

/** What a JSON-LD document loader gives: the shape that JSON-LD processors expect of it. */
export interface ContextDocument {
  contextUrl: null;
  documentUrl: string;
  document: JsonObject;
}

export function resolveContext(url: string): JsonObject | null {
  return url === '' ? {} : null;
}

export async function loadContext(url: string): Promise<ContextDocument> {
  const document = resolveContext(url);
  if (document === null) throw formatErrors.unknownContext({ url: url.slice(0, 200) });
  return { contextUrl: null, documentUrl: url, document };
}
