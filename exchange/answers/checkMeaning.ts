import type { Dataset, Item } from '../catalogue/catalogue.ts';
import { answerErrors } from './errors.ts';
import type { FixedCondition, Question, QuestionParameter } from './question.ts';

function refuse(path: string, problem: string): never {
  throw answerErrors.questionInvalid({ path, problem });
}

const parameterTypes: Record<QuestionParameter['type'], readonly Item['type'][]> = {
  text: ['text'],
  integer: ['integer', 'number'],
  number: ['integer', 'number'],
  boolean: ['boolean'],
  date: ['date', 'time'],
};

/** A pattern that takes no more than a moment for any text: no groups, no alternatives, few counts. */
function checkPattern(pattern: string, path: string): void {
  const counts = pattern.match(/[*+?]|\{\d+,\d*\}/g)?.length ?? 0;
  if (/[()|]/.test(pattern) || counts > 3)
    refuse(path, 'a pattern has no groups, no alternatives and at most 3 open counts');
  try {
    new RegExp(`^(?:${pattern})$`, 'u');
  } catch {
    refuse(path, 'it is no regular expression');
  }
}

function checkParameter(parameter: QuestionParameter, path: string, item: Item): void {
  const { type, comparison, pattern, values, minimum, maximum } = parameter;
  if (!parameterTypes[type].includes(item.type))
    refuse(`${path}/type`, `the item ${item.name} is of type ${item.type}`);
  if (comparison === 'startsWith' && type !== 'text') refuse(`${path}/comparison`, 'only texts begin with something');
  if ((comparison === 'gteq' || comparison === 'lteq') && (type === 'text' || type === 'boolean'))
    refuse(`${path}/comparison`, 'only numbers and days have an order here');
  if (pattern !== undefined) {
    if (type !== 'text') refuse(`${path}/pattern`, 'only texts have a pattern');
    checkPattern(pattern, `${path}/pattern`);
  }
  if ((minimum !== undefined || maximum !== undefined) && type !== 'integer' && type !== 'number')
    refuse(path, 'only numbers have a minimum and a maximum');
  const wanted = type === 'boolean' ? 'boolean' : type === 'integer' || type === 'number' ? 'number' : 'string';
  if (values?.some((value) => typeof value !== wanted)) refuse(`${path}/values`, `every value must be a ${wanted}`);
}

function checkCondition({ item, comparison, value }: FixedCondition, path: string, of: Item): void {
  const wanted =
    of.type === 'boolean' ? 'boolean' : of.type === 'integer' || of.type === 'number' ? 'number' : 'string';
  if (typeof value !== wanted) refuse(`${path}/value`, `the item ${item} needs a ${wanted}`);
  if (value === '$today' && of.type !== 'date') refuse(`${path}/value`, 'only days are compared with today');
  if (comparison === 'startsWith' && of.type !== 'text')
    refuse(`${path}/comparison`, 'only texts begin with something');
}

/** What a question about one person must be, so that it cannot be turned into a search. */
function checkSingle(question: Question, subject: string | null): void {
  if (subject === null) refuse('/dataset', 'its items have no key item that identifies whom a row is about');
  const identifying = question.parameters.filter(({ item, comparison }) => item === subject && comparison === 'eq');
  if (identifying.length !== 1 || identifying[0]?.required !== true)
    refuse('/parameters', `exactly one required parameter must ask for the item ${subject} with eq`);
  question.parameters.forEach((parameter, at) => {
    if (parameter.item === subject && parameter.comparison !== 'eq')
      refuse(`/parameters/${at}/comparison`, 'the item that identifies a person is compared with eq only');
    if (parameter.comparison !== 'eq' && !parameter.values)
      refuse(`/parameters/${at}/values`, 'free bounds would let the asker find the value by halving; name the bounds');
  });
}

/** What a question about groups must be: nothing in it points at one person. */
function checkGroup(question: Question, subject: string | null): void {
  if (subject === null) refuse('/dataset', 'its items have no key item by which persons are counted');
  question.parameters.forEach(({ item }, at) => {
    if (item === subject) refuse(`/parameters/${at}/item`, 'a group is not described by what identifies one person');
  });
  if (question.item === subject) refuse('/item', 'what identifies persons is not added up or listed');
}

/** Holds a question against its dataset and against what its kind needs. @throws ANSWER_QUESTION_INVALID */
export function checkMeaning(question: Question, dataset: Pick<Dataset, 'items'>): void {
  const byName = new Map(dataset.items.map((item) => [item.name, item]));
  const itemAt = (name: string, path: string): Item =>
    byName.get(name) ?? refuse(path, `the dataset has no item ${name}`);
  const subject = dataset.items.find(({ key }) => key)?.name ?? null;
  const { kind, item: told, bounds, values, step, threshold } = question;
  question.parameters.forEach((parameter, at) => {
    const path = `/parameters/${at}`;
    if (question.parameters.findIndex(({ name }) => name === parameter.name) !== at)
      refuse(`${path}/name`, 'another parameter has this name');
    checkParameter(parameter, path, itemAt(parameter.item, `${path}/item`));
  });
  question.conditions.forEach((condition, at) => {
    checkCondition(condition, `/conditions/${at}`, itemAt(condition.item, `/conditions/${at}/item`));
  });
  const item = told === null ? null : itemAt(told, '/item');
  const isNumber = item?.type === 'integer' || item?.type === 'number';
  if (bounds && bounds.low > bounds.high) refuse('/bounds', 'low is above high');

  if (kind === 'holds' || kind === 'value') checkSingle(question, subject);
  else if (kind === 'match' || kind === 'matchRate') {
    if (subject === null) refuse('/dataset', 'its items have no key item to be matched');
    if (question.parameters.length > 0) refuse('/parameters', 'a match compares identifiers only; use conditions');
  } else checkGroup(question, subject);

  const needsItem = kind === 'value' || kind === 'sum' || kind === 'average' || kind === 'histogram';
  if (needsItem !== (item !== null)) refuse('/item', needsItem ? 'this kind needs an item' : 'this kind has no item');
  if (kind === 'value' && (isNumber ? !bounds : !values))
    refuse(isNumber ? '/bounds' : '/values', 'only a value within what the steward named is told');
  if (kind === 'sum' || kind === 'average') {
    if (!isNumber) refuse('/item', 'only numbers are added up');
    if (!bounds || bounds.low < 0) refuse('/bounds', 'bounds from 0 up are needed, so that no row stands out');
  }
  if (kind === 'histogram' && (step === null) === (values === null))
    refuse('/values', 'a histogram needs either its values or, for a number, the step of its bands');
  if (step !== null && !(kind === 'histogram' && isNumber)) refuse('/step', 'bands are of a number in a histogram');
  if ((kind === 'matchRate') !== (threshold !== null))
    refuse('/threshold', kind === 'matchRate' ? 'a threshold is needed' : 'this kind has no threshold');
  if (question.reveal && kind !== 'match') refuse('/reveal', 'only a match can show an intersection');
}
