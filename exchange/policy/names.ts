import { exchangeNamespace } from './model.ts';

const odrlNamespaces = ['http://www.w3.org/ns/odrl/2/', 'https://www.w3.org/ns/odrl/2/', 'odrl:'];

/** The short name of a term: `odrl:use`, its IRI and `use` are one; our own terms begin with `xy:`. */
export function shortName(term: string): string {
  for (const prefix of odrlNamespaces) if (term.startsWith(prefix)) return term.slice(prefix.length);
  return term.startsWith(exchangeNamespace) ? `xy:${term.slice(exchangeNamespace.length)}` : term;
}
