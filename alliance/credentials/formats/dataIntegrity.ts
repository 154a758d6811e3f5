import type { DidSigner } from '../../dids/openSigner.ts';
import { createLoader } from '../contexts.ts';
import type { Credential } from '../model.ts';

/** Loaded at first use: the platform starts without JSON-LD. */
async function loadLibraries() {
  const [vc, { DataIntegrityProof }, { cryptosuite }, jsigs] = await Promise.all([
    import('@digitalbazaar/vc'),
    import('@digitalbazaar/data-integrity'),
    import('@digitalbazaar/eddsa-rdfc-2022-cryptosuite'),
    import('jsonld-signatures'),
  ]);
  return { vc, DataIntegrityProof, cryptosuite, jsigs: jsigs.default };
}

const suiteOf = async ({ multikeyId, sign }: DidSigner, date: Date) => {
  const { DataIntegrityProof, cryptosuite } = await loadLibraries();
  const signer = { id: multikeyId, algorithm: 'Ed25519', sign: ({ data }: { data: Uint8Array }) => sign(data) };
  return new DataIntegrityProof({ signer, date, cryptosuite });
};

/** Secures a credential with a Data Integrity proof, `eddsa-rdfc-2022` (Data Integrity EdDSA 1.0, section 3.2). */
export async function signDataIntegrity(credential: Credential, signer: DidSigner, now: Date): Promise<object> {
  const { vc } = await loadLibraries();
  const suite = await suiteOf(signer, now);
  return vc.issue({ credential: structuredClone(credential), suite, documentLoader: createLoader() });
}

/** What a presentation answers: the verifier's challenge, at the verifier's domain. */
export interface Audience {
  challenge: string;
  domain: string;
}

/** Secures a presentation by its holder, for one challenge. */
export async function signPresentation(
  presentation: object,
  signer: DidSigner,
  { challenge, domain, now }: Audience & { now: Date },
): Promise<object> {
  const { vc } = await loadLibraries();
  const suite = await suiteOf(signer, now);
  return vc.signPresentation({ presentation, suite, challenge, domain, documentLoader: createLoader() });
}

export interface VerifyDataIntegrityParameters {
  document: object;
  /** The method that the proof names, already found in the signer's document and allowed for the purpose. */
  method: { id: string; type: string; [name: string]: unknown };
  controller: string;
  /** For a presentation. */
  audience?: Audience | undefined;
  /** Contexts besides the bundled ones. */
  contexts?: ReadonlyMap<string, unknown> | undefined;
}

/** Whether the one proof of a document was made with a key; the text says why not. */
export async function verifyDataIntegrity(
  parameters: VerifyDataIntegrityParameters,
): Promise<{ ok: boolean; problem: string }> {
  const { document, method, controller: id, audience, contexts } = parameters;
  const { DataIntegrityProof, cryptosuite, jsigs } = await loadLibraries();
  const { AssertionProofPurpose, AuthenticationProofPurpose } = jsigs.purposes;
  const controller = { id, assertionMethod: [method.id], authentication: [method.id] };
  const purpose = audience
    ? new AuthenticationProofPurpose({ controller, ...audience })
    : new AssertionProofPurpose({ controller });
  const key = { '@context': 'https://w3id.org/security/multikey/v1', ...method };
  const documentLoader = createLoader(new Map([...(contexts ?? []), [method.id, key]]));
  const suite = new DataIntegrityProof({ cryptosuite });
  const { verified, error } = await jsigs.verify(document, { suite, purpose, documentLoader });
  return { ok: verified, problem: error?.errors?.[0]?.message ?? error?.message ?? '' };
}
