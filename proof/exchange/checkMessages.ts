import type { JsonValue } from '../canonicalizeJson.ts';
import { readDocument } from './checkChain.ts';
import { isLegalRun, type Side, stateAfter } from './dspMachine.ts';
import type { ExchangeBundle } from './exchangeBundle.ts';
import { ensure } from './exchangeCheck.ts';
import { isObject, type OpenView } from './openView.ts';
import { type ReadJws, readJws, type VerifySignature } from './readJws.ts';
import { didOfKid, keyOfDid, keyOfDocument } from './readKey.ts';

/** A DSP message of a view, as it was on the wire. */
export interface OpenMessage {
  participant: string;
  record: number;
  /** Whether the view's department sent it. */
  sent: boolean;
  /** Kind and own id of its process. */
  process: string;
  /** With its event, where it is one. */
  type: string;
  body: { [key: string]: JsonValue };
  bodyDigest: string;
  token: ReadJws;
  /** The DID that sent it. */
  sender: string;
}

/** `typ` of the token that a message is sent with. */
const tokenType = 'xy-message+jwt';
const credentialType = 'vc+jwt';
const kinds = ['message.sent', 'message.received'];

/** Reads the messages between the connectors: bodies against the tokens that they were sent with. @throws CheckFailed */
export function readMessages(bundle: ExchangeBundle, views: readonly OpenView[]): OpenMessage[] {
  const messages: OpenMessage[] = [];
  for (const { participant, records } of views) {
    for (const { sequence, kind, outcome, documents, facts, counterparty, signer } of records) {
      if (!kinds.includes(kind) || outcome !== 'ok') continue;
      const what = `The message of record ${sequence} of ${participant}`;
      const process = facts.transfer ? `transfer ${facts.transfer}` : `negotiation ${facts.negotiation}`;
      ensure(facts.transfer ?? facts.negotiation, `${what} names neither a negotiation nor a transfer.`);
      const { body: bodyDigest, token: tokenDigest } = documents;
      ensure(bodyDigest !== undefined && tokenDigest !== undefined, `${what} has no body or no token.`);
      const body = readDocument(bundle, bodyDigest, what);
      const token = readJws(bundle.documents[tokenDigest] ?? '');
      ensure(token, `${what} has no readable token.`);
      const sent = kind === 'message.sent';
      const sender = didOfKid(token.header.kid);
      ensure(token.header.typ === tokenType && token.header.alg === 'EdDSA', `${what} has a token of another type.`);
      ensure(sender !== null && token.payload.iss === sender, `${what} has a token without a sender.`);
      const [expected, other] = sent ? [signer, counterparty] : [counterparty, signer];
      ensure(sender === expected, `${what} was sent by another connector than the record says.`);
      ensure(token.payload.aud === other, `${what} was sent to another connector than the record says.`);
      ensure(token.payload.bodyDigest === bodyDigest, `${what} is not the one that its token was made for.`);
      const event = body['@type'] === 'ContractNegotiationEventMessage' ? ` ${String(body.eventType)}` : '';
      const type = `${String(body['@type'])}${event}`;
      messages.push({ participant, record: sequence, sent, process, type, body, bodyDigest, token, sender });
    }
  }
  return messages;
}

/** That every token was signed by its sender. @throws CheckFailed */
export function checkTokens(messages: readonly OpenMessage[], verify: VerifySignature): string {
  for (const { token, sender, record, participant } of messages) {
    const publicKey = keyOfDid(sender);
    ensure(
      publicKey && verify({ publicKey, message: token.message, signature: token.signature }),
      `The token of record ${record} of ${participant} is not signed by its sender.`,
    );
  }
  return `${messages.length} messages, each as its sender signed it.`;
}

