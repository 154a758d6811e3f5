import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { decodeProtectedHeader } from 'jose';
import { publicKeyOfDid } from '../../alliance/index.ts';
import type { JsonObject } from '../house.ts';
import { connectorErrors } from './errors.ts';

const mostKept = 2_000;
/** Of Ed25519. */
const signatureBytes = 64;
const opened = new Map<string, KeyObject>();

/** The public key of a did:key for use; null when it is none. Those used last are kept: opening one costs more than using it. */
function openPublicKey(did: string): KeyObject | null {
  const known = opened.get(did);
  if (known) return known;
  const bytes = publicKeyOfDid(did);
  if (!bytes) return null;
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(bytes).toString('base64url') };
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  opened.set(did, key);
  if (opened.size > mostKept) opened.delete(opened.keys().next().value ?? '');
  return key;
}

/** Signs as a did:key: compact JWS (RFC 7515) with EdDSA; `kid` is the key in the DID's own document. */
export async function signAs(
  { did, key, type }: { did: string; key: KeyObject; type: string },
  payload: JsonObject,
): Promise<string> {
  const header = { alg: 'EdDSA', typ: type, kid: `${did}#${did.slice('did:key:'.length)}` };
  const input = [header, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  // On this thread: a signature takes less time than to hand it to another one.
  return `${input}.${sign(null, Buffer.from(input), key).toString('base64url')}`;
}

/** Whether the signature of a compact JWS verifies; only its one canonical spelling counts. */
function isSignedBy(jws: string, key: KeyObject): boolean {
  const parts = jws.split('.');
  const [header = '', payload = '', signature = ''] = parts;
  const bytes = Buffer.from(signature, 'base64url');
  if (parts.length !== 3 || bytes.length !== signatureBytes || bytes.toString('base64url') !== signature) return false;
  return verify(null, Buffer.from(`${header}.${payload}`), key, bytes);
}

/** What a JWS says before anything of it is verified. */
export interface SignedText {
  did: string;
  payload: JsonObject;
  /** Whether the key that it names signed it. */
  check(): Promise<boolean>;
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads a JWS of a did:key; the text says why it cannot be read. */
export function readSigned(jws: string, type: string): SignedText | string {
  try {
    const { alg, typ, kid, crit } = decodeProtectedHeader(jws);
    if (alg !== 'EdDSA' && alg !== 'Ed25519') return `its algorithm is ${JSON.stringify(alg)}, not EdDSA`;
    if (typ !== type) return `its typ is ${JSON.stringify(typ)}, not ${type}`;
    if (crit !== undefined) return 'its header has critical extensions';
    const [did = '', fragment] = String(kid).split('#');
    const key = openPublicKey(did);
    if (!key || fragment !== did.slice('did:key:'.length)) return 'its kid is no key of a did:key with Ed25519';
    const payload: unknown = JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString('utf8'));
    if (!isObject(payload)) return 'its payload is no JSON object';
    const check = async () => isSignedBy(jws, key);
    return { did, payload, check };
  } catch {
    return 'it is no compact JWS';
  }
}

/** Verifies a JWS of a connector, by the DID in it alone. @throws CONNECTOR_SIGNATURE_WRONG */
export async function verifySigned(
  jws: string,
  expected: { did?: string; type: string },
): Promise<{ did: string; payload: JsonObject }> {
  const read = readSigned(jws, expected.type);
  if (typeof read === 'string') throw connectorErrors.signatureWrong({ problem: read });
  const { did, payload } = read;
  if (expected.did !== undefined && did !== expected.did) {
    throw connectorErrors.signatureWrong({ problem: `it is by ${did}, not by ${expected.did}` });
  }
  if (!(await read.check())) throw connectorErrors.signatureWrong({ problem: 'it was changed, or another key signed' });
  return { did, payload };
}
