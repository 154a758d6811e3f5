import type { JsonValue } from '../canonicalizeJson.ts';
import type { Words } from '../words.ts';
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
      const what = {
        en: `The message of record ${sequence} of ${participant}`,
        zh: `${participant} 第 ${sequence} 条记录的消息`,
      };
      const process = facts.transfer ? `transfer ${facts.transfer}` : `negotiation ${facts.negotiation}`;
      ensure(
        facts.transfer ?? facts.negotiation,
        `${what.en} names neither a negotiation nor a transfer.`,
        `${what.zh}既没有写明协商，也没有写明传输。`,
      );
      const { body: bodyDigest, token: tokenDigest } = documents;
      ensure(
        bodyDigest !== undefined && tokenDigest !== undefined,
        `${what.en} has no body or no token.`,
        `${what.zh}没有正文或没有令牌。`,
      );
      const body = readDocument(bundle, bodyDigest, what);
      const token = readJws(bundle.documents[tokenDigest] ?? '');
      ensure(token, `${what.en} has no readable token.`, `${what.zh}的令牌无法读取。`);
      const sent = kind === 'message.sent';
      const sender = didOfKid(token.header.kid);
      ensure(
        token.header.typ === tokenType && token.header.alg === 'EdDSA',
        `${what.en} has a token of another type.`,
        `${what.zh}的令牌类型不符。`,
      );
      ensure(
        sender !== null && token.payload.iss === sender,
        `${what.en} has a token without a sender.`,
        `${what.zh}的令牌没有发送方。`,
      );
      const [expected, other] = sent ? [signer, counterparty] : [counterparty, signer];
      ensure(
        sender === expected,
        `${what.en} was sent by another connector than the record says.`,
        `${what.zh}的发送连接器与记录不符。`,
      );
      ensure(
        token.payload.aud === other,
        `${what.en} was sent to another connector than the record says.`,
        `${what.zh}的接收连接器与记录不符。`,
      );
      ensure(
        token.payload.bodyDigest === bodyDigest,
        `${what.en} is not the one that its token was made for.`,
        `${what.zh}与其令牌不符。`,
      );
      const event = body['@type'] === 'ContractNegotiationEventMessage' ? ` ${String(body.eventType)}` : '';
      const type = `${String(body['@type'])}${event}`;
      messages.push({ participant, record: sequence, sent, process, type, body, bodyDigest, token, sender });
    }
  }
  return messages;
}

/** That every token was signed by its sender. @throws CheckFailed */
export function checkTokens(messages: readonly OpenMessage[], verify: VerifySignature): Words {
  for (const { token, sender, record, participant } of messages) {
    const publicKey = keyOfDid(sender);
    ensure(
      publicKey && verify({ publicKey, message: token.message, signature: token.signature }),
      `The token of record ${record} of ${participant} is not signed by its sender.`,
      `${participant} 第 ${record} 条记录的令牌不是由发送方签名的。`,
    );
  }
  const { length } = messages;
  return { en: `${length} messages, each as its sender signed it.`, zh: `${length} 条消息，均与发送方的签名一致。` };
}

/** The signed credentials in the tokens, against the DID documents of their issuers as they were then. @throws CheckFailed */
export function checkCredentials(
  bundle: ExchangeBundle,
  views: readonly OpenView[],
  messages: readonly OpenMessage[],
  verify: VerifySignature,
): Words | { open: Words } {
  const seen = new Set<string>();
  /** By its English name. */
  const unknown = new Map<string, string>();
  let checked = 0;
  for (const { token, participant, record, sender } of messages) {
    const dids = views.find((view) => view.participant === participant)?.claims.dids ?? {};
    const { vp } = token.payload;
    const shown = isObject(vp) && Array.isArray(vp.verifiableCredential) ? vp.verifiableCredential : [];
    for (const [place, text] of shown.entries()) {
      const key = `${participant} ${String(text)}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const what = {
        en: `Credential ${place + 1} in the token of record ${record} of ${participant}`,
        zh: `${participant} 第 ${record} 条记录的令牌中第 ${place + 1} 份凭证`,
      };
      const jws = readJws(String(text));
      if (!jws || jws.header.typ !== credentialType) {
        unknown.set('a form without a compact signature', '不带紧凑签名的形式');
        continue;
      }
      const kid = String(jws.header.kid);
      const issuer = kid.split('#')[0] ?? '';
      const named = isObject(jws.payload.issuer) ? jws.payload.issuer.id : jws.payload.issuer;
      ensure(named === issuer, `${what.en} is not signed by its issuer.`, `${what.zh}不是由签发方签名的。`);
      if (place === 0) {
        const { credentialSubject: subject } = jws.payload;
        ensure(
          isObject(subject) && subject.id === sender,
          `${what.en} is of another connector.`,
          `${what.zh}属于另一连接器。`,
        );
      }
      const digest = dids[issuer];
      if (digest === undefined && keyOfDid(issuer) === null) {
        unknown.set(issuer, issuer);
        continue;
      }
      const publicKey =
        digest === undefined
          ? keyOfDid(issuer)
          : keyOfDocument(readDocument(bundle, digest, { en: issuer, zh: issuer }), kid);
      const isSigned = publicKey && verify({ publicKey, message: jws.message, signature: jws.signature });
      ensure(
        isSigned,
        `${what.en} does not verify with the document of ${issuer}.`,
        `${what.zh}未能以 ${issuer} 的文档通过验证。`,
      );
      checked += 1;
    }
  }
  if (unknown.size > 0)
    return {
      open: {
        en: `${checked} credentials verify; not checked: ${[...unknown.keys()].join(', ')}.`,
        zh: `${checked} 份凭证通过验证；未检查：${[...unknown.values()].join('、')}。`,
      },
    };
  return {
    en: `${checked} credentials verify with the DID documents of their issuers.`,
    zh: `${checked} 份凭证以签发方的 DID 文档通过验证。`,
  };
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
export function checkStates(messages: readonly OpenMessage[]): Words {
  const groups = groupMessages(messages);
  const ends: string[] = [];
  for (const group of groups) {
    const [first] = group;
    const what = {
      en: `The ${first?.process} of ${first?.participant}`,
      zh: `${first?.participant} 的流程 ${first?.process}`,
    };
    const side = ownSide(group);
    ensure(side, `${what.en} does not tell who is the provider.`, `${what.zh}看不出谁是提供方。`);
    const own = group.filter(({ sent }) => sent).map(({ type }) => type);
    const others = group.filter(({ sent }) => !sent).map(({ type }) => type);
    const isLegal = side === 'C' ? isLegalRun(own, others) : isLegalRun(others, own);
    ensure(isLegal, `${what.en} is no legal run of the protocol.`, `${what.zh}不符合协议规定的流程。`);
    for (const name of ['consumerPid', 'providerPid']) {
      const pids = new Set(group.flatMap(({ body }) => (typeof body[name] === 'string' ? [body[name]] : [])));
      ensure(pids.size <= 1, `${what.en} has messages of several processes.`, `${what.zh}混有多个流程的消息。`);
    }
    ends.push(stateAfter(group.at(-1)?.type ?? ''));
  }
  const { length } = groups;
  return {
    en: `${length} processes, all legal: ${ends.join(', ')}.`,
    zh: `${length} 个流程均合规：${ends.join('、')}。`,
  };
}
