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
  if (hidden !== null) {
    const name = hidden.slice(0, 100);
    throw unreadable(`it writes ${name} where the name of a term has to be`, `${name} 不是术语的名称`);
  }
}

/**
 * What no presentation of honest credentials exceeds. The nodes of a graph that have no address are named by how they hang together, which
 * takes time and memory without end where many hang together alike (RDF Canonicalization, section 7.1); and a list of values is compared
 * each with each.
 */
const most = { objects: 300, values: 2_000 } as const;

/** Whether a JSON value has more than so many objects or values, or names nodes itself. */
export function isLargeGraph(value: unknown, { objects, values }: { objects: number; values: number }): boolean {
  const open = [value];
  let [seen, found] = [0, 0];
  while (open.length > 0) {
    const one = open.pop();
    seen += 1;
    if (typeof one === 'object' && one !== null) {
      if (!Array.isArray(one)) found += 1;
      for (const inner of Object.values(one)) open.push(inner);
    }
    if (seen > values || found > objects || (typeof one === 'string' && one.startsWith('_:'))) return true;
  }
  return false;
}

/** Refuses a document that would keep whoever checks its proof busy. @throws CREDENTIAL_UNREADABLE */
export function refuseLargeGraph(document: Json): void {
  if (isLargeGraph(document, most)) {
    const { objects, values } = most;
    throw unreadable(
      `it has more than ${objects} objects or ${values} values, or names some "_:…"`,
      `对象超过 ${objects} 个、值超过 ${values} 个，或使用了“_:…”形式的名称`,
    );
  }
}
