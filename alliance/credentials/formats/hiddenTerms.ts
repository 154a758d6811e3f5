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

/**
 * More nodes than this are in no presentation of honest credentials. What the nodes of a graph without an address are called is worked out
 * from how they hang together, which takes time and memory without end where many hang together alike (RDF Canonicalization, section 7.1).
 */
const mostNodes = 300;

/** How many objects a JSON value consists of; a reference to a node by a name of its own counts as too many. */
export function countNodes(value: unknown): number {
  let count = 0;
  const open = [value];
  while (open.length > 0) {
    const one = open.pop();
    if (typeof one === 'string' && one.startsWith('_:')) return Number.POSITIVE_INFINITY;
    if (typeof one !== 'object' || one === null) continue;
    if (!Array.isArray(one)) count += 1;
    for (const inner of Object.values(one)) open.push(inner);
  }
  return count;
}

/** Refuses a document that would keep whoever checks its proof busy. @throws CREDENTIAL_UNREADABLE */
export function refuseLargeGraph(document: Json): void {
  if (countNodes(document) > mostNodes) {
    throw unreadable(`it consists of more than ${mostNodes} objects, or names some of them "_:…"`);
  }
}
