import { wordsOfError } from '../../words.ts';
import { parse } from '../formats/parse.ts';
import type { ParsedCredential } from '../formats/parseCredential.ts';
import { issuerOf, type StatusEntry } from '../model.ts';
import { readStatusBit } from '../status/bits.ts';
import { type Finding, finding } from './findings.ts';
import { checkProof, type VerifyContext } from './verifyCredential.ts';

const wrong = (problem: string, zh: string) => finding('status', false, 'status.wrong', { problem }, { problem: zh });

/** What one entry says (Bitstring Status List 1.0, section 3.2); null for a purpose that says nothing of validity. */
async function checkEntry(entry: StatusEntry, issuer: string, context: VerifyContext): Promise<Finding | null> {
  const { type, statusPurpose, statusListIndex, statusListCredential: url } = entry;
  if (type !== 'BitstringStatusListEntry') return wrong(`its type ${type} is not read here`, `不支持类型 ${type}`);
  if (statusPurpose !== 'revocation' && statusPurpose !== 'suspension') return null;
  if (typeof url !== 'string' || !/^\d{1,10}$/.test(String(statusListIndex)))
    return wrong('its place is no number', '其中的位置不是数');
  let given: string | object | null;
  try {
    given = await context.readStatusList(url);
  } catch (error) {
    const { en, zh } = wordsOfError(error);
    return finding('status', false, 'status.unavailable', { problem: en }, { problem: zh });
  }
  if (given === null) return finding('status', null, 'status.not-given');
  const list = await parse(given).catch(() => null);
  if (list?.kind !== 'credential' || !list.credential.type.includes('BitstringStatusListCredential')) {
    return wrong('it is no status list credential', '不是状态列表凭证');
  }
  if (issuerOf(list.credential) !== issuer) return wrong('another issuer signed it', '由另一签发方签名');
  const failed = (await checkProof(list, context)).find(({ ok }) => ok === false);
  if (failed) return wrong(failed.detail.replace(/\.$/, ''), failed.zh.replace(/。$/, ''));
  const { validUntil, validFrom } = list.credential;
  if (validUntil && Date.parse(validUntil) < context.now.getTime())
    return wrong(`it expired at ${validUntil}`, `已于 ${validUntil} 过期`);
  const { id, statusPurpose: purpose, encodedList } = list.credential.credentialSubject;
  if ((list.credential.id ?? String(id).replace(/#.*$/, '')) !== url)
    return wrong('it is another list', '是另一份列表');
  if (![purpose].flat().includes(statusPurpose)) return wrong('it has another purpose', '用途不同');
  const bit = readStatusBit(encodedList, Number(statusListIndex));
  if (bit === null) return wrong('it has no such place', '没有所指的位置');
  if (!bit) return finding('status', true, 'status.ok', { time: validFrom ?? list.signedAt?.toISOString() ?? '…' });
  return finding('status', false, statusPurpose === 'revocation' ? 'status.revoked' : 'status.suspended');
}

/** Whether the issuer suspended or revoked a credential. */
export async function checkStatus({ credential }: ParsedCredential, context: VerifyContext): Promise<Finding> {
  const { credentialStatus } = credential;
  if (credentialStatus === undefined) return finding('status', true, 'status.none');
  const issuer = issuerOf(credential);
  const found = await Promise.all([credentialStatus].flat().map((entry) => checkEntry(entry, issuer, context)));
  const findings = found.filter((one) => one !== null);
  const revoked = findings.find(({ code }) => code === 'status.revoked');
  return (
    revoked ??
    findings.find(({ ok }) => ok === false) ??
    findings.find(({ ok }) => ok === null) ??
    findings[0] ??
    finding('status', true, 'status.none')
  );
}
