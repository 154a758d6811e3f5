import { createHash, randomBytes } from 'node:crypto';
import type { DidSigner } from '../../dids/openSigner.ts';
import type { PublicJwk } from '../../dids/publicKey.ts';
import { type Credential, issuerOf, typeNamespace, typeOf } from '../model.ts';
import type { Audience } from './dataIntegrity.ts';
import { verifyCompact } from './jose.ts';

const seconds = (stamp: string) => Math.floor(Date.parse(stamp) / 1_000);
const hasher = (data: string | ArrayBuffer) =>
  new Uint8Array(
    createHash('sha256')
      .update(typeof data === 'string' ? data : new Uint8Array(data))
      .digest(),
  );
const signWith =
  ({ sign }: DidSigner) =>
  async (data: string) =>
    Buffer.from(await sign(Buffer.from(data))).toString('base64url');

async function openLibrary(config: object) {
  const { SDJwtVcInstance } = await import('@sd-jwt/sd-jwt-vc');
  return new SDJwtVcInstance({
    hasher,
    hashAlg: 'sha-256',
    saltGenerator: (length: number) => randomBytes(length).toString('base64url'),
    // A status list of another kind is a finding of the status check; nothing is fetched here.
    statusListFetcher: async () => {
      throw new Error('status lists of this kind are not read');
    },
    ...config,
  });
}

export interface SignSdJwtParameters {
  credential: Credential;
  signer: DidSigner;
  now: Date;
  /** Claims that the holder may keep back; all by default. */
  disclosable?: readonly string[] | undefined;
  /** The holder's key; only who has it can present the credential. */
  holderKey?: PublicJwk | undefined;
}

/** Secures a credential as SD-JWT VC, `dc+sd-jwt`. */
export async function signSdJwt(parameters: SignSdJwtParameters): Promise<string> {
  const { credential, signer, now, holderKey } = parameters;
  const { id: subject, ...claims } = credential.credentialSubject;
  const disclosable = parameters.disclosable ?? Object.keys(claims);
  const library = await openLibrary({ signer: signWith(signer), signAlg: 'EdDSA' });
  const payload = {
    ...claims,
    iss: issuerOf(credential),
    ...(subject === undefined ? {} : { sub: subject }),
    vct: `${typeNamespace}${typeOf(credential)}`,
    iat: Math.floor(now.getTime() / 1_000),
    ...(credential.id === undefined ? {} : { jti: credential.id }),
    ...(credential.validFrom === undefined ? {} : { nbf: seconds(credential.validFrom) }),
    ...(credential.validUntil === undefined ? {} : { exp: seconds(credential.validUntil) }),
    ...(credential.credentialStatus === undefined ? {} : { credentialStatus: credential.credentialStatus }),
    ...(credential.credentialSchema === undefined ? {} : { credentialSchema: credential.credentialSchema }),
    ...(holderKey === undefined ? {} : { cnf: { jwk: holderKey } }),
  };
  return library.issue(payload, { _sd: disclosable.filter((name) => name in claims) } as never, {
    header: { kid: signer.jwkId },
  });
}

/** Shows an SD-JWT to a verifier: with the chosen claims only, and signed with the holder's key for one challenge. */
export async function presentSdJwt(
  sdJwt: string,
  signer: DidSigner,
  { challenge, domain, now, disclose }: Audience & { now: Date; disclose?: readonly string[] | undefined },
): Promise<string> {
  const library = await openLibrary({ kbSigner: signWith(signer), kbSignAlg: 'EdDSA' });
  const shown = disclose ?? (await library.presentableKeys(sdJwt));
  const frame = Object.fromEntries(shown.map((name) => [name, true]));
  const payload = { iat: Math.floor(now.getTime() / 1_000), aud: domain, nonce: challenge };
  return library.present(sdJwt, frame, { kb: { payload } });
}

/** What an SD-JWT says, with every disclosure that it has; not verified. @throws Error for a broken one */
export async function readSdJwt(sdJwt: string): Promise<Record<string, unknown>> {
  const library = await openLibrary({});
  const claims = (await library.getClaims(sdJwt)) as Record<string, unknown>;
  const disclosures = sdJwt.split('~').slice(1, -1);
  const places = [
    Buffer.from(sdJwt.split('.')[1] ?? '', 'base64url').toString('utf8'),
    ...disclosures.map((one) => Buffer.from(one, 'base64url').toString('utf8')),
  ];
  for (const disclosure of disclosures) {
    // RFC 9901, section 7.1: a disclosure that nothing refers to makes the whole invalid.
    const digest = createHash('sha256').update(disclosure).digest('base64url');
    if (!places.some((place) => place.includes(`"${digest}"`)))
      throw new Error('it discloses a claim that was not issued');
  }
  return claims;
}

/** Whether the issuer's part was signed with a key. */
export function verifySdJwt(sdJwt: string, publicKey: Uint8Array): Promise<{ ok: boolean; problem: string }> {
  return verifyCompact(sdJwt.split('~', 1)[0] ?? '', publicKey);
}

/** Whether the holder signed for this challenge and domain (key binding); `now` decides about its age. */
export async function verifyKeyBinding(
  sdJwt: string,
  holderKey: Uint8Array,
  { challenge, domain, now }: Audience & { now: Date },
): Promise<{ ok: boolean; problem: string; zh?: string }> {
  const verify = async (data: string, signature: string) => (await verifyCompact(`${data}.${signature}`, holderKey)).ok;
  const library = await openLibrary({ verifier: () => true, kbVerifier: verify });
  try {
    const { kb } = await library.verify(sdJwt, {
      keyBindingNonce: challenge,
      // Whether the credential itself holds at present is another check.
      skewSeconds: 1e12,
    });
    if (!kb) return { ok: false, problem: 'it has no key binding', zh: '没有密钥绑定' };
    if (kb.payload.aud !== domain)
      return { ok: false, problem: `it was made for ${kb.payload.aud}`, zh: `它是为 ${kb.payload.aud} 制作的` };
    const age = now.getTime() / 1_000 - kb.payload.iat;
    if (age > 600 || age < -300) return { ok: false, problem: 'it was made too long ago', zh: '制作时间过早' };
    return { ok: true, problem: '' };
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : String(error) };
  }
}
