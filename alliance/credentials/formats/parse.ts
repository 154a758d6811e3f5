import type { CredentialFormat } from '../model.ts';
import { refuseHiddenTerms, refuseLargeGraph } from './hiddenTerms.ts';
import { decodeCompact } from './jose.ts';
import { type ParsedCredential, parseDocument, parseJwt, parseSdJwt, proofOf } from './parseCredential.ts';
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

const maxChars = 256 * 1024;
const maxCredentials = 20;

async function parsePresentedSdJwt(sdJwt: string): Promise<ParsedPresentation> {
  const binding = decodeCompact(sdJwt.slice(sdJwt.lastIndexOf('~') + 1));
  if (binding?.header.typ !== 'kb+jwt') throw unreadable('its key binding is no kb+jwt', '密钥绑定不是 kb+jwt');
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
  if (entries.length > maxCredentials)
    throw unreadable(`it has more than ${maxCredentials} credentials`, `凭证超过 ${maxCredentials} 份`);
  return Promise.all(
    entries.map(async (entry) => {
      const parsed = await parse(entry);
      if (parsed.kind !== 'credential') throw unreadable('it has a presentation inside', '其中又包含出示文件');
      return parsed;
    }),
  );
}

async function parsePresentation(document: Json): Promise<ParsedPresentation> {
  refuseLargeGraph(document);
  refuseHiddenTerms(document);
  const proof = proofOf(document);
  if (proof.proofPurpose !== 'authentication')
    throw unreadable('its proof is not for presenting', '证明的用途不是出示');
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
  if (header.crit !== undefined) throw unreadable('its header has critical extensions', '头部含有关键扩展（crit）');
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
    if (text.length > maxChars) throw unreadable(`it has more than ${maxChars} characters`, `超过 ${maxChars} 个字符`);
    if (text.startsWith('{')) {
      try {
        return await parse(JSON.parse(text) as unknown);
      } catch (error) {
        if (error instanceof SyntaxError) throw unreadable('its JSON is broken', 'JSON 格式有误');
        throw error;
      }
    }
    if (text.includes('~')) return text.endsWith('~') ? parseSdJwt(text) : parsePresentedSdJwt(text);
    return decodeCompact(text)?.header.typ === 'vp+jwt' ? parsePresentationJwt(text) : parseJwt(text);
  }
  if (!isRecord(input)) throw unreadable('it is neither JSON nor a token', '既不是 JSON，也不是令牌');
  if (isTooDeep(input)) throw unreadable('it is nested too deep', '嵌套层数过多');
  const type = texts(input.type);
  const enveloped = /^Enveloped(VerifiableCredential|VerifiablePresentation)$/;
  if (type.some((one) => enveloped.test(one))) {
    const [, token] = /^data:[^,]{1,100},(.*)$/s.exec(String(input.id)) ?? [];
    if (token === undefined) throw unreadable('its envelope is no data: URL', '信封不是 data: URL');
    return parse(token);
  }
  return type.includes('VerifiablePresentation') ? parsePresentation(input) : parseDocument(input);
}
