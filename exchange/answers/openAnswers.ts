import { workJobs } from '../../store/index.ts';
import { limitTransactions } from '../limitTransactions.ts';
import { answerQuestion } from './answerQuestion.ts';
import type { Answers } from './answers.ts';
import { askQuestion, listAnswers, readAnswer } from './askQuestion.ts';
import { answerErrors } from './errors.ts';
import { forgetOld } from './forgetOld.ts';
import { eraseHoldings, findHoldings } from './holdings.ts';
import { acceptMatch, expectsMatch, providerQueue, serveMatchPart } from './match/acceptMatch.ts';
import { listMatches, readIntersection, takeMatch, toMatch } from './match/matchRow.ts';
import { prepareMatch, type SessionKey } from './match/prepareMatch.ts';
import { consumerQueue, startMatch } from './match/startMatch.ts';
import { stepMatch } from './match/stepMatch.ts';
import type { AnswersParts } from './parts.ts';
import { closeQuestion, declareQuestion, describeQuestions, findQuestion, listQuestions } from './questions.ts';
import { requestQuestions, serveQuestions } from './requestQuestions.ts';
import { followTransfers } from './transferHooks.ts';

/** Curves keep a core busy: one match of each side at a time leaves the other cores to everything else. */
const concurrency = 1;
/** Less than half of the transactions that the room has at a time. */
const groupsAtOnce = 3;

/** Opens answers without data, for the provider's and the consumer's side, and hooks them into control plane and grants. */
export function openAnswers(given: Omit<AnswersParts, 'groups'>): Answers {
  const { store, context } = given.house;
  const parts: AnswersParts = { ...given, groups: limitTransactions(store, groupsAtOnce) };
  followTransfers(parts);
  return {
    declareQuestion: (participant, question, by) => declareQuestion(parts, participant, question, by),
    closeQuestion: (participant, dataset, id, by) => closeQuestion(parts, { participant, dataset, id, by }),
    readQuestion: (participant, dataset, id) => findQuestion(store, participant, dataset, id),
    listQuestions: (participant, page) => listQuestions(store, participant, page),
    describeQuestions: (participant, dataset) => describeQuestions(store, participant, dataset),
    requestQuestions: (participant, transfer) => requestQuestions(parts, participant, transfer),
    ask: (p) => askQuestion(parts, p),
    listAnswers: (participant, page) => listAnswers(store, participant, page),
    readAnswer: (participant, id) => readAnswer(store, participant, id),
    async startMatch(p) {
      if (p.identifierKind) return startMatch(parts, { ...p, identifierKind: p.identifierKind });
      const open = await requestQuestions(parts, p.participant, p.transfer);
      const question = open.find(({ id, kind }) => id === p.question && kind === 'match');
      if (!question) throw answerErrors.questionUnknown({ id: p.question });
      return startMatch(parts, { ...p, identifierKind: question.identifierKind });
    },
    listMatches: (participant, page) => listMatches(store, participant, page),
    readMatch: async (participant, id) => toMatch(await takeMatch(store, participant, id)),
    readIntersection: (participant, id, page) => readIntersection(store, participant, id, page),
    holdings: (participant, agreement) => findHoldings(store.sql, participant, agreement),
    eraseHoldings,
    serve: {
      expectsMatch: (call) => expectsMatch(parts, call),
      answer: (call) => answerQuestion(parts, call),
      match: (call) => acceptMatch(parts, call),
      matchPart: (call) => serveMatchPart(parts, call),
      questions: (call) => serveQuestions(parts, call),
    },
    async run(signal) {
      const { logger } = context;
      await Promise.all([
        workJobs({
          store,
          queue: providerQueue,
          concurrency,
          logger,
          signal,
          handler: (job) => prepareMatch(parts, job.payload as SessionKey, job),
        }),
        workJobs({
          store,
          queue: consumerQueue,
          concurrency: 2,
          logger,
          signal,
          handler: (job) => stepMatch(parts, job.payload as { participant: string; id: string }, job),
        }),
        forgetOld(parts.house, signal),
      ]);
    },
  };
}
