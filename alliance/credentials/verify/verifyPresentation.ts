import { wordsOfError } from '../../words.ts';
import { verifyDataIntegrity } from '../formats/dataIntegrity.ts';
import { verifyCompact } from '../formats/jose.ts';
import { type ParsedPresentation, parse } from '../formats/parse.ts';
import type { ParsedCredential } from '../formats/parseCredential.ts';
import { verifyKeyBinding } from '../formats/sdJwt.ts';
import type { CredentialFormat } from '../model.ts';
import { checkKey } from './checkKey.ts';
import { type Finding, finding, presentationCheckIds } from './findings.ts';
import {
  type CredentialReport,
  checkContexts,
  fillIn,
  type VerifyContext,
  verifyCredential,
} from './verifyCredential.ts';

/** What the verifier asked for. */
export interface Expected {
  challenge?: string | undefined;
  domain?: string | undefined;
  /** Why the challenge does not count, though it is the right one. */
  refused?: 'challenge.used' | 'challenge.expired' | undefined;
}

/** What was found about a presentation. */
export interface PresentationReport {
  format: CredentialFormat;
  holder: string | null;
  challenge: string;
  domain: string;
  checks: Finding[];
}

/** What was found about what somebody showed: a credential, or a presentation of some. */
export interface Report {
  valid: boolean;
  kind: 'credential' | 'presentation';
  presentation: PresentationReport | null;
  credentials: CredentialReport[];
}

function checkAudience({ challenge, domain }: ParsedPresentation, expected: Expected): Finding[] {
  const answers = expected.challenge === undefined ? null : challenge === expected.challenge;
  const isFor = expected.domain === undefined ? null : domain === expected.domain;
  const challengeCode = answers ? (expected.refused ?? 'challenge.ok') : 'challenge.other';
  return [
    answers === null
      ? finding('challenge', null, 'challenge.not-given')
      : finding('challenge', challengeCode === 'challenge.ok', challengeCode),
    isFor === null
      ? finding('domain', null, 'domain.not-given', { domain })
      : finding('domain', isFor, isFor ? 'domain.ok' : 'domain.other', { domain, expected: expected.domain ?? '' }),
  ];
}

/** Only whom a credential is about can present it: nobody shows somebody else's. */
function findForeignSubject(credentials: readonly ParsedCredential[], holder: string): string | null {
  const subjects = credentials.map(({ credential }) => credential.credentialSubject.id ?? '…');
  return subjects.find((subject) => subject !== holder) ?? null;
}

async function verifyByDid(parsed: ParsedPresentation, context: VerifyContext): Promise<Finding[]> {
  const { holder, raw, format, methodId, signedAt, challenge, domain, credentials } = parsed;
  const did = holder ?? methodId?.replace(/#.*$/, '') ?? '';
  const resolved = await context.resolve(did).catch(wordsOfError);
  if ('zh' in resolved)
    return [finding('holder', false, 'holder.none', { did, problem: resolved.en }, { problem: resolved.zh })];
  const subject = findForeignSubject(credentials, did);
  if (subject !== null) return [finding('holder', false, 'holder.other', { did, subject })];
  const findings = [finding('holder', true, 'holder.ok', { did, source: resolved.source })];
  const { finding: found, key } = checkKey({ resolved, methodId, relationship: 'authentication', signedAt });
  findings.push(found);
  if (!key) return findings;
  if (parsed.proofExpires && parsed.proofExpires < context.now) {
    return [...findings, finding('proof', false, 'proof.expired', { time: parsed.proofExpires.toISOString() })];
  }
  const { ok, problem } =
    format === 'vc+jwt'
      ? await verifyCompact(String(raw), key.publicKey)
      : await verifyDataIntegrity({
          document: raw as object,
          method: { ...key.method },
          controller: did,
          audience: { challenge, domain },
          contexts: context.contexts,
        });
  findings.push(ok ? finding('proof', true, 'proof.ok') : finding('proof', false, 'proof.wrong', { problem }));
  return findings;
}

/** An SD-JWT is bound to a key of its holder: the key is in the credential, or the DID of its subject has it. */
async function verifyByKey(parsed: ParsedPresentation, context: VerifyContext): Promise<Finding[]> {
  const { raw, challenge, domain, credentials } = parsed;
  const [sdJwt] = credentials;
  const holderKey = sdJwt?.holderKey;
  if (!holderKey)
    return [
      finding(
        'holder',
        false,
        'holder.none',
        { did: '', problem: 'it is bound to no Ed25519 key.' },
        { problem: '没有绑定 Ed25519 密钥。' },
      ),
    ];
  const findings = [finding('holder', true, 'holder.bound')];
  const did = sdJwt.credential.credentialSubject.id;
  const resolved = did?.startsWith('did:') ? await context.resolve(did).catch(() => null) : null;
  const lost = resolved?.keys?.some(
    ({ publicKey, compromised }) => compromised && Buffer.compare(publicKey, holderKey) === 0,
  );
  findings.push(lost ? finding('key', false, 'key.compromised') : finding('key', true, 'key.bound'));
  const { ok, problem, zh } = await verifyKeyBinding(String(raw), holderKey, { challenge, domain, now: context.now });
  findings.push(
    ok
      ? finding('proof', true, 'proof.ok')
      : finding('proof', false, 'proof.wrong', { problem }, zh ? { problem: zh } : {}),
  );
  return findings;
}

async function verifyPresentation(
  parsed: ParsedPresentation,
  context: VerifyContext,
  expected: Expected,
): Promise<PresentationReport> {
  const { format, raw, holder, challenge, domain } = parsed;
  const findings = [
    finding('format', true, 'format.presentation', { format }),
    checkContexts(raw, format === 'data-integrity', context),
  ];
  if (findings[1]?.ok !== false) {
    findings.push(...(await (format === 'dc+sd-jwt' ? verifyByKey(parsed, context) : verifyByDid(parsed, context))));
  }
  findings.push(...checkAudience(parsed, expected));
  return { format, holder, challenge, domain, checks: fillIn(findings, presentationCheckIds) };
}

/** Verifies what somebody showed. @throws CREDENTIAL_UNREADABLE when it is neither a credential nor a presentation */
export async function verify(input: unknown, context: VerifyContext, expected: Expected = {}): Promise<Report> {
  const parsed = await parse(input);
  const given = parsed.kind === 'credential' ? [parsed] : parsed.credentials;
  const presentation = parsed.kind === 'presentation' ? await verifyPresentation(parsed, context, expected) : null;
  const credentials = await Promise.all(given.map((one) => verifyCredential(one, context)));
  const holds = presentation?.checks.every(({ ok }) => ok !== false) ?? true;
  // A presentation that shows nothing proves nothing but its holder's key.
  return { valid: holds && credentials.every(({ valid }) => valid), kind: parsed.kind, presentation, credentials };
}
