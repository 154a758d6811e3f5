import { fromJwk } from '../../dids/publicKey.ts';
import { credentialErrors } from '../errors.ts';
import { type Credential, type CredentialFormat, issuerOf, typeNamespace } from '../model.ts';
import { decodeCompact } from './jose.ts';
import { readSdJwt } from './sdJwt.ts';

/** A credential as it was given, and what it says, not verified. */
export interface ParsedCredential {
  kind: 'credential';
  format: CredentialFormat;
  raw: string | object;
  credential: Credential;
  /** The key that its signature names, as a method of the issuer's DID document. */
  methodId: string | null;
  signedAt: Date | null;
  /** Until when the signature itself is to hold. */
  proofExpires: Date | null;
  /** The key of the holder, where the credential is bound to one. */
  holderKey: Uint8Array | null;
}

/** A presentation as it was given, not verified. */
export interface ParsedPresentation {
  kind: 'presentation';
  format: CredentialFormat;
  raw: string | object;
  /** The DID that presents; null for an SD-JWT, whose holder is a key. */
  holder: string | null;
  methodId: string | null;
  signedAt: Date | null;
  proofExpires: Date | null;
  challenge: string;
  domain: string;
  credentials: ParsedCredential[];
}

type Json = Record<string, unknown>;
const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const texts = (value: unknown): string[] => [value].flat().filter((one): one is string => typeof one === 'string');
const unreadable = (problem: string) => credentialErrors.unreadable({ problem });
const maxChars = 256 * 1024;
const maxCredentials = 20;

/** Whether a value is nested deeper than any credential, which would exhaust what walks through it. */
function isTooDeep(value: unknown): boolean {
  let layer = [value];
  for (let depth = 0; depth < 40; depth += 1) {
    layer = layer.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
    if (layer.length === 0) return false;
  }
  return true;
}

const valueWords = ['@value', '@language', '@direction'];

/**
 * The first property that is not written as a term of a context. A Data Integrity proof signs RDF, in which a property
 * has the same meaning under its full address: a status or an end of validity that is hidden like that would not be read.
 */
function findHiddenTerm(value: unknown): string | null {
  if (Array.isArray(value)) return value.map(findHiddenTerm).find((found) => found !== null) ?? null;
  if (!isRecord(value)) return null;
  const names = Object.keys(value);
  if (names.length > 0 && names.every((name) => valueWords.includes(name))) return null;
  const hidden = names.find((name) => name.includes(':') || (name.startsWith('@') && name !== '@context'));
  if (hidden !== undefined) return hidden;
  return names.map((name) => findHiddenTerm(value[name])).find((found) => found !== null) ?? null;
}

/** @throws CREDENTIAL_UNREADABLE */
function refuseHiddenTerms(document: Json): void {
  const hidden = findHiddenTerm(document);
  if (hidden !== null) throw unreadable(`it writes ${hidden.slice(0, 100)} where the name of a term has to be`);
}

/** A time of XML Schema dateTimeStamp; null when there is none. @throws CREDENTIAL_UNREADABLE */
function readTime(value: unknown, name: string): Date | null {
  if (value === undefined) return null;
  const fits = typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value);
  const time = new Date(fits ? value : Number.NaN);
  if (Number.isNaN(time.getTime())) throw unreadable(`${name} is no time with a zone`);
  return time;
}

function readSeconds(value: unknown, name: string): Date | null {
  if (value === undefined) return null;
  if (typeof value !== 'number' || !Number.isFinite(value) || Math.abs(value) > 1e11)
    throw unreadable(`${name} is no time`);
  return new Date(value * 1_000);
}

/** Brings a credential into one form. @throws CREDENTIAL_UNREADABLE */
function toCredential(value: Json): Credential {
  const { issuer, credentialSubject, credentialStatus } = value;
  const type = texts(value.type);
  const context = value['@context'] === undefined ? [] : [value['@context']].flat();
  if (!type.includes('VerifiableCredential')) throw unreadable('its type is not VerifiableCredential');
  if (type.length > 10) throw unreadable('it has too many types');
  const issuerId = isRecord(issuer) ? issuer.id : issuer;
  if (typeof issuerId !== 'string' || !/^[a-z][a-z0-9+.-]*:\S+$/i.test(issuerId))
    throw unreadable('its issuer is no identifier');
  if (!isRecord(credentialSubject)) throw unreadable('it does not have one subject');
  if (credentialSubject.id !== undefined && typeof credentialSubject.id !== 'string') {
    throw unreadable('its subject has no proper identifier');
  }
  const entries = credentialStatus === undefined ? [] : [credentialStatus].flat();
  for (const entry of entries) {
    if (!isRecord(entry) || typeof entry.type !== 'string') throw unreadable('its status has no type');
  }
  if (entries.length > 8) throw unreadable('it has too many statuses');
  readTime(value.validFrom, 'validFrom');
  readTime(value.validUntil, 'validUntil');
  return { ...value, '@context': context, type, issuer, credentialSubject } as unknown as Credential;
}

