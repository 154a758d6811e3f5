import { createHash } from 'node:crypto';
import { digestPayload } from '../../proof/index.ts';
import type { Dataset } from '../catalogue/catalogue.ts';
import type { PersonUse } from '../citizens/citizens.ts';
import { type Admitted, admit, allowsQuestion, judge, type PlaneCall } from './admit.ts';
import { type AnswerContent, answerType, type SignedAnswer } from './answers.ts';
import { checkAsked, computeAnswer } from './computeAnswer.ts';
import { answerErrors } from './errors.ts';
import { itemsRead, subjectItem } from './parseQuestion.ts';
import type { AnswersParts } from './parts.ts';
import type { Question } from './question.ts';
import { digestJson, type QuestionMessage, readQuestionMessage } from './questionMessage.ts';
import { findQuestion } from './questions.ts';
import { recordRefusal } from './recordRefusal.ts';
import { spendBudget } from './spendBudget.ts';

/** What is asked, under which dataset version. */
export interface Asked extends Admitted {
  message: QuestionMessage;
  question: Question;
  dataset: Dataset;
  subject: string | null;
}

/** Pseudonyms that fit into a record; the citizen's view has all of them. */
const mostSubjects = 100;
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** The question of a message, if this grant may ask it. @throws ANSWER_QUESTION_UNKNOWN, ANSWER_POLICY_REFUSES, ANSWER_PARAMETER_INVALID */
async function takeQuestion(parts: AnswersParts, admitted: Admitted, message: QuestionMessage): Promise<Asked> {
  const { grant } = admitted;
  const [question, dataset] = await Promise.all([
    findQuestion(parts.house.store, grant.participant, grant.dataset, message.question),
    parts.catalogue.read(grant.participant, grant.dataset, grant.version),
  ]);
  const subject = dataset ? subjectItem(dataset) : null;
  if (!question || !dataset || question.state !== 'open' || question.kind === 'match')
    throw answerErrors.questionUnknown({ id: message.question });
  if (!allowsQuestion(grant, question, subject)) throw answerErrors.questionUnknown({ id: message.question });
  const { purpose, caseNumber, place } = message;
  judge({ grant, question, subject, purpose, caseNumber, place, at: parts.house.now() });
  checkAsked({ question, message, subject });
  return { ...admitted, message, question, dataset, subject };
}

/**
 * Counts the question, once for its nonce; gives the answer that it had already.
 * @throws ANSWER_NONCE_REUSED, ANSWER_BUDGET_SPENT, GRANT_…
 */
async function reserve(parts: AnswersParts, asked: Asked, requestDigest: string): Promise<string | null> {
  const { house, grants } = parts;
  const { grant, question, message, caller } = asked;
  const { participant } = grant;
  const at = house.now();
  return house.store.transaction(async (tx) => {
    const [made] = await tx`
      INSERT INTO exchange.answers_given
        (participant, consumer, nonce, request_digest, grant_id, dataset, question, at)
      VALUES (${participant}, ${caller.slug}, ${message.nonce}, ${requestDigest}, ${grant.id}, ${grant.dataset},
        ${question.id}, ${at})
      ON CONFLICT DO NOTHING RETURNING nonce`;
    if (!made) {
      const [before] = await tx<{ request_digest: string; grant_id: string; jws: string | null }[]>`
        SELECT request_digest, grant_id, jws FROM exchange.answers_given
        WHERE participant = ${participant} AND consumer = ${caller.slug} AND nonce = ${message.nonce}`;
      if (before?.request_digest !== requestDigest || before.grant_id !== grant.id)
        throw answerErrors.nonceReused({ nonce: message.nonce });
      return before.jws;
    }
    await spendBudget(tx, {
      participant,
      grant: grant.id,
      question: question.id,
      at,
      perDay: question.limits.perDay,
    });
    await grants.use(tx, grant, { at, purpose: message.purpose, caseNumber: message.caseNumber });
    return null;
  });
}

