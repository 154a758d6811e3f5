import { createHash, randomUUID } from 'node:crypto';
import type { Tx } from '../../../store/index.ts';
import { publicKeyOf } from '../../dids/didDocument.ts';
import { type DidSigner, openSigner } from '../../dids/openSigner.ts';
import { type PublicJwk, toJwk } from '../../dids/publicKey.ts';
import { ownContext, undefinedTermsContext, vcContext } from '../contexts.ts';
import type { CredentialsContext } from '../credentialsContext.ts';
import { signDataIntegrity } from '../formats/dataIntegrity.ts';
import { signCredentialJwt } from '../formats/jose.ts';
import { signSdJwt } from '../formats/sdJwt.ts';
import { builtInTypes, type Claims, type Credential, type CredentialFormat, toStamp } from '../model.ts';
import { takePlace } from '../status/takePlace.ts';
import { checkClaims } from './checkClaims.ts';
import { type CredentialRow, type IssuedCredential, toIssued } from './issuedCredentials.ts';

export interface SecureCredentialParameters {
  credential: Credential;
  format: CredentialFormat;
  signer: DidSigner;
  now: Date;
  /** For an SD-JWT. */
  disclosable?: readonly string[] | undefined;
  holderKey?: PublicJwk | undefined;
}

/** Signs a credential in a format; a text is what a file of it holds. */
export async function secureCredential(parameters: SecureCredentialParameters): Promise<string> {
  const { credential, format, signer, now } = parameters;
  if (format === 'vc+jwt') return signCredentialJwt(credential, signer, now);
  if (format === 'dc+sd-jwt') return signSdJwt(parameters);
  return JSON.stringify(await signDataIntegrity(credential, signer, now));
}

export interface MakeCredentialParameters {
  id: string;
  type: string;
  issuer: string;
  subject: string;
  claims: Claims;
  validFrom: Date;
  validUntil?: Date | undefined;
  schemaUrl?: string | undefined;
  status?: Credential['credentialStatus'] | undefined;
}

/** A credential in the W3C data model 2.0, unsigned. */
export function makeCredential(parameters: MakeCredentialParameters): Credential {
  const { id, type, issuer, subject, claims, validFrom, validUntil, schemaUrl, status } = parameters;
  const isBuiltIn = (builtInTypes as readonly string[]).includes(type);
  return {
    '@context': [vcContext, ownContext, ...(isBuiltIn ? [] : [undefinedTermsContext])],
    id,
    type: ['VerifiableCredential', type],
    issuer,
    validFrom: toStamp(validFrom),
    ...(validUntil ? { validUntil: toStamp(validUntil) } : {}),
    credentialSubject: { id: subject, ...claims },
    ...(schemaUrl ? { credentialSchema: { id: schemaUrl, type: 'JsonSchema' } } : {}),
    ...(status ? { credentialStatus: status } : {}),
  };
}

export interface IssueParameters {
  /** Slug of the issuer; null for the alliance. */
  member: string | null;
  type: string;
  format: CredentialFormat;
  subject: string;
  claims: Claims;
  validUntil?: Date | undefined;
  disclosable?: readonly string[] | undefined;
  schemaUrl?: string | undefined;
  /** Slug of the member that gets it into its wallet, when its DID here is another than the subject. */
  holder?: string | undefined;
  /** What else belongs to the issuing. */
  also?: ((tx: Tx, id: string, credential: string) => Promise<unknown>) | undefined;
}

/** The key that the subject proves itself with, for an SD-JWT. */
async function holderKeyOf({ dids }: CredentialsContext, subject: string): Promise<PublicJwk | undefined> {
  const resolved = await dids.resolve(subject).catch(() => null);
  const [first] = resolved?.document.authentication ?? [];
  const id = typeof first === 'string' ? first : first?.id;
  const method = resolved?.document.verificationMethod?.find((one) => one.id === id);
  const key = method ? publicKeyOf(method) : null;
  return key ? toJwk(key) : undefined;
}

/**
 * Issues a credential: takes a place in the status lists, signs, and delivers it to the subject when that is a member here.
 * Whether the issuer may is for the caller to know. @throws CREDENTIAL_CLAIMS_INVALID, DID_NOT_HOSTED
 */
export async function issueCredential(
  context: CredentialsContext,
  parameters: IssueParameters,
): Promise<{ issued: IssuedCredential; credential: string }> {
  const { store, ledger, dids } = context;
  const { member, type, format, subject, claims, validUntil, disclosable, schemaUrl, also } = parameters;
  checkClaims(claims);
  const { did } = await dids.ensure(member);
  const holderKey = format === 'dc+sd-jwt' ? await holderKeyOf(context, subject) : undefined;
  return store.transaction(async (tx) => {
    // A rotation of the key waits for this, and this for a rotation.
    await tx`select from alliance.did_key where did = ${did} and valid_to is null for share`;
    const signer = await openSigner({ sql: tx, ledger, did, tx });
    const { pair, place, entries } = await takePlace(context, tx, signer, member);
    const id = randomUUID();
    const now = new Date();
    const bare = makeCredential({
      id: `urn:uuid:${id}`,
      type,
      issuer: did,
      subject,
      claims,
      validFrom: now,
      validUntil,
      schemaUrl,
      status: entries,
    });
    const credential = await secureCredential({ credential: bare, format, signer, now, disclosable, holderKey });
    const [owner] = await tx<{ member: string | null }[]>`select member from alliance.did where did = ${subject}`;
    const holder = parameters.holder ?? owner?.member ?? null;
    const key = Buffer.from(signer.publicKey);
    const [row] = await tx<CredentialRow[]>`
      insert into alliance.credential (id, type, format, issuer, issuer_member, subject, subject_member, claims, credential,
        issued_at, valid_until, key, pair, place)
      values (${id}, ${type}, ${format}, ${did}, ${member}, ${subject}, ${holder}, ${JSON.stringify(claims)},
        ${credential}, ${now}, ${validUntil ?? null}, ${key}, ${pair}, ${place})
      returning *`;
    if (holder !== null) {
      const digest = createHash('sha256').update(credential).digest();
      await tx`
        insert into alliance.held_credential (member, type, format, issuer, subject, credential, digest, valid_until)
        values (${holder}, ${type}, ${format}, ${did}, ${subject}, ${credential}, ${digest}, ${validUntil ?? null})`;
    }
    await also?.(tx, id, credential);
    return { issued: toIssued(row as CredentialRow), credential };
  });
}