function proofOf(document: Json): Json {
  const proofs = [document.proof].flat();
  const [proof] = proofs;
  if (proofs.length !== 1 || !isRecord(proof)) throw unreadable('it does not have exactly one proof');
  if (proof.type !== 'DataIntegrityProof' || proof.cryptosuite !== 'eddsa-rdfc-2022') {
    throw unreadable(`its proof is ${proof.cryptosuite ?? proof.type}, not eddsa-rdfc-2022`);
  }
  return proof;
}

const methodOf = (value: unknown): string | null => {
  if (typeof value === 'string') return value;
  return isRecord(value) && typeof value.id === 'string' ? value.id : null;
};

function parseDocument(document: Json): ParsedCredential {
  refuseHiddenTerms(document);
  const proof = proofOf(document);
  if (proof.proofPurpose !== 'assertionMethod') throw unreadable('its proof is not for issuing');
  return {
    kind: 'credential',
    format: 'data-integrity',
    raw: document,
    credential: toCredential(document),
    methodId: methodOf(proof.verificationMethod),
    signedAt: readTime(proof.created, 'proof.created'),
    proofExpires: readTime(proof.expires, 'proof.expires'),
    holderKey: null,
  };
}

/** A key id of a JOSE header, absolute. */
function absolute(kid: unknown, owner: string): string | null {
  if (typeof kid !== 'string') return null;
  if (kid.startsWith('did:') || kid.startsWith('https:')) return kid;
  return `${owner}#${kid.replace(/^#/, '')}`;
}

function parseJwt(jwt: string): ParsedCredential {
  const { header, payload } = decodeCompact(jwt) ?? {};
  if (!header || !payload) throw unreadable('it is no JWT');
  if (header.typ !== 'vc+jwt') throw unreadable(`the typ of its header is ${JSON.stringify(header.typ)}, not vc+jwt`);
  if (header.crit !== undefined) throw unreadable('its header has critical extensions');
  if ('vc' in payload) throw unreadable('it is of the data model 1.1');
  const { iat, exp, nbf, iss, ...rest } = payload;
  const credential = toCredential(rest);
  const issuer = issuerOf(credential);
  if (iss !== undefined && iss !== issuer) throw unreadable('iss is not its issuer');
  const [until, from] = [readSeconds(exp, 'exp'), readSeconds(nbf, 'nbf')];
  return {
    kind: 'credential',
    format: 'vc+jwt',
    raw: jwt,
    credential: from && !credential.validFrom ? { ...credential, validFrom: from.toISOString() } : credential,
    methodId: absolute(header.kid, issuer),
    signedAt: readSeconds(iat, 'iat'),
    proofExpires: until,
    holderKey: null,
  };
}

const stampOf = (time: Date | null) => time?.toISOString();

async function parseSdJwt(sdJwt: string): Promise<ParsedCredential> {
  const [jwt = '', ...rest] = sdJwt.split('~');
  const { header } = decodeCompact(jwt) ?? {};
  if (!header) throw unreadable('it is no SD-JWT');
  if (!['dc+sd-jwt', 'vc+sd-jwt'].includes(String(header.typ)))
    throw unreadable('the typ of its header is not dc+sd-jwt');
  if (header.crit !== undefined) throw unreadable('its header has critical extensions');
  if (rest.length > 200) throw unreadable('it has too many disclosures');
  const claims = await readSdJwt(
    `${jwt}~${rest
      .slice(0, -1)
      .map((one) => `${one}~`)
      .join('')}`,
  ).catch((error: unknown) => {
    throw unreadable(error instanceof Error ? error.message : 'its disclosures do not fit');
  });
  const { iss, sub, vct, iat, nbf, exp, jti, cnf, credentialStatus, credentialSchema, status, ...subject } = claims;
  if (typeof iss !== 'string' || typeof vct !== 'string') throw unreadable('it lacks iss or vct');
  if (status !== undefined) throw unreadable('its status is of a kind that is not read here');
  const credential = toCredential({
    '@context': [],
    ...(typeof jti === 'string' ? { id: jti } : {}),
    type: ['VerifiableCredential', vct.startsWith(typeNamespace) ? vct.slice(typeNamespace.length) : vct],
    issuer: iss,
    ...(nbf === undefined ? {} : { validFrom: stampOf(readSeconds(nbf, 'nbf')) }),
    ...(exp === undefined ? {} : { validUntil: stampOf(readSeconds(exp, 'exp')) }),
    credentialSubject: { ...(sub === undefined ? {} : { id: sub }), ...subject },
    ...(credentialStatus === undefined ? {} : { credentialStatus }),
    ...(credentialSchema === undefined ? {} : { credentialSchema }),
  });
  return {
    kind: 'credential',
    format: 'dc+sd-jwt',
    raw: sdJwt,
    credential,
    methodId: absolute(header.kid, iss),
    signedAt: readSeconds(iat, 'iat'),
    proofExpires: null,
    holderKey: isRecord(cnf) ? fromJwk(cnf.jwk) : null,
  };
}