/** The signed credentials in the tokens, against the DID documents of their issuers as they were then. @throws CheckFailed */
export function checkCredentials(
  bundle: ExchangeBundle,
  views: readonly OpenView[],
  messages: readonly OpenMessage[],
  verify: VerifySignature,
): string | { open: string } {
  const seen = new Set<string>();
  const unknown = new Set<string>();
  let checked = 0;
  for (const { token, participant, record, sender } of messages) {
    const dids = views.find((view) => view.participant === participant)?.claims.dids ?? {};
    const { vp } = token.payload;
    const shown = isObject(vp) && Array.isArray(vp.verifiableCredential) ? vp.verifiableCredential : [];
    for (const [place, text] of shown.entries()) {
      const key = `${participant} ${String(text)}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const what = `Credential ${place + 1} in the token of record ${record} of ${participant}`;
      const jws = readJws(String(text));
      if (!jws || jws.header.typ !== credentialType) {
        unknown.add('a form without a compact signature');
        continue;
      }
      const kid = String(jws.header.kid);
      const issuer = kid.split('#')[0] ?? '';
      const named = isObject(jws.payload.issuer) ? jws.payload.issuer.id : jws.payload.issuer;
      ensure(named === issuer, `${what} is not signed by its issuer.`);
      if (place === 0) {
        const { credentialSubject: subject } = jws.payload;
        ensure(isObject(subject) && subject.id === sender, `${what} is of another connector.`);
      }
      const digest = dids[issuer];
      if (digest === undefined && keyOfDid(issuer) === null) {
        unknown.add(issuer);
        continue;
      }
      const publicKey =
        digest === undefined ? keyOfDid(issuer) : keyOfDocument(readDocument(bundle, digest, issuer), kid);
      const isSigned = publicKey && verify({ publicKey, message: jws.message, signature: jws.signature });
      ensure(isSigned, `${what} does not verify with the document of ${issuer}.`);
      checked += 1;
    }
  }
  if (unknown.size > 0) return { open: `${checked} credentials verify; not checked: ${[...unknown].join(', ')}.` };
  return `${checked} credentials verify with the DID documents of their issuers.`;
}

/** Messages that only one side of a process sends. */
const sideOf: Readonly<Record<string, Side>> = {
  ContractRequestMessage: 'C',
  'ContractNegotiationEventMessage ACCEPTED': 'C',
  ContractAgreementVerificationMessage: 'C',
  ContractOfferMessage: 'P',
  ContractAgreementMessage: 'P',
  'ContractNegotiationEventMessage FINALIZED': 'P',
  TransferRequestMessage: 'C',
};

/** The messages of each process of each view; one that was sent again at once, because its answer was lost, counts once. */
export function groupMessages(messages: readonly OpenMessage[]): OpenMessage[][] {
  const groups = Map.groupBy(messages, ({ participant, process }) => `${participant} ${process}`);
  const isAgain = (message: OpenMessage, before: OpenMessage | undefined) =>
    before !== undefined && before.sent === message.sent && before.bodyDigest === message.bodyDigest;
  return [...groups.values()].map((group) => group.filter((message, at) => !isAgain(message, group[at - 1])));
}

/** The side on which the view's department is; null when the messages do not tell. */
export function ownSide(group: readonly OpenMessage[]): Side | null {
  const telling = group.find(({ type }) => sideOf[type] !== undefined);
  if (!telling) return null;
  const side = sideOf[telling.type] ?? null;
  if (telling.sent) return side;
  return side === 'C' ? 'P' : 'C';
}

/** That every process went as the Dataspace Protocol allows. @throws CheckFailed */
export function checkStates(messages: readonly OpenMessage[]): string {
  const groups = groupMessages(messages);
  const ends: string[] = [];
  for (const group of groups) {
    const what = `The ${group[0]?.process} of ${group[0]?.participant}`;
    const side = ownSide(group);
    ensure(side, `${what} does not tell who is the provider.`);
    const own = group.filter(({ sent }) => sent).map(({ type }) => type);
    const others = group.filter(({ sent }) => !sent).map(({ type }) => type);
    const isLegal = side === 'C' ? isLegalRun(own, others) : isLegalRun(others, own);
    ensure(isLegal, `${what} is no legal run of the protocol.`);
    for (const name of ['consumerPid', 'providerPid']) {
      const pids = new Set(group.flatMap(({ body }) => (typeof body[name] === 'string' ? [body[name]] : [])));
      ensure(pids.size <= 1, `${what} has messages of several processes.`);
    }
    ends.push(stateAfter(group.at(-1)?.type ?? ''));
  }
  return `${groups.length} processes, all legal: ${ends.join(', ')}.`;
}
