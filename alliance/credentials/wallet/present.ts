import type { DidSigner } from '../../dids/openSigner.ts';
import { openSigner } from '../../dids/openSigner.ts';
import { vcContext } from '../contexts.ts';
import type { CredentialsContext } from '../credentialsContext.ts';
import { credentialErrors } from '../errors.ts';
import { type Audience, signPresentation } from '../formats/dataIntegrity.ts';
import { signPresentationJwt } from '../formats/jose.ts';
import { parse } from '../formats/parse.ts';
import type { ParsedCredential } from '../formats/parseCredential.ts';
import { presentSdJwt } from '../formats/sdJwt.ts';
import type { CredentialFormat } from '../model.ts';

export interface PresentParameters extends Audience {
  /** As they are held, all of one format; one only for an SD-JWT. */
  credentials: readonly string[];
  /** Claims of an SD-JWT that are shown; all when left out. */
  disclose?: readonly string[] | undefined;
  /** Finds the key that signs: the one of the DID, or the one that an SD-JWT is bound to. */
  openSigner: (publicKey?: Uint8Array) => Promise<DidSigner>;
}

/** A presentation as text: JSON, or a token. */
export interface Presentation {
  format: CredentialFormat;
  presentation: string;
}

/** Shows credentials to one verifier. @throws CREDENTIAL_FORMATS_MIXED, CREDENTIAL_NOT_BOUND */
export async function present(parameters: PresentParameters): Promise<Presentation> {
  const { credentials, challenge, domain, disclose } = parameters;
  const now = new Date();
  const parsed = (await Promise.all(credentials.map((one) => parse(one)))) as ParsedCredential[];
  const [first] = parsed;
  const isOne = parsed.every(({ format }) => format === first?.format);
  if (!first || !isOne || (first.format === 'dc+sd-jwt' && parsed.length > 1)) throw credentialErrors.formatsMixed();
  const { format } = first;
  if (format === 'dc+sd-jwt') {
    if (!first.holderKey) throw credentialErrors.notBound();
    const signer = await parameters.openSigner(first.holderKey).catch((cause: unknown) => {
      throw credentialErrors.notBound({}, { cause });
    });
    return {
      format,
      presentation: await presentSdJwt(String(first.raw), signer, { challenge, domain, now, disclose }),
    };
  }
  const signer = await parameters.openSigner();
  if (format === 'vc+jwt') {
    const tokens = parsed.map(({ raw }) => String(raw));
    return { format, presentation: await signPresentationJwt(tokens, signer, { challenge, domain, now }) };
  }
  const document = {
    '@context': [vcContext],
    type: ['VerifiablePresentation'],
    holder: signer.did,
    verifiableCredential: parsed.map(({ raw }) => raw),
  };
  return { format, presentation: JSON.stringify(await signPresentation(document, signer, { challenge, domain, now })) };
}

/** Opens the keys that the platform has for a DID. */
export function signerOf({ store, ledger }: CredentialsContext, did: string): PresentParameters['openSigner'] {
  return (publicKey) => openSigner({ sql: store.sql, ledger, did, publicKey });
}