async function parsePresentedSdJwt(sdJwt: string): Promise<ParsedPresentation> {
  const binding = decodeCompact(sdJwt.slice(sdJwt.lastIndexOf('~') + 1));
  if (binding?.header.typ !== 'kb+jwt') throw unreadable('its key binding is no kb+jwt');
  return {
    kind: 'presentation',
    format: 'dc+sd-jwt',
    raw: sdJwt,
    holder: null,
    methodId: null,
    signedAt: readSeconds(binding.payload.iat, 'iat'),
    proofExpires: null,
    challenge: String(binding.payload.nonce ?? ''),
    domain: String(binding.payload.aud ?? ''),
    credentials: [await parseSdJwt(sdJwt)],
  };
}

async function parseCredentials(value: unknown): Promise<ParsedCredential[]> {
  const entries = value === undefined ? [] : [value].flat();
  if (entries.length > maxCredentials) throw unreadable(`it has more than ${maxCredentials} credentials`);
  return Promise.all(
    entries.map(async (entry) => {
      const parsed = await parse(entry);
      if (parsed.kind !== 'credential') throw unreadable('it has a presentation inside');
      return parsed;
    }),
  );
}

async function parsePresentation(document: Json): Promise<ParsedPresentation> {
  refuseHiddenTerms(document);
  const proof = proofOf(document);
  if (proof.proofPurpose !== 'authentication') throw unreadable('its proof is not for presenting');
  return {
    kind: 'presentation',
    format: 'data-integrity',
    raw: document,
    holder: methodOf(document.holder),
    methodId: methodOf(proof.verificationMethod),
    signedAt: readTime(proof.created, 'proof.created'),
    proofExpires: readTime(proof.expires, 'proof.expires'),
    challenge: String(proof.challenge ?? ''),
    domain: texts(proof.domain).join(' '),
    credentials: await parseCredentials(document.verifiableCredential),
  };
}

async function parsePresentationJwt(jwt: string): Promise<ParsedPresentation> {
  const { header = {}, payload = {} } = decodeCompact(jwt) ?? {};
  if (header.crit !== undefined) throw unreadable('its header has critical extensions');
  const holder = methodOf(payload.holder);
  return {
    kind: 'presentation',
    format: 'vc+jwt',
    raw: jwt,
    holder,
    methodId: absolute(header.kid, holder ?? ''),
    signedAt: readSeconds(payload.iat, 'iat'),
    proofExpires: readSeconds(payload.exp, 'exp'),
    challenge: String(payload.nonce ?? ''),
    domain: texts(payload.aud).join(' '),
    credentials: await parseCredentials(payload.verifiableCredential),
  };
}

/** Reads a credential or presentation in any of the formats. @throws CREDENTIAL_UNREADABLE */
export async function parse(input: unknown): Promise<ParsedCredential | ParsedPresentation> {
  if (typeof input === 'string') {
    const text = input.trim();
    if (text.length > maxChars) throw unreadable(`it has more than ${maxChars} characters`);
    if (text.startsWith('{')) {
      try {
        return await parse(JSON.parse(text) as unknown);
      } catch (error) {
        if (error instanceof SyntaxError) throw unreadable('its JSON is broken');
        throw error;
      }
    }
    if (text.includes('~')) return text.endsWith('~') ? parseSdJwt(text) : parsePresentedSdJwt(text);
    return decodeCompact(text)?.header.typ === 'vp+jwt' ? parsePresentationJwt(text) : parseJwt(text);
  }
  if (!isRecord(input)) throw unreadable('it is neither JSON nor a token');
  if (isTooDeep(input)) throw unreadable('it is nested too deep');
  const type = texts(input.type);
  const enveloped = /^Enveloped(VerifiableCredential|VerifiablePresentation)$/;
  if (type.some((one) => enveloped.test(one))) {
    const [, token] = /^data:[^,]{1,100},(.*)$/s.exec(String(input.id)) ?? [];
    if (token === undefined) throw unreadable('its envelope is no data: URL');
    return parse(token);
  }
  return type.includes('VerifiablePresentation') ? parsePresentation(input) : parseDocument(input);
}
