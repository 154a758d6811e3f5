import { isRecord, type Json, unreadable } from './readFields.ts';

const valueWords = ['@value', '@language', '@direction'];

/**
 * The first property that is not written as a term of a context. A Data Integrity proof signs RDF, in which a property
 * has the same meaning under its full address: a status or an end of validity that is hidden like that would not be read.
 */
function findHiddenTerm(value: unknown): string | null {
  if (Array.isArray(value)) return value.map(findHiddenTerm).find((found) => found !== null) ?? null;
  if (!isRecord(value)) return null;
  const names = Object.keys(value);
  if (names.length > 0 && names.every((name) => valueWords.includes(name))) return null;
  const hidden = names.find((name) => name.includes(':') || (name.startsWith('@') && name !== '@context'));
  if (hidden !== undefined) return hidden;
  return names.map((name) => findHiddenTerm(value[name])).find((found) => found !== null) ?? null;
}

/** Refuses a document in which a property hides under its full address. @throws CREDENTIAL_UNREADABLE */
export function refuseHiddenTerms(document: Json): void {
  const hidden = findHiddenTerm(document);
  if (hidden !== null) throw unreadable(`it writes ${hidden.slice(0, 100)} where the name of a term has to be`);
}
