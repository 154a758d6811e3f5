import type { JsonObject } from './json.ts';
import { standardPrefixes } from './namespaces.ts';
import { findNamespace, type XmlScope } from './parseXml.ts';

/** Names and values of XML in their JSON form, with the context that explains their prefixes. */
export interface JsonNames {
  /** `prefix:local`; the bare local name for what is in no namespace. */
  nameOf(node: { prefix: string; local: string; uri: string }): string;
  /** A value as it is written; the prefix of a compact URI comes into the context where it is free. */
  valueOf(text: string, scope: XmlScope): string;
  /** The prefixes that names and values use, without those of the standard. */
  context(): JsonObject;
}

// A prefix must begin like a URI scheme, because a field name with a prefix is a URI in the schema of EPCIS.
const usablePrefix = /^[A-Za-z][A-Za-z0-9+.-]*$/;
const compactUri = /^([A-Za-z_][\w.-]*):(?!\/\/)/;
/** Schemes of URIs that stand in events: a document cannot make a prefix of them. */
const schemes = new Set(['http', 'https', 'urn', 'ni', 'geo', 'mailto', 'tel', 'did', 'data', 'file', 'ftp', 'tag']);

/**
 * The attributes of the CBV as most XML declares them: one colon less than in the JSON-LD context, whose prefix `cbvmda`
 * is protected. The published hashes tell the two apart.
 */
const bareMasterData = 'urn:epcglobal:cbv:mda';

/** Names of one document: prefixes stay as they are written unless two namespaces want the same one. */
export function createJsonNames(): JsonNames {
  const namespaces = new Map(Object.entries(standardPrefixes));
  const prefixes = new Map<string, string>();

  function claim(wanted: string, uri: string): string {
    const free = usablePrefix.test(wanted) && !schemes.has(wanted.toLowerCase());
    const stem = free ? wanted : 'ns';
    for (let number = free ? 0 : 1; ; number++) {
      const prefix = number === 0 ? stem : `${stem}${number}`;
      const taken = namespaces.get(prefix);
      if (taken !== undefined && taken !== uri) continue;
      namespaces.set(prefix, uri);
      return prefix;
    }
  }

  /** The prefix of a namespace, the same one throughout the document where it can be. */
  function prefixOf(wanted: string, uri: string): string {
    const known = namespaces.get(wanted) === uri ? wanted : prefixes.get(uri);
    if (known !== undefined) return known;
    const prefix = claim(uri === bareMasterData ? 'mda' : wanted, uri);
    prefixes.set(uri, prefix);
    return prefix;
  }

  return {
    nameOf: ({ prefix, local, uri }) => (uri === '' ? local : `${prefixOf(prefix, uri)}:${local}`),
    valueOf(text, scope) {
      const prefix = compactUri.exec(text)?.[1];
      if (prefix === undefined || schemes.has(prefix) || namespaces.has(prefix)) return text;
      const uri = findNamespace(scope, prefix);
      // The event hash counts such a value as it stands, so it is never written anew.
      if (uri) namespaces.set(prefix, uri);
      return text;
    },
    context: () => Object.fromEntries([...namespaces].filter(([prefix, uri]) => standardPrefixes[prefix] !== uri)),
  };
}
