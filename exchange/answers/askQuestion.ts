import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { JsonValue } from '../../proof/index.ts';
import type { Store } from '../../store/index.ts';
import { foreignWords } from '../sayInChinese.ts';
import type { AnswerContent, AskParameters, Page, PageParameters, ReceivedAnswer } from './answers.ts';
import { callTransfer, takeConsumerTransfer } from './callPlane.ts';
import { answerErrors } from './errors.ts';
import { readTimeToken, toPage } from './page.ts';
import type { AnswersParts } from './parts.ts';
import { digestJson, type QuestionMessage } from './questionMessage.ts';
import { verifyAnswer } from './verifyAnswer.ts';

interface AnswerRow {
  id: string;
  participant: string;
  transfer: string;
  agreement: string;
  provider: string;
  question: string;
  purpose: string;
  case_number: string | null;
  place: string | null;
  parameters: { [name: string]: JsonValue };
  salt: string;
  request_digest: string;
  state: ReceivedAnswer['state'];
  answer: AnswerContent | null;
  jws: string | null;
  refusal: string | null;
  asked_at: Date;
  answered_at: Date | null;
}

const toAnswer = (row: AnswerRow): ReceivedAnswer => ({
  id: row.id,
  participant: row.participant,
  transfer: row.transfer,
  question: row.question,
  provider: row.provider,
  purpose: row.purpose,
  caseNumber: row.case_number,
  state: row.state,
  answer: row.answer,
  jws: row.jws,
  salt: row.salt,
  refusal: row.refusal,
  askedAt: row.asked_at.toISOString(),
  answeredAt: row.answered_at?.toISOString() ?? null,
});

/** One of the department's answers. @throws ANSWER_ANSWER_UNKNOWN */
export async function readAnswer(
  { sql }: Pick<Store, 'sql'>,
  participant: string,
  id: string,
): Promise<ReceivedAnswer> {
  const [row] = await sql<AnswerRow[]>`
    SELECT * FROM exchange.answers_received WHERE participant = ${participant} AND id = ${id}`;
  if (!row) throw answerErrors.answerUnknown({ id });
  return toAnswer(row);
}

/** The department's answers, the newest first. */
export async function listAnswers(
  { sql }: Pick<Store, 'sql'>,
  participant: string,
  page: PageParameters,
): Promise<Page<ReceivedAnswer>> {
  const { at, id } = readTimeToken(page);
  const rows = await sql<AnswerRow[]>`
    SELECT * FROM exchange.answers_received
    WHERE participant = ${participant} AND (asked_at, id) < (${at}, ${id})
    ORDER BY asked_at DESC, id DESC LIMIT ${page.perPage + 1}`;
  const keyOf = (row: AnswerRow) => [row.asked_at.toISOString(), row.id];
  return toPage(rows, { perPage: page.perPage, keyOf, toItem: toAnswer });
}

/** Writes the question down before it is sent, so that a repetition sends the same bytes. @throws ANSWER_NONCE_REUSED */
async function keepQuestion(
  { house }: AnswersParts,
  p: AskParameters,
  { agreementId, counterparty }: { agreementId: string; counterparty: { did: string } },
): Promise<AnswerRow> {
  const { participant, transfer, question, parameters, purpose, caseNumber, place } = p;
  const id = p.id ?? randomUUID();
  const digest = digestJson({ transfer, question, parameters, purpose, caseNumber, ...(place ? { place } : {}) });
  await house.store.sql`
    INSERT INTO exchange.answers_received (id, participant, transfer, agreement, provider, question, purpose, case_number, place,
      parameters, salt, request_digest, asked_at)
    VALUES (${id}, ${participant}, ${transfer}, ${agreementId}, ${counterparty.did}, ${question}, ${purpose},
      ${caseNumber}, ${place ?? null}, ${JSON.stringify(parameters)}::text::jsonb, ${randomBytes(32).toString('hex')}, ${digest},
      ${house.now()})
    ON CONFLICT (id) DO NOTHING`;
  const [row] = await house.store.sql<AnswerRow[]>`
    SELECT * FROM exchange.answers_received WHERE id = ${id} AND participant = ${participant}`;
  if (row?.request_digest !== digest) throw answerErrors.nonceReused({ nonce: id });
  return row;
}

