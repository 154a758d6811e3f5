import type { DataSource, Row, RowFilter, SourceReference } from '../delivery/sources/source.ts';
import type { AnswerContent } from './answers.ts';
import { columnOf } from './buildFilter.ts';
import type { Question, Scalar } from './question.ts';

/** Most groups of a histogram. */
const maxGroups = 1_000;
/** Persons whose share of a sum is looked at one by one. */
const maxPersons = 100_000;

interface TellParameters {
  source: DataSource;
  reference: SourceReference;
  question: Question;
  /** Column that identifies persons. */
  subject: string;
  filter: RowFilter | null;
  signal: AbortSignal;
}

const numberOf = (row: Row | undefined, name: string): number => Number(row?.[name] ?? 0);
const round = (count: number, { limits }: Question) => Math.round(count / limits.roundTo) * limits.roundTo;

async function tellCount({ source, question, subject, filter, signal }: TellParameters): Promise<AnswerContent> {
  const [row] = await source.aggregate({
    measures: [{ name: 'persons', take: 'countDistinct', column: subject }],
    filter,
    signal,
  });
  const persons = numberOf(row, 'persons');
  if (persons < question.limits.smallestGroup) return { kind: 'count', suppressed: true };
  return { kind: 'count', count: round(persons, question), suppressed: false };
}

/** The largest share of the sum that one person makes up. */
async function largestShare(
  parameters: TellParameters & { column: string; sum: number; rows: number; persons: number; most: number },
): Promise<number> {
  const { source, subject, filter, signal, column, sum, rows, persons, most } = parameters;
  if (sum === 0) return 0;
  if (rows === persons || persons > maxPersons) return most / sum;
  const groups = await source.aggregate({
    measures: [{ name: 'sum', take: 'sum', column }],
    groupBy: [subject],
    filter,
    limit: maxPersons,
    signal,
  });
  return Math.max(...groups.map((group) => numberOf(group, 'sum')), 0) / sum;
}

/** Sum or average of the rows within the bounds; nothing when a small group or one person would show through. */
async function tellSum(parameters: TellParameters, kind: 'sum' | 'average'): Promise<AnswerContent> {
  const { source, reference, question, subject, filter, signal } = parameters;
  const column = columnOf(reference, question.item ?? '');
  const [row] = await source.aggregate({
    measures: [
      { name: 'rows', take: 'count' },
      { name: 'persons', take: 'countDistinct', column: subject },
      { name: 'sum', take: 'sum', column },
      { name: 'most', take: 'most', column },
    ],
    filter,
    signal,
  });
  const [rows, persons, sum, most] = ['rows', 'persons', 'sum', 'most'].map((name) => numberOf(row, name)) as [
    number,
    number,
    number,
    number,
  ];
  if (persons < question.limits.smallestGroup) return { kind, suppressed: true };
  const share = await largestShare({ ...parameters, column, sum, rows, persons, most });
  if (share > question.limits.dominance) return { kind, suppressed: true };
  const value = kind === 'sum' ? sum : sum / rows;
  return { kind, value: Number(value.toPrecision(12)), suppressed: false };
}

/**
 * Groups of fewer persons than allowed are left out. When those left out are so few together that the total of another
 * question would tell of them, the smallest of the others is left out too.
 */
export function suppressGroups<Group extends { persons: number }>(groups: readonly Group[], smallest: number): Group[] {
  const shown = groups.filter(({ persons }) => persons >= smallest).sort((a, b) => b.persons - a.persons);
  let hidden = groups.filter(({ persons }) => persons < smallest).reduce((sum, { persons }) => sum + persons, 0);
  while (hidden > 0 && hidden < smallest) hidden += shown.pop()?.persons ?? smallest;
  return shown;
}

async function tellHistogram(parameters: TellParameters): Promise<AnswerContent> {
  const { source, reference, question, subject, filter, signal } = parameters;
  const column = columnOf(reference, question.item ?? '');
  const { step, values } = question;
  const rows = await source.aggregate({
    measures: [{ name: 'persons', take: 'countDistinct', column: subject }],
    ...(step === null ? { groupBy: [column] } : { bands: { column, step } }),
    filter,
    limit: maxGroups,
    signal,
  });
  const groups = rows.flatMap((row) => {
    const value = row[column] ?? row.band ?? null;
    if (value === null || typeof value === 'object') return [];
    const told: Scalar = step === null ? value : Number(value);
    return values && !values.includes(told) ? [] : [{ value: told, persons: numberOf(row, 'persons') }];
  });
  const shown = suppressGroups(groups, question.limits.smallestGroup);
  // Empty groups hide as small ones do: whether there is anybody is not told.
  const expected = values?.length ?? groups.length;
  return {
    kind: 'histogram',
    groups: shown
      .map(({ value, persons }) => ({ value, count: round(persons, question) }))
      .sort((a, b) => (a.value < b.value ? -1 : 1)),
    suppressedGroups: shown.length < expected,
  };
}

/** Answers a question about groups. */
export function tellGroups(parameters: TellParameters): Promise<AnswerContent> {
  const { kind } = parameters.question;
  if (kind === 'count') return tellCount(parameters);
  if (kind === 'histogram') return tellHistogram(parameters);
  return tellSum(parameters, kind === 'sum' ? 'sum' : 'average');
}
