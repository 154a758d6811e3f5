import { didErrors } from './errors.ts';
import { fromJwk, fromMultibase, thumbprintOf, toJwk, toMultibase } from './publicKey.ts';

/** A way to verify what a DID signed (Controlled Identifiers 1.0, section 2.2). */
export interface VerificationMethod {
  id: string;
  type: string;
  controller: string;
  publicKeyMultibase?: string;
  publicKeyJwk?: object;
  /** From when on the key signs nothing more; ISO 8601. */
  expires?: string;
  revoked?: string;
}

/** Where something of the DID's owner is reached (Decentralized Identifiers 1.0, section 5.4). */
export interface DidService {
  id: string;
  type: string;
  serviceEndpoint: string;
}

/** A DID document (Decentralized Identifiers 1.0), as far as credentials need it. */
export interface DidDocument {
  '@context'?: unknown;
  id: string;
  alsoKnownAs?: string[];
  verificationMethod?: VerificationMethod[];
  authentication?: (string | VerificationMethod)[];
  assertionMethod?: (string | VerificationMethod)[];
  service?: DidService[];
}

/** Signing as issuer, or proving to be the holder. */
export type Relationship = 'assertionMethod' | 'authentication';

/** A key with the time in which it signs; times are whole seconds. */
export interface DidKey {
  publicKey: Uint8Array;
  validFrom: Date;
  /** Null for the present key. */
  validTo: Date | null;
  /** True when others may know it: nothing that it signed counts. */
  compromised: boolean;
}

/** The names of a key in a document: as Multikey and as JsonWebKey. */
export function methodIds(did: string, publicKey: Uint8Array): { multikeyId: string; jwkId: string } {
  return { multikeyId: `${did}#${toMultibase(publicKey)}`, jwkId: `${did}#${thumbprintOf(publicKey)}` };
}

/**
 * The document of a DID: the present key signs and proves; retired ones stay with the time of their retirement, so that what
 * they signed before still verifies; compromised ones are gone.
 */
export function makeDidDocument({
  did,
  keys,
  alsoKnownAs = [],
  services = [],
}: {
  did: string;
  keys: readonly DidKey[];
  alsoKnownAs?: readonly string[];
  /** Their ids are fragments. */
  services?: readonly DidService[];
}): DidDocument {
  const usable = keys.filter(({ compromised }) => !compromised);
  const methods = usable.flatMap(({ publicKey, validTo }): VerificationMethod[] => {
    const { multikeyId, jwkId } = methodIds(did, publicKey);
    const rest = {
      controller: did,
      ...(validTo ? { expires: validTo.toISOString().replace(/\.\d+Z$/, 'Z') } : {}),
    };
    return [
      { id: multikeyId, type: 'Multikey', ...rest, publicKeyMultibase: toMultibase(publicKey) },
      { id: jwkId, type: 'JsonWebKey', ...rest, publicKeyJwk: toJwk(publicKey) },
    ];
  });
  const idsOf = (chosen: readonly DidKey[]) =>
    chosen.flatMap(({ publicKey }) => Object.values(methodIds(did, publicKey)));
  return {
    '@context': [
      'https://www.w3.org/ns/did/v1',
      'https://w3id.org/security/multikey/v1',
      'https://w3id.org/security/jwk/v1',
      // The types of services of the Dataspace Protocol.
      ...(services.length > 0 ? ['https://w3id.org/dspace/2025/1/context.jsonld'] : []),
    ],
    id: did,
    ...(alsoKnownAs.length > 0 ? { alsoKnownAs: [...alsoKnownAs] } : {}),
    verificationMethod: methods,
    authentication: idsOf(usable.filter(({ validTo }) => validTo === null)),
    assertionMethod: idsOf(usable),
    ...(services.length > 0 ? { service: services.map((one) => ({ ...one, id: `${did}${one.id}` })) } : {}),
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads a document that somebody else wrote. @throws DID_DOCUMENT_WRONG */
export function parseDidDocument(did: string, value: unknown): DidDocument {
  const wrong = (problem: string, zh: string) => didErrors.documentWrong({ did, problem }, { zh: { problem: zh } });
  if (!isRecord(value)) throw wrong('is no JSON object', '不是 JSON 对象');
  if (value.id !== did) throw wrong('is the document of another DID', '是另一个 DID 的文档');
  for (const name of ['verificationMethod', 'authentication', 'assertionMethod']) {
    const entries = value[name] ?? [];
    const fits = (entry: unknown) => typeof entry === 'string' || (isRecord(entry) && typeof entry.id === 'string');
    if (!Array.isArray(entries) || !entries.every(fits))
      throw wrong(`has no proper list under ${name}`, `${name} 不是正确的列表`);
  }
  return value as unknown as DidDocument;
}

/** Finds a method by its id, full or as `#fragment`, among those that may be used for a purpose. */
export function findMethod(
  document: DidDocument,
  methodId: string,
  relationship: Relationship,
): { method: VerificationMethod | null; allowed: boolean } {
  const absolute = (id: string) => (id.startsWith('#') ? `${document.id}${id}` : id);
  const wanted = absolute(methodId);
  const related = (document[relationship] ?? []).map((entry) => (typeof entry === 'string' ? { id: entry } : entry));
  const found = related.find(({ id }) => absolute(id) === wanted);
  const embedded = found && 'type' in found ? found : null;
  const listed = (document.verificationMethod ?? []).find(({ id }) => absolute(id) === wanted);
  const method = embedded ?? listed ?? null;
  return { method: method && { ...method, id: wanted }, allowed: found !== undefined };
}

/** The Ed25519 public key of a method; null when it has another kind of key. */
export function publicKeyOf(method: VerificationMethod): Uint8Array | null {
  if (typeof method.publicKeyMultibase === 'string') return fromMultibase(method.publicKeyMultibase);
  return fromJwk(method.publicKeyJwk);
}
