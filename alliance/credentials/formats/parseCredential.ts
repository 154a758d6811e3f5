import { fromJwk } from '../../dids/publicKey.ts';
import { type Credential, type CredentialFormat, issuerOf, typeNamespace } from '../model.ts';
import { refuseHiddenTerms, refuseLargeGraph } from './hiddenTerms.ts';
import { decodeCompact } from './jose.ts';
import {
  absolute,
  isRecord,
  isTooDeep,
  type Json,
  methodOf,
  readSeconds,
  readTime,
  texts,
  unreadable,
} from './readFields.ts';
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

/** Brings a credential into one form. @throws CREDENTIAL_UNREADABLE */
function toCredential(value: Json): Credential {
  if (isTooDeep(value)) throw unreadable('it is nested too deep', '嵌套层数过多');
  const { issuer, credentialSubject, credentialStatus } = value;
  const type = texts(value.type);
  const context = value['@context'] === undefined ? [] : [value['@context']].flat();
  if (!type.includes('VerifiableCredential'))
    throw unreadable('its type is not VerifiableCredential', '类型不是 VerifiableCredential');
  if (type.length > 10) throw unreadable('it has too many types', '类型过多');
  const issuerId = isRecord(issuer) ? issuer.id : issuer;
  if (typeof issuerId !== 'string' || !/^[a-z][a-z0-9+.-]*:\S+$/i.test(issuerId))
    throw unreadable('its issuer is no identifier', '签发方不是标识符');
  if (!isRecord(credentialSubject)) throw unreadable('it does not have one subject', '须有且只有一个主体');
  if (credentialSubject.id !== undefined && typeof credentialSubject.id !== 'string') {
    throw unreadable('its subject has no proper identifier', '主体没有正确的标识符');
  }
  const entries = credentialStatus === undefined ? [] : [credentialStatus].flat();
  for (const entry of entries) {
    if (!isRecord(entry) || typeof entry.type !== 'string') throw unreadable('its status has no type', '状态没有类型');
  }
  if (entries.length > 8) throw unreadable('it has too many statuses', '状态过多');
  readTime(value.validFrom, 'validFrom');
  readTime(value.validUntil, 'validUntil');
  return { ...value, '@context': context, type, issuer, credentialSubject } as unknown as Credential;
}

/** The one proof of a document. @throws CREDENTIAL_UNREADABLE */
export function proofOf(document: Json): Json {
  const proofs = [document.proof].flat();
  const [proof] = proofs;
  if (proofs.length !== 1 || !isRecord(proof))
    throw unreadable('it does not have exactly one proof', '须有且只有一个证明');
  if (proof.type !== 'DataIntegrityProof' || proof.cryptosuite !== 'eddsa-rdfc-2022') {
    throw unreadable(
      `its proof is ${proof.cryptosuite ?? proof.type}, not eddsa-rdfc-2022`,
      `证明为 ${proof.cryptosuite ?? proof.type}，而不是 eddsa-rdfc-2022`,
    );
  }
  return proof;
}

/** A credential with a Data Integrity proof. @throws CREDENTIAL_UNREADABLE */
export function parseDocument(document: Json): ParsedCredential {
  refuseLargeGraph(document);
  refuseHiddenTerms(document);
  const proof = proofOf(document);
  if (proof.proofPurpose !== 'assertionMethod') throw unreadable('its proof is not for issuing', '证明的用途不是签发');
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

/** A `vc+jwt`. @throws CREDENTIAL_UNREADABLE */
export function parseJwt(jwt: string): ParsedCredential {
  const { header, payload } = decodeCompact(jwt) ?? {};
  if (!header || !payload) throw unreadable('it is no JWT', '不是 JWT');
  if (header.typ !== 'vc+jwt')
    throw unreadable(
      `the typ of its header is ${JSON.stringify(header.typ)}, not vc+jwt`,
      `头部的 typ 是 ${JSON.stringify(header.typ)}，而不是 vc+jwt`,
    );
  if (header.crit !== undefined) throw unreadable('its header has critical extensions', '头部含有关键扩展（crit）');
  if ('vc' in payload) throw unreadable('it is of the data model 1.1', '采用的是 1.1 版数据模型');
  const { iat, exp, nbf, iss, ...rest } = payload;
  const credential = toCredential(rest);
  const issuer = issuerOf(credential);
  if (iss !== undefined && iss !== issuer) throw unreadable('iss is not its issuer', 'iss 不是签发方');
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

/** A `dc+sd-jwt`. @throws CREDENTIAL_UNREADABLE */
export async function parseSdJwt(sdJwt: string): Promise<ParsedCredential> {
  const [jwt = '', ...rest] = sdJwt.split('~');
  const { header } = decodeCompact(jwt) ?? {};
  if (!header) throw unreadable('it is no SD-JWT', '不是 SD-JWT');
  if (!['dc+sd-jwt', 'vc+sd-jwt'].includes(String(header.typ)))
    throw unreadable('the typ of its header is not dc+sd-jwt', '头部的 typ 不是 dc+sd-jwt');
  if (header.crit !== undefined) throw unreadable('its header has critical extensions', '头部含有关键扩展（crit）');
  if (rest.length > 200) throw unreadable('it has too many disclosures', '披露项过多');
  const claims = await readSdJwt(
    `${jwt}~${rest
      .slice(0, -1)
      .map((one) => `${one}~`)
      .join('')}`,
  ).catch((error: unknown) => {
    const problem = error instanceof Error ? error.message : 'its disclosures do not fit';
    throw unreadable(problem, `披露项不符（${problem}）`);
  });
  const { iss, sub, vct, iat, nbf, exp, jti, cnf, credentialStatus, credentialSchema, status, ...subject } = claims;
  if (typeof iss !== 'string' || typeof vct !== 'string') throw unreadable('it lacks iss or vct', '缺少 iss 或 vct');
  if (status !== undefined) throw unreadable('its status is of a kind that is not read here', '状态的种类不受支持');
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
