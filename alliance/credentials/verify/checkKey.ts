import {
  type DidDocument,
  findMethod,
  methodIds,
  publicKeyOf,
  type Relationship,
  type VerificationMethod,
} from '../../dids/didDocument.ts';
import type { ResolvedDid } from '../../dids/resolveDid.ts';
import { type CheckId, type Finding, finding } from './findings.ts';

export interface CheckKeyParameters {
  resolved: ResolvedDid;
  methodId: string | null;
  relationship: Relationship;
  signedAt: Date | null;
}

/** A finding about a key, and the key where it may be used. */
export interface CheckedKey {
  finding: Finding;
  key: { method: VerificationMethod; publicKey: Uint8Array } | null;
}

const toSecond = (time: Date) => Math.floor(time.getTime() / 1_000);
const show = (time: Date | null) => time?.toISOString() ?? '…';

function periodOf({ document, keys }: ResolvedDid, method: VerificationMethod) {
  const known = keys?.find(({ publicKey }) => Object.values(methodIds(document.id, publicKey)).includes(method.id));
  if (known) return known;
  const ends = [method.expires, method.revoked].filter((time) => time !== undefined).map((time) => new Date(time));
  const [validTo = null] = ends.sort((a, b) => a.getTime() - b.getTime());
  return { validFrom: null, validTo, compromised: false };
}

/** Finds a key that was taken out of the document because others may know it. */
function wasCompromised({ document, keys }: ResolvedDid, methodId: string): boolean {
  return (keys ?? []).some(
    ({ publicKey, compromised }) => compromised && Object.values(methodIds(document.id, publicKey)).includes(methodId),
  );
}

function belongsTo(document: DidDocument, methodId: string): boolean {
  return methodId.startsWith('#') || methodId.startsWith(`${document.id}#`);
}

/** Whether a key may sign for a DID, and was valid when it did. */
export function checkKey({ resolved, methodId, relationship, signedAt }: CheckKeyParameters): CheckedKey {
  const id: CheckId = 'key';
  const { document } = resolved;
  const no = (...rest: [Parameters<typeof finding>[2], Record<string, string>?]): CheckedKey => ({
    finding: finding(id, false, ...rest),
    key: null,
  });
  if (methodId === null) return no('key.missing');
  if (!belongsTo(document, methodId)) return no('key.foreign', { key: methodId, did: document.id });
  if (wasCompromised(resolved, methodId)) return no('key.compromised');
  const { method, allowed } = findMethod(document, methodId, relationship);
  if (!method) return no('key.unknown', { key: methodId });
  if (!allowed) return no('key.not-allowed', { key: methodId });
  const publicKey = publicKeyOf(method);
  if (!publicKey) return no('key.kind', { key: methodId });
  const { validFrom, validTo } = periodOf(resolved, method);
  if (!signedAt) {
    if (validTo) return no('key.no-time');
  } else {
    const second = toSecond(signedAt);
    const early = validFrom !== null && second < toSecond(validFrom);
    const late = validTo !== null && second > toSecond(validTo);
    if (early || late) {
      return no('key.not-then', { time: show(signedAt), period: `${show(validFrom)} – ${show(validTo)}` });
    }
  }
  return { finding: finding(id, true, 'key.ok', { time: show(signedAt) }), key: { method, publicKey } };
}
