import type { RowCondition, RowFilter, SourceReference } from '../delivery/sources/source.ts';
import { writingsOf } from './identifiers.ts';
import type { Question, Scalar } from './question.ts';

/** The column behind an item. */
export const columnOf = ({ columns }: SourceReference, item: string): string => columns?.[item] ?? item;

/** One condition of a group, as its column is compared. */
export type Clause = Exclude<RowFilter, { all: RowFilter[] } | { any: RowFilter[] } | { not: RowFilter }>;

interface BuildFilterParameters {
  question: Question;
  /** Checked and normalised. */
  parameters: Readonly<Record<string, Scalar>>;
  reference: SourceReference;
  /** The item that identifies persons; null where there is none. */
  subject: string | null;
  /** Day of the question, `YYYY-MM-DD`. */
  today: string;
  /** Conditions on rows of the grant, over items. */
  granted: readonly RowCondition[];
}

/**
 * What a question selects: its fixed conditions, all parameters that were given and the rows of the grant, together. There is no way to write "or"
 * or "not", and values never become part of a statement.
 */
export function buildClauses({
  question,
  parameters,
  reference,
  subject,
  today,
  granted,
}: BuildFilterParameters): Clause[] {
  const fixed = question.conditions.map(
    ({ item, comparison, value }): Clause => ({
      column: columnOf(reference, item),
      is: comparison,
      value: value === '$today' ? today : value,
    }),
  );
  const given = question.parameters.flatMap(({ name, item, comparison }): Clause[] => {
    const value = parameters[name];
    if (value === undefined) return [];
    const column = columnOf(reference, item);
    if (item === subject && comparison === 'eq')
      return [{ column, in: writingsOf(question.identifierKind, String(value)) }];
    return [{ column, is: comparison, value }];
  });
  const within = granted.map((one): Clause => ({ ...one, column: columnOf(reference, one.column) }));
  return [...fixed, ...given, ...withinBounds(question, reference), ...within];
}

/** Rows that a sum or an average takes: two sums with other bounds are two groups. */
function withinBounds({ kind, item, bounds }: Question, reference: SourceReference): Clause[] {
  if ((kind !== 'sum' && kind !== 'average') || item === null || bounds === null) return [];
  const column = columnOf(reference, item);
  return [
    { column, is: 'gteq', value: bounds.low },
    { column, is: 'lteq', value: bounds.high },
  ];
}

/** All clauses together; null for everybody. */
export const allOf = (clauses: readonly RowFilter[]): RowFilter | null =>
  clauses.length === 0 ? null : { all: [...clauses] };

/**
 * Rows that are in exactly one of two groups. A row whose column is null is in no group that compares it, so the complement
 * of a clause names such rows; with `not` alone they would be missing and two groups would look more alike than they are.
 */
export function differenceOf(one: readonly Clause[], other: readonly Clause[]): RowFilter {
  const outside = (clauses: readonly Clause[]): RowFilter => ({
    any: clauses.flatMap((clause): RowFilter[] => [{ not: clause }, { column: clause.column, null: true }]),
  });
  const sides: RowFilter[] = [];
  if (other.length > 0) sides.push({ all: [...one, outside(other)] });
  if (one.length > 0) sides.push({ all: [...other, outside(one)] });
  return { any: sides };
}

/** True when no row can be in both groups: they ask for different values of one column. */
export function areDisjoint(one: readonly Clause[], other: readonly Clause[]): boolean {
  return one.some(
    (a) =>
      'is' in a &&
      a.is === 'eq' &&
      other.some((b) => 'is' in b && b.is === 'eq' && b.column === a.column && b.value !== a.value),
  );
}
