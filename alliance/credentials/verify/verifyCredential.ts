import type { ResolveDid } from '../../dids/resolveDid.ts';
import { wordsOfError } from '../../words.ts';
import { bundledContexts, findForeignContext, inlineContext, vcContext } from '../contexts.ts';
import { verifyDataIntegrity } from '../formats/dataIntegrity.ts';
import { verifyCompact } from '../formats/jose.ts';
import type { ParsedCredential } from '../formats/parseCredential.ts';
import { verifySdJwt } from '../formats/sdJwt.ts';
import { type CredentialFormat, issuerOf, typeOf } from '../model.ts';
import { checkKey } from './checkKey.ts';
import { checkSchema } from './checkSchema.ts';
import { checkStatus } from './checkStatus.ts';
import { type CheckId, checkIds, type Finding, finding } from './findings.ts';

/** What a verifier knows and can find out. */
export interface VerifyContext {
  now: Date;
  resolve: ResolveDid;
  /** A signed status list, as document or token; null when it was not given. It throws when it cannot be had. */
  readStatusList(url: string): Promise<string | object | null>;
  /** A JSON Schema by its address; null when it is not known here. */
  readSchema(id: string): Promise<object | null>;
  /** The findings 'authority' and 'chain' about a credential whose signature fits. */
  judge(parsed: ParsedCredential): Promise<Finding[]>;
  /** JSON-LD contexts besides the bundled ones. */
  contexts?: ReadonlyMap<string, unknown> | undefined;
}

/** What a credential says, and what was found about it. */
export interface CredentialReport {
  valid: boolean;
  format: CredentialFormat;
  id: string | null;
  type: string;
  name: string | null;
  issuer: string;
  subject: string | null;
  validFrom: string | null;
  validUntil: string | null;
  claims: Record<string, unknown>;
  checks: Finding[];
}

const clockSkewMs = 300_000;

/** Whether every context is bundled. */
export function checkContexts(raw: unknown, needed: boolean, { contexts }: Pick<VerifyContext, 'contexts'>): Finding {
  if (!needed) return finding('context', true, 'context.none');
  const foreign = findForeignContext(raw, new Set([...bundledContexts, ...(contexts?.keys() ?? [])]));
  return foreign
    ? finding(
        'context',
        false,
        'context.unknown',
        { context: foreign },
        foreign === inlineContext ? { context: '直接写在凭证中的上下文' } : {},
      )
    : finding('context', true, 'context.ok');
}

function verifySignature(
  { format, raw }: ParsedCredential,
  key: { method: { id: string; type: string }; publicKey: Uint8Array },
  controller: string,
  { contexts }: VerifyContext,
): Promise<{ ok: boolean; problem: string }> {
  if (format === 'vc+jwt') return verifyCompact(String(raw), key.publicKey);
  if (format === 'dc+sd-jwt') return verifySdJwt(String(raw), key.publicKey);
  return verifyDataIntegrity({ document: raw as object, method: { ...key.method }, controller, contexts });
}

function checkPeriod({ credential, proofExpires }: ParsedCredential, now: Date): Finding {
  const { validFrom, validUntil } = credential;
  if (validFrom && Date.parse(validFrom) > now.getTime() + clockSkewMs) {
    return finding('period', false, 'period.early', { time: validFrom });
  }
  const ends = [
    validUntil ? Date.parse(validUntil) : Number.POSITIVE_INFINITY,
    proofExpires?.getTime() ?? Number.POSITIVE_INFINITY,
  ];
  const end = Math.min(...ends);
  if (end < now.getTime()) return finding('period', false, 'period.expired', { time: new Date(end).toISOString() });
  return finding('period', true, 'period.ok');
}

/** Format to proof: what has to hold before anything in the credential means something. */
export async function checkProof(parsed: ParsedCredential, context: VerifyContext): Promise<Finding[]> {
  const { format, credential, signedAt } = parsed;
  const usesContexts = format !== 'dc+sd-jwt';
  if (usesContexts && credential['@context'][0] !== vcContext) {
    return [
      finding(
        'format',
        false,
        'format.wrong',
        { problem: `its first context is not ${vcContext}` },
        { problem: `第一个上下文不是 ${vcContext}` },
      ),
    ];
  }
  const findings = [finding('format', true, 'format.ok', { format }), checkContexts(credential, usesContexts, context)];
  if (findings.some(({ ok }) => ok === false)) return findings;
  const did = issuerOf(credential);
  const resolved = await context.resolve(did).catch((error: unknown) => {
    const { en, zh } = wordsOfError(error);
    findings.push(finding('issuer', false, 'issuer.none', { did, problem: en }, { problem: zh }));
    return null;
  });
  if (!resolved) return findings;
  findings.push(finding('issuer', true, 'issuer.ok', { did, source: resolved.source }));
  const { methodId } = parsed;
  const checked = checkKey({ resolved, methodId, relationship: 'assertionMethod', signedAt });
  findings.push(checked.finding);
  if (!checked.key) return findings;
  if (signedAt && signedAt.getTime() > context.now.getTime() + clockSkewMs) {
    return [...findings, finding('proof', false, 'proof.future', { time: signedAt.toISOString() })];
  }
  const { ok, problem } = await verifySignature(parsed, checked.key, did, context);
  findings.push(ok ? finding('proof', true, 'proof.ok') : finding('proof', false, 'proof.wrong', { problem }));
  return findings;
}

/** Findings in the order of their ids; what is missing was not looked at. */
export function fillIn(findings: readonly Finding[], ids: readonly CheckId[]): Finding[] {
  return ids.map((id) => findings.find((one) => one.id === id) ?? finding(id, null, 'skipped'));
}

/** Verifies a credential. Nothing is thrown for one that does not hold: every finding is in the report. */
export async function verifyCredential(parsed: ParsedCredential, context: VerifyContext): Promise<CredentialReport> {
  const findings = await checkProof(parsed, context);
  if (findings.every(({ ok }) => ok) && findings.length === 5) {
    findings.push(checkPeriod(parsed, context.now));
    findings.push(...(await Promise.all([checkStatus(parsed, context), checkSchema(parsed, context)])));
    findings.push(...(await context.judge(parsed)));
  }
  const checks = fillIn(findings, checkIds);
  const { credential, format } = parsed;
  const { id: subject = null, ...claims } = credential.credentialSubject;
  return {
    valid: checks.every(({ ok }) => ok !== false),
    format,
    id: credential.id ?? null,
    type: typeOf(credential),
    name: typeof credential.name === 'string' ? credential.name : null,
    issuer: issuerOf(credential),
    subject,
    validFrom: credential.validFrom ?? null,
    validUntil: credential.validUntil ?? null,
    claims,
    checks,
  };
}
