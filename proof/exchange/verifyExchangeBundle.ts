import { readTrust, type VerifyBundleOptions } from '../verifyBundle.ts';
import { type Words, wordsOfError } from '../words.ts';
import { checkAgreement, checkGrant, checkViews } from './checkAgreement.ts';
import { checkChains, checkDocuments, checkManifests, checkRecords } from './checkChain.ts';
import { checkCheckpoints, checkInclusion, readCheckpoints } from './checkLog.ts';
import { checkCredentials, checkStates, checkTokens, type OpenMessage, readMessages } from './checkMessages.ts';
import type { ExchangeBundle } from './exchangeBundle.ts';
import {
  CheckFailed,
  type ExchangeCheck,
  type ExchangeCheckId,
  ensure,
  exchangeCheckIds,
  exchangeFinding,
  judge,
} from './exchangeCheck.ts';
import { type OpenView, openView } from './openView.ts';
import { readExchangeBundle } from './readExchangeBundle.ts';
import { type VerifySignature, verifyEd25519 } from './readJws.ts';
import { keyOfDid } from './readKey.ts';

/** What the verifier trusts; as for a single proof, without the deep part. */
export type VerifyExchangeOptions = Pick<
  VerifyBundleOptions,
  'readAnchoredRoot' | 'trustedContract' | 'trustedLogKey' | 'witnessPolicy'
> & {
  /** A faster check of Ed25519 signatures, where there is one. */
  verifySignature?: VerifySignature;
};

/** What a bundle tells, as far as it was read: for people. */
export interface ToldRecord {
  participant: string;
  sequence: number;
  /** ISO 8601 in UTC. */
  time: string;
  kind: string;
  outcome: string;
  /** Type of the message, where it is one. */
  message: string | null;
}

export interface VerifyExchangeReturnType {
  /** True when no check failed and every one that the options ask for was made. */
  valid: boolean;
  checks: ExchangeCheck[];
  agreement: string | null;
  participants: string[];
  records: ToldRecord[];
}

/**
 * Checks the bundle of an exchange: its form, every record's digest, chain, signature and place in the evidence log, the
 * messages with the tokens that they were sent with, that the negotiation and the transfers went by the Dataspace Protocol, and
 * that offer, agreement and grant fit. What comes after a failed check is left open. Never throws for a bad bundle.
 * @throws TLOG_BAD_VERIFIER_KEY, TLOG_BAD_POLICY when what the reader trusts cannot be read
 */
export async function verifyExchangeBundle(
  value: unknown,
  options: VerifyExchangeOptions = {},
): Promise<VerifyExchangeReturnType> {
  const trust = readTrust(options);
  const found: ExchangeCheck[] = [];
  const told: Pick<VerifyExchangeReturnType, 'agreement' | 'participants' | 'records'> = {
    agreement: null,
    participants: [],
    records: [],
  };
  const verify = options.verifySignature ?? verifyEd25519;
  /** Makes a check and keeps its finding; ends the run when it failed. */
  const make = (id: ExchangeCheckId, check: () => Words | { open: Words }) => {
    const finding = judge(id, check);
    found.push(finding);
    if (finding.ok === false) throw new Stop();
  };
  try {
    let bundle: ExchangeBundle | null = null;
    let views: OpenView[] = [];
    make('format', () => {
      try {
        bundle = readExchangeBundle(value);
        views = bundle.views.map(openView);
      } catch (error) {
        throw error instanceof CheckFailed ? error : new CheckFailed(wordsOfError(error));
      }
      return { en: 'A complete bundle of an exchange.', zh: '共享交换证明包完整。' };
    });
    const read = bundle as ExchangeBundle | null;
    if (!read) throw new Stop();
    told.agreement = read.agreement;
    told.participants = views.map(({ participant }) => participant);
    make('records', () => checkRecords(views, read.agreement));
    make('chain', () => checkChains(views));
    make('manifest', () => checkManifests(read, views));
    make('signatures', () => checkSignatures(views, verify));
    let checkpoints: ReturnType<typeof readCheckpoints> = new Map();
    make('inclusion', () => {
      checkpoints = readCheckpoints(read, views);
      return checkInclusion(views, checkpoints);
    });
    const logged = await checkCheckpoints(read, checkpoints, { ...trust, anchor: options });
    found.push(...logged);
    if (logged.some(({ ok }) => ok === false)) throw new Stop();
    make('documents', () => checkDocuments(read, views));
    let messages: OpenMessage[] = [];
    make('messages', () => {
      messages = readMessages(read, views);
      return checkTokens(messages, verify);
    });
    told.records = tell(views, messages);
    make('credentials', () => checkCredentials(read, views, messages, verify));
    make('states', () => checkStates(messages));
    let agreement: ReturnType<typeof checkAgreement> | null = null;
    make('agreement', () => {
      agreement = checkAgreement(read, messages);
      return agreement.detail;
    });
    const agreed = agreement as ReturnType<typeof checkAgreement> | null;
    make('grant', () => checkGrant(read, views, agreed?.agreement ?? {}));
    make('bothSides', () => checkViews(views, messages));
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
  }
  const checks = exchangeCheckIds.map(
    (id) => found.find((check) => check.id === id) ?? exchangeFinding(id).open(stopped),
  );
  const isPassed = (id: ExchangeCheckId) => checks.some((check) => check.id === id && check.ok === true);
  const asked: ExchangeCheckId[] = [
    ...(trust.logKeys.length > 0 ? (['logSignature'] as const) : []),
    ...(trust.policy?.quorum ? (['witnesses'] as const) : []),
    ...(options.readAnchoredRoot ? (['anchor'] as const) : []),
  ];
  return { valid: checks.every(({ ok }) => ok !== false) && asked.every(isPassed), checks, ...told };
}

const stopped = { en: 'Not checked: another check failed.', zh: '未检查：另有检查未通过。' };

/** Ends a run after a check that failed. */
class Stop extends Error {}

function checkSignatures(views: readonly OpenView[], verify: VerifySignature): Words {
  let count = 0;
  for (const { participant, records, manifest } of views) {
    for (const { jws, signer, sequence } of records) {
      const publicKey = keyOfDid(signer);
      const isSigned = publicKey && verify({ publicKey, message: jws.message, signature: jws.signature });
      ensure(
        isSigned,
        `The signature of record ${sequence} of ${participant} does not verify.`,
        `${participant} 第 ${sequence} 条记录的签名未通过验证。`,
      );
      count += 1;
    }
    const publicKey = keyOfDid(records.at(-1)?.signer ?? '');
    const isSigned = publicKey && verify({ publicKey, message: manifest.message, signature: manifest.signature });
    ensure(
      isSigned,
      `The signature of the manifest of ${participant} does not verify.`,
      `${participant} 的清单签名未通过验证。`,
    );
  }
  return { en: `${count} signatures verify.`, zh: `${count} 个签名通过验证。` };
}

function tell(views: readonly OpenView[], messages: readonly OpenMessage[]): ToldRecord[] {
  const typeOf = (participant: string, sequence: number) =>
    messages.find((message) => message.participant === participant && message.record === sequence)?.type ?? null;
  return views
    .flatMap(({ participant, records }) =>
      records.map(({ sequence, time, kind, outcome }) => ({
        participant,
        sequence,
        time,
        kind,
        outcome,
        message: typeOf(participant, sequence),
      })),
    )
    .sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
}
