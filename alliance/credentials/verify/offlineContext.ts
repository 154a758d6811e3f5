import { parseDidDocument } from '../../dids/didDocument.ts';
import { didErrors } from '../../dids/errors.ts';
import { type ResolvedDid, resolveDidKey } from '../../dids/resolveDid.ts';
import { finding } from './findings.ts';
import type { VerifyContext } from './verifyCredential.ts';

export interface OfflineContextParameters {
  /** DID documents, as they were read. */
  documents?: readonly object[];
  /** Signed status lists by the address that credentials name. */
  statusLists?: ReadonlyMap<string, string | object>;
  /** JSON Schemas by address. */
  schemas?: ReadonlyMap<string, object>;
  now?: Date;
  contexts?: ReadonlyMap<string, unknown>;
}

/** Verifies with what is given, and asks nobody. @throws DID_DOCUMENT_WRONG */
export function createOfflineContext(parameters: OfflineContextParameters = {}): VerifyContext {
  const { documents = [], statusLists = new Map(), schemas = new Map(), now = new Date(), contexts } = parameters;
  const known = new Map<string, ResolvedDid>();
  for (const value of documents) {
    const id = String((value as { id?: unknown }).id);
    known.set(id, { document: parseDidDocument(id, value), source: 'given', keys: null });
  }
  return {
    now,
    contexts,
    async resolve(did) {
      const found = known.get(did);
      if (found) return found;
      if (did.startsWith('did:key:')) return resolveDidKey(did);
      throw didErrors.unknown({ did });
    },
    readStatusList: async (url) => statusLists.get(url) ?? null,
    readSchema: async (id) => schemas.get(id) ?? null,
    judge: async () => [finding('authority', null, 'authority.not-asked'), finding('chain', null, 'chain.not-asked')],
  };
}
