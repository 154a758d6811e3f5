import { Compile } from 'typebox/compile';
import type { Dataset } from '../catalogue/catalogue.ts';
import { checkMeaning } from './checkMeaning.ts';
import { answerErrors } from './errors.ts';
import { type IdentifierKind, identifierKinds } from './identifiers.ts';
import { aggregateKinds, type Question, type QuestionLimits } from './question.ts';
import { questionSchema } from './questionSchema.ts';

const compiled = Compile(questionSchema);

/** Defaults by kind: single answers many times a day, groups rarely, whole sets seldom. */
function fillLimits(kind: Question['kind'], given: Partial<QuestionLimits> = {}): QuestionLimits {
  const perDay = kind === 'match' ? 5 : kind === 'holds' || kind === 'value' ? 1_000 : 50;
  return {
    smallestGroup: 10,
    roundTo: 5,
    perDay,
    setSize: kind === 'match' ? 100_000 : 10_000,
    dominance: 0.5,
    ...given,
  };
}

/** The item that identifies whom a dataset is about: its first key item; null where no item does. */
export function subjectItem({ items }: Pick<Dataset, 'items'>): string | null {
  return items.find(({ key }) => key)?.name ?? null;
}

/** How the identifiers of a dataset are written, as its key item declares. */
function identifierKindOf({ items }: Pick<Dataset, 'items'>): IdentifierKind {
  const format = items.find(({ key }) => key)?.validity?.format;
  return identifierKinds.find((kind) => kind === format) ?? 'exact';
}

/**
 * Reads what a steward wrote and holds it against the dataset. @throws ANSWER_QUESTION_INVALID with the exact place
 */
export function parseQuestion(
  given: unknown,
  dataset: Pick<Dataset, 'participant' | 'id' | 'items' | 'subject'>,
  createdAt: Date,
): Question {
  if (!compiled.Check(given)) {
    const [first] = compiled.Errors(given);
    throw answerErrors.questionInvalid({
      path: first?.instancePath || '/',
      problem: (first?.message === 'schema is false' ? null : first?.message) ?? 'there is no such field',
    });
  }
  const { kind } = given;
  const question: Question = {
    id: given.id,
    participant: dataset.participant,
    dataset: dataset.id,
    kind,
    words: given.words,
    item: given.item ?? null,
    parameters: given.parameters ?? [],
    conditions: given.conditions ?? [],
    bounds: given.bounds ?? null,
    values: given.values ?? null,
    step: given.step ?? null,
    threshold: given.threshold ?? null,
    identifierKind: given.identifierKind ?? identifierKindOf(dataset),
    reveal: given.reveal ?? false,
    limits: fillLimits(kind, given.limits),
    state: 'open',
    createdAt: createdAt.toISOString(),
  };
  checkMeaning(question, dataset);
  return question;
}

/** Whether a question is about a group whose size and overlap matter. */
export const isAggregate = ({ kind }: Question): boolean => aggregateKinds.includes(kind);

/** Items that a question reads: a grant that names all of them may ask it. */
export function itemsRead(question: Question, subject: string | null): string[] {
  const { item, parameters, conditions, kind } = question;
  const identifying = kind === 'matchRate' || kind === 'match' ? [subject] : [];
  const all = [item, ...parameters.map((one) => one.item), ...conditions.map((one) => one.item), ...identifying];
  return [...new Set(all.filter((one) => one !== null))];
}
