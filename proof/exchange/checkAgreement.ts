import type { JsonValue } from '../canonicalizeJson.ts';
import type { Words } from '../words.ts';
import { readDocument } from './checkChain.ts';
import { groupMessages, type OpenMessage, ownSide } from './checkMessages.ts';
import { digestJson } from './digestLink.ts';
import type { ExchangeBundle } from './exchangeBundle.ts';
import { ensure } from './exchangeCheck.ts';
import { isObject, type OpenView } from './openView.ts';

type Json = { [key: string]: JsonValue };

const ruleNames = ['permission', 'prohibition', 'obligation'] as const;
const rulesOf = (policy: Json) => digestJson(ruleNames.map((name) => policy[name] ?? []));

/** The agreement that the messages made, and whether its rules are those of the offer before it. */
export interface FoundAgreement {
  agreement: Json;
  changed: boolean;
}

/** Finds the agreement of the bundle and compares it with the offer before it. @throws CheckFailed */
function findAgreement(bundle: ExchangeBundle, group: readonly OpenMessage[]): FoundAgreement | null {
  let offer: Json | null = null;
  let found: FoundAgreement | null = null;
  const side = ownSide(group);
  for (const { type, body, sent, sender, token, participant } of group) {
    const what = { en: `The agreement in the records of ${participant}`, zh: `${participant} 记录中的协议` };
    if (isObject(body.offer)) offer = body.offer;
    if (type !== 'ContractAgreementMessage' || !isObject(body.agreement)) continue;
    const { agreement } = body;
    if (agreement['@id'] !== bundle.agreement) continue;
    ensure(offer, `${what.en} has no offer before it.`, `${what.zh}之前没有要约。`);
    ensure(sent === (side === 'P'), `${what.en} was not sent by the provider.`, `${what.zh}不是由提供方发出的。`);
    ensure(
      agreement.target === offer.target,
      `${what.en} is about another dataset than the offer.`,
      `${what.zh}与要约的数据集不同。`,
    );
    ensure(
      agreement.assigner === sender,
      `${what.en} names another provider than its sender.`,
      `${what.zh}写明的提供方不是发送方。`,
    );
    ensure(
      agreement.assignee === token.payload.aud,
      `${what.en} names another consumer than its receiver.`,
      `${what.zh}写明的使用方不是接收方。`,
    );
    found = { agreement, changed: rulesOf(agreement) !== rulesOf(offer) };
  }
  return found;
}

/** The agreement of every view: the same, from an offer, verified by the consumer and finalized by the provider. @throws CheckFailed */
export function checkAgreement(
  bundle: ExchangeBundle,
  messages: readonly OpenMessage[],
): { agreement: Json; detail: Words } {
  const participants = [...new Set(messages.map(({ participant }) => participant))];
  const found: FoundAgreement[] = [];
  for (const group of groupMessages(messages)) {
    const agreed = findAgreement(bundle, group);
    if (!agreed) continue;
    const types = group.map(({ type }) => type);
    const participant = group[0]?.participant ?? '';
    ensure(
      types.includes('ContractAgreementVerificationMessage'),
      `The agreement in the records of ${participant} was never verified by the consumer.`,
      `${participant} 记录中的协议没有经使用方核验。`,
    );
    found.push(agreed);
  }
  const [first] = found;
  ensure(first, `No message makes the agreement ${bundle.agreement}.`, `没有消息订立协议 ${bundle.agreement}。`);
  ensure(
    found.length === participants.length,
    'A view has no message that makes the agreement, or two.',
    '有一方的记录没有订立协议的消息，或有两条。',
  );
  ensure(
    new Set(found.map(({ agreement }) => digestJson(agreement))).size === 1,
    'The two views have different agreements.',
    '两方记录中的协议不同。',
  );
  const rules = first.changed
    ? { en: 'its rules differ from the offer, and the consumer accepted that', zh: '规则与要约不同，使用方已接受' }
    : { en: 'its rules are those of the offer', zh: '规则与要约一致' };
  const detail = { en: `The agreement follows from the offer; ${rules.en}.`, zh: `协议由要约而来；${rules.zh}。` };
  return { agreement: first.agreement, detail };
}

