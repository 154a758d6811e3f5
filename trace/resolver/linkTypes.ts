import { resolverErrors } from './errors.ts';

const vocabulary = 'https://ref.gs1.org/voc/';
/** Names that the vocabulary of GS1 had before, and the prefix that people write. */
const otherNames = ['gs1:', 'https://gs1.org/voc/', 'https://www.gs1.org/voc/', 'http://gs1.org/voc/'];

/** The types that the resolver itself gives. */
export const linkTypes = {
  defaultLink: `${vocabulary}defaultLink`,
  defaultLinkMulti: `${vocabulary}defaultLinkMulti`,
  productPage: `${vocabulary}pip`,
  traceability: `${vocabulary}traceability`,
  epcis: `${vocabulary}epcis`,
  certificationInfo: `${vocabulary}certificationInfo`,
} as const;

/** What a caller means when he asks for the whole set; `all` is the older word. */
export const isLinkset = (linkType: string) => linkType === 'linkset' || linkType === 'all';

/**
 * The one name of a link type: the URI of a term of GS1's vocabulary, however it was written, another URI, or a registered
 * relation (RFC 8288). Throws RESOLVER_WRONG_LINK_TYPE.
 */
export function toLinkType(text: string): string {
  const prefix = otherNames.find((name) => text.startsWith(name));
  const linkType = prefix === undefined ? text : vocabulary + text.slice(prefix.length);
  // What GS1's schema of linksets allows as name of a relation.
  const isRight = /^[a-z-]+$/.test(linkType) || /^https?:\/\/[\w./]+$/.test(linkType);
  if (!isRight || linkType.length > 200 || ['linkset', 'all', 'anchor'].includes(linkType)) {
    throw resolverErrors.wrongLinkType({ linkType: JSON.stringify(text.slice(0, 100)) });
  }
  return linkType;
}