/** Keeps how a question ended, with its record. */
async function keepOutcome(
  { house, audit }: AnswersParts,
  row: AnswerRow,
  outcome: { answer: AnswerContent; jws: string } | { refusal: string; code: string },
): Promise<void> {
  const answered = 'jws' in outcome;
  await house.store.transaction(async (tx) => {
    const changed = await tx`
      UPDATE exchange.answers_received SET
        state = ${answered ? 'answered' : 'refused'},
        answer = ${answered ? JSON.stringify(outcome.answer) : null}::text::jsonb,
        jws = ${answered ? outcome.jws : null}, refusal = ${answered ? null : outcome.refusal},
        answered_at = ${house.now()}
      WHERE id = ${row.id} AND state = 'asking' RETURNING id`;
    if (changed.length === 0) return;
    await audit.record(tx, {
      participant: row.participant,
      kind: 'answer',
      outcome: answered ? 'ok' : 'refused',
      counterparty: row.provider,
      transfer: row.transfer,
      agreement: row.agreement,
      purpose: row.purpose,
      ...(row.case_number === null ? {} : { caseNumber: row.case_number }),
      detail: {
        question: row.question,
        ...(answered
          ? { answerDigest: createHash('sha256').update(outcome.jws).digest('hex') }
          : { code: outcome.code }),
      },
    });
  });
}

/**
 * Asks a question of another department and keeps its signed answer. The same `id` is one question: when the connection broke,
 * asking again gives the answer that was made, and is not counted twice.
 * @throws ANSWER_TRANSFER_UNKNOWN, ANSWER_NONCE_REUSED, ANSWER_ASKING_FAILED (retryable), ANSWER_PROVIDER_REFUSED,
 * ANSWER_ANSWER_REFUSED
 */
export async function askQuestion(parts: AnswersParts, p: AskParameters): Promise<ReceivedAnswer> {
  const transfer = await takeConsumerTransfer(parts, p.participant, p.transfer);
  const row = await keepQuestion(parts, p, transfer);
  if (row.state === 'answered') return toAnswer(row);
  if (row.state === 'refused')
    throw answerErrors.providerRefused({ reason: row.refusal ?? '' }, foreignWords('reason', row.refusal ?? ''));
  const message: QuestionMessage = {
    '@type': 'xy:Question',
    question: row.question,
    parameters: row.parameters,
    purpose: row.purpose,
    caseNumber: row.case_number,
    ...(row.place === null ? {} : { place: row.place }),
    nonce: row.id,
    salt: row.salt,
  };
  const said = await callTransfer(parts, {
    participant: p.participant,
    audience: transfer.counterparty.did,
    url: `${transfer.endpoint}/answers`,
    message,
  });
  if (!said.ok) {
    // What may succeed later stays open: the same id can be sent again.
    if (said.status === 429 || said.status === 401)
      throw answerErrors.askingFailed({ problem: said.reason }, foreignWords('problem', said.reason));
    await keepOutcome(parts, row, { refusal: said.reason, code: said.code });
    throw answerErrors.providerRefused({ reason: said.reason }, foreignWords('reason', said.reason));
  }
  const jws = typeof said.body.answer === 'string' ? said.body.answer : '';
  const { answer } = await verifyAnswer(parts.identity, jws, {
    provider: transfer.counterparty.did,
    question: row.question,
    agreement: row.agreement,
    purpose: row.purpose,
    caseNumber: row.case_number,
    nonce: row.id,
    salt: row.salt,
    parameters: row.parameters,
  });
  await keepOutcome(parts, row, { answer, jws });
  return readAnswer(parts.house.store, p.participant, row.id);
}
