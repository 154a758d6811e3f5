import type { JsonValue } from '../canonicalizeJson.ts';
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
    const what = `The agreement in the records of ${participant}`;
    if (isObject(body.offer)) offer = body.offer;
    if (type !== 'ContractAgreementMessage' || !isObject(body.agreement)) continue;
    const { agreement } = body;
    if (agreement['@id'] !== bundle.agreement) continue;
    ensure(offer, `${what} has no offer before it.`);
    ensure(sent === (side === 'P'), `${what} was not sent by the provider.`);
    ensure(agreement.target === offer.target, `${what} is about another dataset than the offer.`);
    ensure(agreement.assigner === sender, `${what} names another provider than its sender.`);
    ensure(agreement.assignee === token.payload.aud, `${what} names another consumer than its receiver.`);
    found = { agreement, changed: rulesOf(agreement) !== rulesOf(offer) };
  }
  return found;
}

/** The agreement of every view: the same, from an offer, verified by the consumer and finalized by the provider. @throws CheckFailed */
export function checkAgreement(
  bundle: ExchangeBundle,
  messages: readonly OpenMessage[],
): { agreement: Json; detail: string } {
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
    );
    found.push(agreed);
  }
  const [first] = found;
  ensure(first, `No message makes the agreement ${bundle.agreement}.`);
  ensure(found.length === participants.length, 'A view has no message that makes the agreement, or two.');
  ensure(
    new Set(found.map(({ agreement }) => digestJson(agreement))).size === 1,
    'The two views have different agreements.',
  );
  const rules = first.changed
    ? 'its rules differ from the offer, and the consumer accepted that'
    : 'its rules are those of the offer';
  return { agreement: first.agreement, detail: `The agreement follows from the offer; ${rules}.` };
}

const grantFacts = ['dataset', 'version', 'purpose', 'notBefore', 'notAfter', 'maxCount'] as const;

/** That the grant on the chain is the agreement's. @throws CheckFailed */
export function checkGrant(
  bundle: ExchangeBundle,
  views: readonly OpenView[],
  agreement: Json,
): string | { open: string } {
  const ids = new Set<JsonValue>();
  const disclosed = isObject(agreement['xy:grant']) ? agreement['xy:grant'] : null;
  if (disclosed?.id !== undefined) ids.add(disclosed.id);
  for (const { claims, participant, records } of views) {
    for (const { facts } of records) if (facts.grant !== undefined) ids.add(facts.grant);
    if (claims.grant === null) continue;
    const grant = readDocument(bundle, claims.grant, `The grant of ${participant}`);
    ensure(grant.agreement === bundle.agreement, `The grant of ${participant} is of another agreement.`);
    ensure(grant.dataset === agreement.target, `The grant of ${participant} is for another dataset.`);
    ensure(grant.provider === agreement.assigner, `The grant of ${participant} names another provider.`);
    ensure(grant.consumer === agreement.assignee, `The grant of ${participant} names another consumer.`);
    for (const name of grantFacts) {
      const isSame = !disclosed || disclosed[name] === undefined || sameFact(disclosed[name], grant[name]);
      ensure(isSame, `The grant of ${participant} has another ${name} than the agreement.`);
    }
    ids.add(grant.id ?? null);
  }
  ensure(ids.size <= 1, 'The records and the agreement name different grants.');
  const [id] = ids;
  return id === undefined ? { open: 'The agreement names no grant.' } : `The grant ${String(id)} is the agreement's.`;
}

/** Times may have been written with or without fractions of a second. */
function sameFact(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  if (a === b) return true;
  const times = [a, b].map((value) => (typeof value === 'string' ? Date.parse(value) : Number.NaN));
  return times[0] === times[1];
}

/** That what one department sent, the other received. @throws CheckFailed */
export function checkViews(views: readonly OpenView[], messages: readonly OpenMessage[]): string | { open: string } {
  const [one, two] = views;
  if (!one || !two)
    return { open: `Only the records of ${one?.participant} are here; those of the other side can be added.` };
  ensure(views.length === 2, 'An exchange has two sides.');
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
    );
  }
  return 'What each side sent, the other received.';
}
