import { getOutgoing } from '../../host/index.ts';
import type { Store } from '../../store/index.ts';
import { wordsOfError } from '../words.ts';
import { type DidDocument, type DidKey, parseDidDocument } from './didDocument.ts';
import { didWebUrl } from './didWeb.ts';
import { didErrors } from './errors.ts';
import { fromMultibase } from './publicKey.ts';
import { readKeys, readVersion } from './readDids.ts';

/** A DID with its document. */
export interface ResolvedDid {
  document: DidDocument;
  /** Where the document is from: this platform, its own domain, the DID itself, or the caller. */
  source: 'hosted' | 'web' | 'key' | 'given';
  /** All its keys with their times, where their history is known. */
  keys: DidKey[] | null;
}

/** Finds the document of a DID. @throws DID_INVALID, DID_UNKNOWN, DID_UNRESOLVED (retryable), DID_DOCUMENT_WRONG */
export type ResolveDid = (did: string) => Promise<ResolvedDid>;

/** The document of a did:key of an Ed25519 key (did:key method, section 3); it needs no network. @throws DID_INVALID */
export function resolveDidKey(did: string): ResolvedDid {
  const multibase = did.slice('did:key:'.length);
  const publicKey = fromMultibase(multibase);
  if (!publicKey)
    throw didErrors.invalid(
      { did: did.slice(0, 200), problem: 'names no Ed25519 key' },
      { zh: { problem: '没有指明 Ed25519 密钥' } },
    );
  const id = `${did}#${multibase}`;
  const method = { id, type: 'Multikey', controller: did, publicKeyMultibase: multibase };
  const document = {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did,
    verificationMethod: [method],
    authentication: [id],
    assertionMethod: [id],
  };
  return { document, source: 'key', keys: null };
}

/** How long a foreign document is used again, and how many are kept. */
const keepMs = 60_000;
const keepMost = 200;

/** Makes a resolver: hosted DIDs come from the database, did:key from itself, other did:web from their domain. */
export function createResolver({ store, allowPrivate }: { store: Store; allowPrivate: boolean }): ResolveDid {
  const kept = new Map<string, { until: number; found: Promise<ResolvedDid> }>();

  async function fetchDocument(did: string): Promise<ResolvedDid> {
    const url = didWebUrl(did);
    const unresolved = (problem: string, zh: string, cause?: unknown) =>
      didErrors.unresolved({ did, problem, url: url.href }, { cause, zh: { problem: zh } });
    const headers = { accept: 'application/did+json, application/json' };
    const answer = await getOutgoing({ url: url.href, headers, timeoutMs: 5_000, allowPrivate }).catch(
      (cause: unknown) => {
        const { en, zh } = wordsOfError(cause);
        throw unresolved(en.replace(/\.$/, ''), zh.replace(/。$/, ''), cause);
      },
    );
    if (answer.status !== 200) throw unresolved(`its host answered ${answer.status}`, `主机返回状态 ${answer.status}`);
    let value: unknown;
    try {
      value = JSON.parse(answer.body);
    } catch (cause) {
      throw unresolved('its host did not answer JSON', '主机返回的不是 JSON', cause);
    }
    return { document: parseDidDocument(did, value), source: 'web', keys: null };
  }

  return async (did) => {
    if (did.startsWith('did:key:')) return resolveDidKey(did);
    const hosted = await readVersion(store.sql, did);
    if (hosted) return { document: hosted, source: 'hosted', keys: await readKeys(store.sql, did) };
    didWebUrl(did);
    const known = kept.get(did);
    if (known && known.until > Date.now()) return known.found;
    const found = fetchDocument(did);
    kept.set(did, { until: Date.now() + keepMs, found });
    found.catch(() => kept.delete(did));
    if (kept.size > keepMost) kept.delete(kept.keys().next().value ?? '');
    return found;
  };
}
