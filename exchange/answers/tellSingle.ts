import type { DataSource, RowFilter, SourceReference } from '../delivery/sources/source.ts';
import type { AnswerContent } from './answers.ts';
import { columnOf } from './buildFilter.ts';
import { normaliseIdentifier, writingsOf } from './identifiers.ts';
import type { Question } from './question.ts';

/** Values of one person that are looked at; more than one different one is no answer. */
const maxValues = 20;
/** Identifiers that are looked up at a time. */
const batchSize = 500;

interface SingleParameters {
  source: DataSource;
  reference: SourceReference;
  question: Question;
  filter: RowFilter | null;
  signal: AbortSignal;
}

/** Whether any row fits. The same work is done whether the person is unknown or does not fulfil the conditions. */
export async function tellHolds({ source, filter, signal }: SingleParameters): Promise<AnswerContent> {
  const [row] = await source.aggregate({ measures: [{ name: 'rows', take: 'count' }], filter, signal });
  return { kind: 'holds', holds: Number(row?.rows ?? 0) > 0 };
}

/** The one value of a person, if it is one that the steward allows to be told; null otherwise, whatever the reason. */
export async function tellValue({
  source,
  reference,
  question,
  filter,
  signal,
}: SingleParameters): Promise<AnswerContent> {
  const column = columnOf(reference, question.item ?? '');
  const found = new Set<string | number | boolean>();
  for await (const rows of source.read({ columns: [column], filter, limit: maxValues, signal })) {
    for (const row of rows) {
      const value = row[column];
      if (value !== null && value !== undefined && typeof value !== 'object') found.add(value);
    }
  }
  const [only] = found;
  const { bounds, values } = question;
  if (found.size !== 1 || only === undefined) return { kind: 'value', value: null };
  if (values) return { kind: 'value', value: values.includes(only) ? only : null };
  const number = Number(only);
  const within = bounds !== null && number >= bounds.low && number <= bounds.high;
  return { kind: 'value', value: within ? number : null };
}

/** Which of the normalised identifiers the selected rows have. */
export async function findIdentifiers(
  parameters: SingleParameters & { identifiers: readonly string[]; subject: string },
): Promise<Set<string>> {
  const { source, question, filter, signal, identifiers, subject } = parameters;
  const wanted = new Set(identifiers);
  const found = new Set<string>();
  for (let at = 0; at < identifiers.length; at += batchSize) {
    const batch = identifiers.slice(at, at + batchSize);
    const list: RowFilter = {
      column: subject,
      in: batch.flatMap((identifier) => writingsOf(question.identifierKind, identifier)),
    };
    const all: RowFilter = filter ? { all: [filter, list] } : list;
    for await (const rows of source.read({ columns: [subject], filter: all, signal })) {
      for (const row of rows) {
        const normalised = normaliseIdentifier(question.identifierKind, String(row[subject] ?? ''));
        if (normalised !== null && wanted.has(normalised)) found.add(normalised);
      }
    }
  }
  return found;
}
