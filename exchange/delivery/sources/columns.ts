import { deliveryErrors } from '../errors.ts';
import type { SourceColumn } from './source.ts';

/** Finds the real column of a name that somebody gave. @throws DELIVERY_COLUMN_UNKNOWN */
export function makeColumnFinder<Column extends Pick<SourceColumn, 'name'>>(
  columns: readonly Column[],
): (name: string) => Column {
  const byName = new Map(columns.map((column) => [column.name, column]));
  return (name) => {
    const column = byName.get(name);
    if (!column) throw deliveryErrors.columnUnknown({ column: name.slice(0, 100) });
    return column;
  };
}
