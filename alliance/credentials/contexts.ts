import { credentialErrors } from './errors.ts';

/** The context of the W3C data model 2.0, first in every credential. */
export const vcContext = 'https://www.w3.org/ns/credentials/v2';
/** Our own terms; the platform serves them under /credentials/context/v1, and nobody fetches them to verify. */
export const ownContext = 'https://ns.xiangyu.example/credentials/v1';
/** Gives every other term an address, for types that members define. */
export const undefinedTermsContext = 'https://www.w3.org/ns/credentials/undefined-terms/v2';

const term = (name: string, rest: object = {}) => ({
  '@id': `https://ns.xiangyu.example/credentials#${name}`,
  ...rest,
});
const list = { '@container': '@set' };
const link = { '@type': '@id' };

/** Our own context document. */
export const ownContextDocument = {
  '@context': {
    '@protected': true,
    MembershipCredential: term('MembershipCredential'),
    RoleCredential: term('RoleCredential'),
    AccreditationCredential: term('AccreditationCredential'),
    memberOf: term('memberOf', link),
    memberSlug: term('memberSlug'),
    memberId: term('memberId'),
    registry: term('registry'),
    chainId: term('chainId', { '@type': 'http://www.w3.org/2001/XMLSchema#integer' }),
    memberKinds: term('memberKinds', list),
    organisation: term('organisation', link),
    roles: term('roles', list),
    accreditedFor: term('accreditedFor', list),
    decision: term('decision', link),
  },
};

/** What a context or another document is loaded with; never over the network. */
export type DocumentLoader = (url: string) => Promise<{ contextUrl: null; documentUrl: string; document: unknown }>;

/** Loads bundled contexts, and what is in `extra`. @throws CREDENTIAL_CONTEXT_UNKNOWN */
export function createLoader(extra: ReadonlyMap<string, unknown> = new Map()): DocumentLoader {
  return async (url) => {
    const own = url === ownContext ? ownContextDocument : extra.get(url);
    if (own !== undefined) return { contextUrl: null, documentUrl: url, document: own };
    const { defaultDocumentLoader } = await import('@digitalbazaar/vc');
    if (url !== vcContext && url !== undefinedTermsContext) throw credentialErrors.contextUnknown({ url });
    return defaultDocumentLoader(url);
  };
}

/** What a context is called that has no address. */
export const inlineContext = 'a context written into the credential';

/** The first thing under any `@context` of a document that is not bundled; null when all is. */
export function findForeignContext(value: unknown, known: ReadonlySet<string>): string | null {
  if (Array.isArray(value)) return value.map((one) => findForeignContext(one, known)).find(Boolean) ?? null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, inner] of Object.entries(value)) {
    if (name !== '@context') {
      const found = findForeignContext(inner, known);
      if (found) return found;
      continue;
    }
    for (const entry of [inner].flat() as unknown[]) {
      if (typeof entry !== 'string') return inlineContext;
      if (!known.has(entry)) return entry;
    }
  }
  return null;
}

/** Addresses of the contexts that a verifier here knows. */
export const bundledContexts: ReadonlySet<string> = new Set([vcContext, ownContext, undefinedTermsContext]);
