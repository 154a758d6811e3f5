import { exchangeNamespace } from '../../policy/model.ts';

/** Vocabularies of an export; ours is documented in docs/exchange-catalogue.md. */
export const prefixes = {
  adms: 'http://www.w3.org/ns/adms#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  dqv: 'http://www.w3.org/ns/dqv#',
  foaf: 'http://xmlns.com/foaf/0.1/',
  odrl: 'http://www.w3.org/ns/odrl/2/',
  prov: 'http://www.w3.org/ns/prov#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  xy: exchangeNamespace,
} as const;

type Prefix = keyof typeof prefixes;
/** A term with the prefix of its vocabulary. */
export type Term = `${Prefix}:${string}`;

/** What a property has: another node, a text, or a typed value. */
export type Value = Node | { '@id': string } | Literal;
export interface Literal {
  '@value': string;
  '@language'?: string;
  '@type'?: Term;
}
/** A thing with its types and properties; without `@id` it has no name. */
export interface Node {
  '@id'?: string;
  '@type': Term[];
  properties: [Term, Value[]][];
}

/** A node; properties without values are left out. */
export function node(types: Term[], id: string | null, properties: [Term, Value | readonly Value[] | null][]): Node {
  return {
    ...(id === null ? {} : { '@id': toIri(id) }),
    '@type': types,
    properties: properties.flatMap(([term, value]): [Term, Value[]][] => {
      const values = value === null ? [] : Array.isArray(value) ? [...(value as readonly Value[])] : [value as Value];
      return values.length > 0 ? [[term, values]] : [];
    }),
  };
}

/** A reference; characters that no IRI has are escaped, so that nobody can write triples with an identifier. */
export const ref = (iri: string) => ({ '@id': toIri(iri) });
export const text = (value: string): Literal => ({ '@value': value.toWellFormed() });
export const typed = (value: string | number | boolean, type: Term): Literal => ({
  '@value': String(value),
  '@type': type,
});

/** A text in both languages. */
export function texts({ zh, en }: { zh: string; en: string }): Literal[] {
  return [
    ...(zh.trim() === '' ? [] : [{ '@value': zh.toWellFormed(), '@language': 'zh' }]),
    ...(en.trim() === '' ? [] : [{ '@value': en.toWellFormed(), '@language': 'en' }]),
  ];
}

function toIri(iri: string): string {
  return iri.toWellFormed().replaceAll(/[\0-\x20<>"{}|^`\\]/g, (character) => encodeURIComponent(character));
}
