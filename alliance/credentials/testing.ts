import { createHash, createPrivateKey, createPublicKey, type KeyObject, randomBytes, sign, verify } from 'node:crypto';
import { JsonLdParser } from 'jsonld-streaming-parser';
import { RDFC10 } from 'rdfjs-c14n';
import { decodeBase58, encodeBase58 } from '../dids/base58.ts';
import { methodIds } from '../dids/didDocument.ts';
import type { DidSigner } from '../dids/openSigner.ts';
import { toMultibase } from '../dids/publicKey.ts';
import { createLoader } from './contexts.ts';

/** An Ed25519 key of a test, with Node's own cryptography. */
export interface TestKey {
  publicKey: Uint8Array;
  key: KeyObject;
  /** Its did:key, and the name of the key there. */
  did: string;
  methodId: string;
  signer: DidSigner;
}

/** Makes a key; from a seed of 32 bytes the same one each time. */
export function makeTestKey(seed: Uint8Array = randomBytes(32)): TestKey {
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
  const publicKey = new Uint8Array(Buffer.from(x, 'base64url'));
  const did = `did:key:${toMultibase(publicKey)}`;
  const methodId = `${did}#${toMultibase(publicKey)}`;
  const signer = {
    did,
    ...methodIds(did, publicKey),
    // A did:key has one name for its key.
    jwkId: methodId,
    publicKey,
    sign: async (message: Uint8Array) => new Uint8Array(sign(null, message, key)),
  };
  return { publicKey, key, did, methodId, signer };
}

type Json = Record<string, unknown>;

interface Term {
  termType: string;
  value: string;
  language?: string;
  datatype?: Term;
}

const escapes: Record<string, string> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r' };

/** A term as canonical N-Quads have it (RDF Canonicalization 1.0, section 5). */
function writeTerm({ termType, value, language, datatype }: Term): string {
  if (termType === 'NamedNode') return `<${value}>`;
  if (termType === 'BlankNode') return `_:${value.replace(/^_:/, '')}`;
  const text = `"${value.replace(/[\\"\n\r]/g, (one) => escapes[one] ?? one)}"`;
  if (language) return `${text}@${language}`;
  const isString = !datatype || datatype.value === 'http://www.w3.org/2001/XMLSchema#string';
  return isString ? text : `${text}^^<${datatype.value}>`;
}

/** SHA-256 of the canonical RDF of a document, with libraries that share no code with those of this room. */
async function hashRdf(document: Json, contexts: ReadonlyMap<string, unknown>): Promise<Buffer> {
  const load = createLoader(contexts);
  const parser = new JsonLdParser({
    documentLoader: { load: async (url: string) => (await load(url)).document as Json },
    strictValues: true,
  });
  const quads = await new Promise<never[]>((resolve, reject) => {
    const found: unknown[] = [];
    parser.on('data', (quad: unknown) => found.push(quad));
    parser.on('error', reject);
    parser.on('end', () => resolve(found as never[]));
    parser.end(JSON.stringify(document));
  });
  // Its own text abbreviates numbers, which N-Quads do not: only its names for blank nodes are used.
  const { canonicalized_dataset: dataset } = await new RDFC10().c14n(quads);
  const lines = [...(dataset as Iterable<Record<'subject' | 'predicate' | 'object' | 'graph', Term>>)].map(
    ({ subject, predicate, object, graph }) => {
      const terms = [subject, predicate, object, ...(graph.termType === 'DefaultGraph' ? [] : [graph])];
      return `${terms.map(writeTerm).join(' ')} .\n`;
    },
  );
  return createHash('sha256').update(lines.sort().join('')).digest();
}

/** What `eddsa-rdfc-2022` signs: the hash of the proof's options, then that of the document. */
async function bytesToSign(document: Json, proof: Json, contexts: ReadonlyMap<string, unknown>): Promise<Buffer> {
  const { proof: _old, ...unsecured } = document;
  const { proofValue: _value, ...options } = proof;
  const hashed = [{ '@context': document['@context'], ...options }, unsecured].map((one) => hashRdf(one, contexts));
  return Buffer.concat(await Promise.all(hashed));
}

/** Verifies a Data Integrity proof without any of the libraries that this room uses. */
export async function verifyIndependently(
  document: Json,
  publicKey: Uint8Array,
  contexts: ReadonlyMap<string, unknown> = new Map(),
): Promise<boolean> {
  const proof = document.proof as Json;
  const key = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey).toString('base64url') },
    format: 'jwk',
  });
  const signature = decodeBase58(String(proof.proofValue).slice(1));
  return verify(null, await bytesToSign(document, proof, contexts), key, signature ?? new Uint8Array());
}

/** Makes a Data Integrity proof without any of the libraries that this room uses. */
export async function signIndependently(
  document: Json,
  { key, methodId }: Pick<TestKey, 'key' | 'methodId'>,
  options: Json = {},
  contexts: ReadonlyMap<string, unknown> = new Map(),
): Promise<Json> {
  const proof = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-rdfc-2022',
    created: '2026-01-02T03:04:05Z',
    verificationMethod: methodId,
    proofPurpose: 'assertionMethod',
    ...options,
  };
  const signature = sign(null, await bytesToSign(document, proof, contexts), key);
  return { ...document, proof: { ...proof, proofValue: `z${encodeBase58(signature)}` } };
}
