import { XiangyuError } from '../../errors.ts';
import type { Tx } from '../../store/index.ts';
import type { DataSource } from '../delivery/sources/source.ts';
import type { Asked } from './answerQuestion.ts';
import type { AnswerContent } from './answers.ts';
import { allOf, buildClauses, columnOf } from './buildFilter.ts';
import {
  findFrozen,
  lockGroups,
  packMembers,
  refuseListOverlap,
  refuseOverlap,
  rememberGroup,
} from './controlOverlap.ts';
import { answerErrors } from './errors.ts';
import { parseIdentifiers, parseParameters } from './parseParameters.ts';
import { isAggregate, itemsRead } from './parseQuestion.ts';
import type { AnswersParts } from './parts.ts';
import type { Scalar } from './question.ts';
import { digestJson } from './questionMessage.ts';
import { dayOf } from './spendBudget.ts';
import { tellGroups } from './tellGroups.ts';
import { findIdentifiers, tellHolds, tellValue } from './tellSingle.ts';

/** No question may hold a source longer. */
const sourceTimeoutMs = 30_000;

interface Computed {
  answer: AnswerContent;
  /** Pseudonyms of the persons concerned. */
  subjects: string[];
}

/** Checks what was filled in, before anything is counted. @throws ANSWER_PARAMETER_INVALID, ANSWER_GROUP_TOO_SMALL */
export function checkAsked({ question, message, subject }: Pick<Asked, 'question' | 'message' | 'subject'>): {
  parameters: Record<string, Scalar>;
  identifiers: string[];
} {
  if (question.kind !== 'matchRate')
    return { parameters: parseParameters(question, message.parameters, subject), identifiers: [] };
  const { identifiers, ...rest } = message.parameters;
  parseParameters(question, rest, subject);
  return { parameters: {}, identifiers: parseIdentifiers(question, identifiers) };
}

/** Records a use of data about persons, where the dataset is about persons. */
async function recordPersons(
  tx: Tx,
  { citizens, registry, house }: AnswersParts,
  asked: Asked,
  identifiers: readonly string[],
): Promise<string[]> {
  const { dataset, question, grant, transfer, caller, message, subject } = asked;
  if (dataset.subject !== 'person' || identifiers.length === 0) return [];
  const entry = await registry.find(caller.slug);
  return citizens.recordUse(
    tx,
    {
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
    },
    identifiers,
  );
}

/** Runs the question on the source. Groups are asked for one at a time and held against earlier ones. */
export async function computeAnswer(tx: Tx, parts: AnswersParts, asked: Asked): Promise<Computed> {
  const { house, delivery, identity } = parts;
  const { question, dataset, grant, caller, subject } = asked;
  const { parameters, identifiers } = checkAsked(asked);
  const reference = dataset.source;
  if (!reference || subject === null) throw answerErrors.sourceFailed();
  const signal = AbortSignal.any([house.context.signal, AbortSignal.timeout(sourceTimeoutMs)]);
  const clauses = buildClauses({ question, parameters, reference, subject, today: dayOf(house.now()) });
  const column = columnOf(reference, subject);
  const key = { participant: grant.participant, consumer: caller.slug, dataset: dataset.id };
  const now = house.now();
  const smallest = question.limits.smallestGroup;

  const tell = async (source: DataSource): Promise<Computed> => {
    const on = { source, reference, question, filter: allOf(clauses), signal };
    if (isAggregate(question)) {
      const fingerprint = digestJson(JSON.parse(JSON.stringify(clauses)));
      const remembered = { question: question.id, fingerprint, now };
      await lockGroups(tx, key);
      const frozen = await findFrozen(tx, key, remembered);
      if (frozen) return { answer: frozen, subjects: [] };
      await refuseOverlap(tx, { key, source, subject: column, clauses, smallest, now, signal });
      const answer = await tellGroups({ ...on, subject: column });
      await rememberGroup(tx, key, { ...remembered, clauses, members: null, answer });
      return { answer, subjects: [] };
    }
    if (question.kind === 'matchRate') {
      const pseudonyms = await Promise.all(
        identifiers.map((one) => identity.pseudonym(key.participant, `list:${one}`)),
      );
      const members = packMembers(pseudonyms);
      const fingerprint = digestJson(members.toString('hex'));
      const remembered = { question: question.id, fingerprint, now };
      await lockGroups(tx, key);
      const frozen = await findFrozen(tx, key, remembered);
      if (frozen) return { answer: frozen, subjects: await recordPersons(tx, parts, asked, identifiers) };
      await refuseListOverlap(tx, { key, members, smallest, now });
      const found = await findIdentifiers({ ...on, identifiers, subject: column });
      const reached = found.size / identifiers.length >= (question.threshold ?? 1);
      const answer: AnswerContent = { kind: 'matchRate', reached };
      await rememberGroup(tx, key, { ...remembered, clauses: null, members, answer });
      return { answer, subjects: await recordPersons(tx, parts, asked, identifiers) };
    }
    const answer = question.kind === 'holds' ? await tellHolds(on) : await tellValue(on);
    const whom = question.parameters.find(({ item }) => item === subject);
    const identifier = whom ? parameters[whom.name] : undefined;
    const persons = identifier === undefined ? [] : [String(identifier)];
    return { answer, subjects: await recordPersons(tx, parts, asked, persons) };
  };

  let source: DataSource;
  try {
    source = await delivery.openSource(grant.participant, reference);
  } catch (cause) {
    throw answerErrors.sourceFailed({}, { cause });
  }
  try {
    return await tell(source);
  } catch (error) {
    if (error instanceof XiangyuError && error.code.startsWith('ANSWER_')) throw error;
    throw answerErrors.sourceFailed({}, { cause: error });
  } finally {
    await source.close();
  }
}