const grantFacts = ['dataset', 'version', 'purpose', 'notBefore', 'notAfter', 'maxCount'] as const;

/** That the grant on the chain is the agreement's. @throws CheckFailed */
export function checkGrant(
  bundle: ExchangeBundle,
  views: readonly OpenView[],
  agreement: Json,
): Words | { open: Words } {
  const ids = new Set<JsonValue>();
  const disclosed = isObject(agreement['xy:grant']) ? agreement['xy:grant'] : null;
  if (disclosed?.id !== undefined) ids.add(disclosed.id);
  for (const { claims, participant, records } of views) {
    for (const { facts } of records) if (facts.grant !== undefined) ids.add(facts.grant);
    if (claims.grant === null) continue;
    const grant = readDocument(bundle, claims.grant, {
      en: `The grant of ${participant}`,
      zh: `${participant} 的授权`,
    });
    ensure(
      grant.agreement === bundle.agreement,
      `The grant of ${participant} is of another agreement.`,
      `${participant} 的授权属于另一份协议。`,
    );
    ensure(
      grant.dataset === agreement.target,
      `The grant of ${participant} is for another dataset.`,
      `${participant} 的授权对应另一数据集。`,
    );
    ensure(
      grant.provider === agreement.assigner,
      `The grant of ${participant} names another provider.`,
      `${participant} 的授权写明的是另一提供方。`,
    );
    ensure(
      grant.consumer === agreement.assignee,
      `The grant of ${participant} names another consumer.`,
      `${participant} 的授权写明的是另一使用方。`,
    );
    for (const name of grantFacts) {
      const isSame = !disclosed || disclosed[name] === undefined || sameFact(disclosed[name], grant[name]);
      ensure(
        isSame,
        `The grant of ${participant} has another ${name} than the agreement.`,
        `${participant} 的授权中 ${name} 与协议不同。`,
      );
    }
    ids.add(grant.id ?? null);
  }
  ensure(ids.size <= 1, 'The records and the agreement name different grants.', '记录与协议写明的授权不同。');
  const [id] = ids;
  return id === undefined
    ? { open: { en: 'The agreement names no grant.', zh: '协议没有写明授权。' } }
    : { en: `The grant ${String(id)} is the agreement's.`, zh: `授权 ${String(id)} 属于该协议。` };
}

/** Times may have been written with or without fractions of a second. */
function sameFact(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  if (a === b) return true;
  const times = [a, b].map((value) => (typeof value === 'string' ? Date.parse(value) : Number.NaN));
  return times[0] === times[1];
}

/** That what one department sent, the other received. @throws CheckFailed */
export function checkViews(views: readonly OpenView[], messages: readonly OpenMessage[]): Words | { open: Words } {
  const [one, two] = views;
  if (!one || !two)
    return {
      open: {
        en: `Only the records of ${one?.participant} are here; those of the other side can be added.`,
        zh: `这里只有 ${one?.participant} 的记录；可以加入另一方的记录。`,
      },
    };
  ensure(views.length === 2, 'An exchange has two sides.', '一次共享交换只有两方。');
  const digests = (participant: string, sent: boolean) =>
    new Set(
      messages
        .filter((message) => message.participant === participant && message.sent === sent)
        .map((m) => m.bodyDigest),
    );
  for (const [sender, receiver] of [
    [one, two],
    [two, one],
  ] as const) {
    const received = digests(receiver.participant, false);
    const sent = digests(sender.participant, true);
    const lost = [...sent].find((digest) => !received.has(digest)) ?? [...received].find((digest) => !sent.has(digest));
    ensure(
      lost === undefined,
      `What ${sender.participant} sent and ${receiver.participant} received differs: ${lost} is in the records of one only.`,
      `${sender.participant} 发出的与 ${receiver.participant} 收到的不一致：${lost} 只在一方的记录中。`,
    );
  }
  return { en: 'What each side sent, the other received.', zh: '每一方发出的，另一方都已收到。' };
}
