/** Namespaces of the XML of EPCIS by version; documents, query documents and master data have one each. */
export const epcisNamespaces = {
  document: { '1.2': 'urn:epcglobal:epcis:xsd:1', '2.0': 'urn:epcglobal:epcis:xsd:2' },
  query: { '1.2': 'urn:epcglobal:epcis-query:xsd:1', '2.0': 'urn:epcglobal:epcis-query:xsd:2' },
  masterData: { '1.2': 'urn:epcglobal:epcis-masterdata:xsd:1', '2.0': 'urn:epcglobal:epcis-masterdata:xsd:2' },
} as const;

const ownNamespaces: ReadonlySet<string> = new Set([
  '',
  ...Object.values(epcisNamespaces).flatMap((versions) => Object.values(versions)),
]);

/**
 * True for the namespaces of the standard's own elements. Its schema leaves local elements without a namespace; many
 * writers put them into that of the document all the same.
 */
export function isStandardNamespace(uri: string): boolean {
  return ownNamespaces.has(uri);
}

export const xsiNamespace = 'http://www.w3.org/2001/XMLSchema-instance';
export const xsdNamespace = 'http://www.w3.org/2001/XMLSchema';
export const sbdhNamespace = 'http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader';

/** The JSON-LD context of EPCIS 2.0. */
export const contextUrl = 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld';

/** Prefixes that the JSON-LD context of EPCIS 2.0 defines. */
export const standardPrefixes: Readonly<Record<string, string>> = {
  epcis: 'https://ref.gs1.org/epcis/',
  cbv: 'https://ref.gs1.org/cbv/',
  cbvmda: 'urn:epcglobal:cbv:mda:',
  gs1: 'https://gs1.org/voc/',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  owl: 'http://www.w3.org/2002/07/owl#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  dcterms: 'http://purl.org/dc/terms/',
};
