import type { DidSigner } from '../../dids/openSigner.ts';
import type { Credential } from '../model.ts';
import type { Audience } from './dataIntegrity.ts';

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Signs a payload as compact JWS (RFC 7515) with EdDSA (RFC 8037). */
async function signCompact(header: object, payload: object, signer: DidSigner): Promise<string> {
  const input = `${encode({ alg: 'EdDSA', ...header })}.${encode(payload)}`;
  return `${input}.${Buffer.from(await signer.sign(Buffer.from(input))).toString('base64url')}`;
}

/** Secures a credential as `vc+jwt` (VC-JOSE-COSE, section 3.1.1); `iat` says when it was signed. */
export function signCredentialJwt(credential: Credential, signer: DidSigner, now: Date): Promise<string> {
  const header = { kid: signer.jwkId, typ: 'vc+jwt', cty: 'vc' };
  return signCompact(header, { ...credential, iat: Math.floor(now.getTime() / 1_000) }, signer);
}

/** Secures a presentation of `vc+jwt` credentials as `vp+jwt`, for one challenge; it holds for ten minutes. */
export function signPresentationJwt(
  credentials: readonly string[],
  signer: DidSigner,
  { challenge, domain, now }: Audience & { now: Date },
): Promise<string> {
  const iat = Math.floor(now.getTime() / 1_000);
  return signCompact(
    { kid: signer.jwkId, typ: 'vp+jwt', cty: 'vp' },
    {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiablePresentation'],
      holder: signer.did,
      verifiableCredential: credentials.map((jwt) => ({
        '@context': 'https://www.w3.org/ns/credentials/v2',
        id: `data:application/vc+jwt,${jwt}`,
        type: 'EnvelopedVerifiableCredential',
      })),
      nonce: challenge,
      aud: domain,
      iat,
      exp: iat + 600,
    },
    signer,
  );
}

/** Header and payload of a compact JWS, not verified; null when it is none. */
export function decodeCompact(
  jws: string,
): { header: Record<string, unknown>; payload: Record<string, unknown> } | null {
  const parts = jws.split('.');
  if (parts.length !== 3) return null;
  try {
    const [header, payload] = parts
      .slice(0, 2)
      .map((part) => JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as unknown);
    const isRecord = (value: unknown): value is Record<string, unknown> =>
      typeof value === 'object' && value !== null && !Array.isArray(value);
    return isRecord(header) && isRecord(payload) ? { header, payload } : null;
  } catch {
    return null;
  }
}

/** Whether a compact JWS was signed with an Ed25519 key; the text says why not. */
export async function verifyCompact(jws: string, publicKey: Uint8Array): Promise<{ ok: boolean; problem: string }> {
  const { compactVerify, importJWK } = await import('jose');
  const x = Buffer.from(publicKey).toString('base64url');
  const key = await importJWK({ kty: 'OKP', crv: 'Ed25519', x }, 'EdDSA');
  return compactVerify(jws, key, { algorithms: ['EdDSA', 'Ed25519'] }).then(
    () => ({ ok: true, problem: '' }),
    (error: unknown) => ({ ok: false, problem: error instanceof Error ? error.message : String(error) }),
  );
}