/** What the citizen's view records of an answer. */
async function describeUse(
  { registry, house }: AnswersParts,
  { dataset, question, grant, transfer, caller, message, subject }: Asked,
): Promise<PersonUse> {
  const entry = await registry.find(caller.slug);
  return {
    participant: grant.participant,
    consumer: { did: caller.did, name: entry?.name ?? { zh: caller.slug, en: caller.slug } },
    dataset: dataset.id,
    datasetTitle: dataset.title,
    kind: 'answer',
    items: itemsRead(question, subject),
    question: question.words,
    grant: grant.id,
    agreement: grant.agreement,
    transfer: transfer.id,
    purpose: message.purpose,
    caseNumber: message.caseNumber,
    at: house.now(),
    identifierKind: question.identifierKind,
  };
}

/** Signs the answer. */
async function signAnswer({ identity, house }: AnswersParts, asked: Asked, answer: AnswerContent): Promise<string> {
  const { grant, question, message, caller } = asked;
  const { state: _state, createdAt: _createdAt, ...text } = question;
  const payload: SignedAnswer = {
    question: question.id,
    questionDigest: digestJson(JSON.parse(JSON.stringify(text))),
    dataset: grant.dataset,
    datasetVersion: grant.version,
    grant: grant.id,
    agreement: grant.agreement,
    asker: caller.did,
    purpose: message.purpose,
    caseNumber: message.caseNumber,
    parametersDigest: digestPayload(message.salt, message.parameters),
    answer,
    nonce: message.nonce,
    at: house.now().toISOString(),
  };
  return identity.sign(grant.participant, answerType, JSON.parse(JSON.stringify(payload)));
}

/** Computes and signs; then stores and records in one transaction. Of two at once for one nonce, the first one's answer counts. */
async function serve(parts: AnswersParts, asked: Asked): Promise<string> {
  const { house, audit, citizens } = parts;
  const { grant, question, message, caller, transfer, dataset } = asked;
  const { participant } = grant;
  const { answer, persons } = await computeAnswer(parts, asked);
  const jws = await signAnswer(parts, asked, answer);
  const use = dataset.subject === 'person' && persons.length > 0 ? await describeUse(parts, asked) : null;
  const subjects = use ? await citizens.pseudonymsOf(participant, question.identifierKind, persons) : [];
  return house.store.transaction(async (tx) => {
    const [stored] = await tx<{ jws: string }[]>`
      UPDATE exchange.answers_given SET jws = coalesce(jws, ${jws})
      WHERE participant = ${participant} AND consumer = ${caller.slug} AND nonce = ${message.nonce}
      RETURNING jws`;
    if (!stored) throw answerErrors.sourceFailed();
    if (stored.jws !== jws) return stored.jws;
    if (use) await citizens.recordPseudonyms(tx, use, subjects);
    await audit.record(tx, {
      participant,
      kind: 'answer',
      outcome: 'ok',
      counterparty: caller.did,
      transfer: transfer.id,
      agreement: grant.agreement,
      grant: grant.id,
      dataset: grant.dataset,
      purpose: message.purpose,
      ...(message.caseNumber === null ? {} : { caseNumber: message.caseNumber }),
      subjects: subjects.length > mostSubjects ? [] : subjects,
      detail: {
        question: question.id,
        questionKind: question.kind,
        persons: subjects.length,
        parametersDigest: digestPayload(message.salt, message.parameters),
        answerDigest: sha256(jws),
        tokenDigest: caller.tokenDigest,
        ...(message.place === undefined ? {} : { place: message.place }),
      },
    });
    return jws;
  });
}

/**
 * Answers a question of another department: one signed text, the same for the same nonce. What fails in the source is logged
 * here and told without its cause.
 * @throws what `admit`, the policy, the budget and the grant throw; ANSWER_SOURCE_FAILED
 */
export async function answerQuestion(parts: AnswersParts, call: PlaneCall): Promise<{ answer: string }> {
  let admitted: Admitted | null = null;
  try {
    admitted = await admit(parts, call);
    const message = readQuestionMessage(call.body);
    const asked = await takeQuestion(parts, admitted, message);
    const before = await reserve(parts, asked, sha256(call.body));
    return { answer: before ?? (await serve(parts, asked)) };
  } catch (error) {
    throw await recordRefusal(parts, { kind: 'answer', participant: call.participant, admitted, error });
  }
}
