import { createHash } from 'node:crypto';
import { enqueueJob } from '../../../store/index.ts';
import { type Admitted, admit, allowsQuestion, judge, type PlaneCall, uuidPattern } from '../admit.ts';
import { answerErrors } from '../errors.ts';
import { subjectItem } from '../parseQuestion.ts';
import type { AnswersParts } from '../parts.ts';
import type { Question } from '../question.ts';
import { findQuestion } from '../questions.ts';
import { recordRefusal } from '../recordRefusal.ts';
import { spendBudget } from '../spendBudget.ts';
import { type MatchRequestMessage, readMatchPart, readMatchRequest } from './matchMessage.ts';

/** Sessions wait in this queue to be computed. */
export const providerQueue = 'exchange.match.provider';
/** How long an answer can be fetched. */
const keptMs = 24 * 3_600_000;
/** Bytes of one identifier in a request, its framing included. */
const elementBytes = 40;

/** How far a match is at the provider. */
export interface MatchStatus {
  state: 'preparing' | 'ready' | 'failed';
  parts: number | null;
  jws: string | null;
  problem: string | null;
}

/** Whether a transfer for matches is started here; who may send under it is known only once its message is read. */
export async function expectsMatch(
  { dsp }: Pick<AnswersParts, 'dsp'>,
  { participant, transfer: id }: Pick<PlaneCall, 'participant' | 'transfer'>,
): Promise<boolean> {
  const transfer = uuidPattern.test(id) ? await dsp.readTransfer(participant, id) : null;
  return transfer?.role === 'provider' && transfer.state === 'STARTED' && transfer.format === 'xy:match';
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

async function takeQuestion(
  { house, catalogue }: AnswersParts,
  { grant }: Admitted,
  message: MatchRequestMessage,
): Promise<Question> {
  const [question, dataset] = await Promise.all([
    findQuestion(house.store, grant.participant, grant.dataset, message.question),
    catalogue.read(grant.participant, grant.dataset, grant.version),
  ]);
  const subject = dataset ? subjectItem(dataset) : null;
  if (question?.kind !== 'match' || question.state !== 'open' || !allowsQuestion(grant, question, subject))
    throw answerErrors.questionUnknown({ id: message.question });
  if (message.mode === 'intersection' && !question.reveal)
    throw answerErrors.requestInvalid({ path: '/mode', problem: 'this question tells only how many match' });
  const { purpose, caseNumber } = message;
  judge({ grant, question, subject, purpose, caseNumber, place: undefined, at: house.now() });
  const { smallestGroup, setSize } = question.limits;
  if (message.size < smallestGroup || message.size > setSize)
    throw answerErrors.groupTooSmall({ size: message.size, smallest: smallestGroup, most: setSize });
  return question;
}

/**
 * Provider, first round: takes the consumer's blinded set, counts the match and has it computed. The same id and bytes again
 * are the same match. @throws what `admit`, the policy, the budget and the grant throw; ANSWER_NONCE_REUSED
 */
export async function acceptMatch(parts: AnswersParts, call: PlaneCall): Promise<MatchStatus> {
  const { house, grants } = parts;
  let admitted: Admitted | null = null;
  try {
    admitted = await admit(parts, call);
    const { caller, grant, transfer } = admitted;
    const message = readMatchRequest(call.body);
    const question = await takeQuestion(parts, admitted, message);
    const request = Buffer.from(message.request, 'base64');
    if (request.length > message.size * elementBytes + 64)
      throw answerErrors.requestInvalid({ path: '/request', problem: 'it is longer than its size' });
    const at = house.now();
    const digest = sha256(Buffer.from(call.body));
    await house.store.transaction(async (tx) => {
      const made = await tx`
        INSERT INTO exchange.match_sessions (participant, consumer, id, transfer, agreement, grant_id, dataset,
          dataset_version, question, purpose, case_number, mode, request_digest, client_size, request, consumer_did, at,
          until)
        VALUES (${grant.participant}, ${caller.slug}, ${message.id}, ${transfer.id}, ${grant.agreement}, ${grant.id},
          ${grant.dataset}, ${grant.version}, ${question.id}, ${message.purpose}, ${message.caseNumber}, ${message.mode},
          ${digest}, ${message.size}, ${request}, ${caller.did}, ${at}, ${new Date(at.getTime() + keptMs)})
        ON CONFLICT DO NOTHING RETURNING id`;
      if (made.length === 0) return;
      const { perDay } = question.limits;
      await spendBudget(tx, { participant: grant.participant, grant: grant.id, question: question.id, at, perDay });
      await enqueueJob(tx, {
        queue: providerQueue,
        key: `${grant.participant}:${caller.slug}:${message.id}`,
        payload: { participant: grant.participant, consumer: caller.slug, id: message.id },
      });
      await grants.use(tx, grant, { at, purpose: message.purpose, caseNumber: message.caseNumber });
    });
    const status = await readStatus(parts, { ...admitted, id: message.id });
    if (status.digest !== digest) throw answerErrors.nonceReused({ nonce: message.id });
    return status.told;
  } catch (error) {
    throw await recordRefusal(parts, { kind: 'match', participant: call.participant, admitted, error });
  }
}

async function readStatus(
  { house }: AnswersParts,
  { grant, caller, id }: Pick<Admitted, 'grant' | 'caller'> & { id: string },
): Promise<{ digest: string; told: MatchStatus }> {
  const [row] = await house.store.sql<(MatchStatus & { request_digest: string })[]>`
    SELECT request_digest, state, parts, jws, problem FROM exchange.match_sessions
    WHERE participant = ${grant.participant} AND consumer = ${caller.slug} AND id = ${id} AND grant_id = ${grant.id}
      AND until > ${house.now()}`;
  if (!row) throw answerErrors.matchUnknown({ id });
  const { request_digest: digest, state, parts, jws, problem } = row;
  return { digest, told: { state, parts, jws, problem } };
}

/**
 * Provider, second round: how far a match is, or one part of its answer. The grant must still be active.
 * @throws what `admit` throws; ANSWER_MATCH_UNKNOWN, ANSWER_MATCH_NOT_READY
 */
export async function serveMatchPart(
  parts: AnswersParts,
  call: PlaneCall,
): Promise<MatchStatus | { part: number; bytes: string }> {
  let admitted: Admitted | null = null;
  try {
    admitted = await admit(parts, call);
    const { grant, caller } = admitted;
    const { id, part } = readMatchPart(call.body);
    const { told } = await readStatus(parts, { grant, caller, id });
    if (part === null) return told;
    if (told.state !== 'ready') throw answerErrors.matchNotReady({ id, state: told.state });
    const [row] = await parts.house.store.sql<{ bytes: Buffer }[]>`
      SELECT bytes FROM exchange.match_parts
      WHERE participant = ${grant.participant} AND side = 'provider' AND counterparty = ${caller.slug}
        AND match = ${id} AND part = ${part}`;
    if (!row) throw answerErrors.matchUnknown({ id });
    return { part, bytes: row.bytes.toString('base64') };
  } catch (error) {
    throw await recordRefusal(parts, { kind: 'match', participant: call.participant, admitted, error });
  }
}
