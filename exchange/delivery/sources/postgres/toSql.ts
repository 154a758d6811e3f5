import { makeColumnFinder } from '../columns.ts';
import type { ColumnType, Comparison, RowFilter, Scalar } from '../source.ts';

/** A column as PostgreSQL knows it; `sqlType` comes from its catalogue, never from a user. */
export interface SqlColumn {
  name: string;
  type: ColumnType;
  sqlType: string;
}

/** A statement's text with its parameters; values are never in the text. */
export interface SqlText {
  text: string;
  parameters: string[];
}

/** A name as an identifier. Only names that the database itself gave are quoted so. */
export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const operators: Record<Exclude<Comparison, 'startsWith'>, string> = {
  eq: '=',
  neq: '<>',
  lt: '<',
  lteq: '<=',
  gt: '>',
  gteq: '>=',
};

/**
 * A condition for WHERE. Names are looked up among the real columns and quoted; values are parameters, cast to the type of
 * their column, so that an index can be used. Texts are compared by code points.
 * @throws DELIVERY_COLUMN_UNKNOWN
 */
export function toSql(filter: RowFilter | null, columns: readonly SqlColumn[], parameters: string[] = []): SqlText {
  const find = makeColumnFinder(columns);
  const place = (value: Scalar, sqlType: string) => {
    parameters.push(String(value));
    return `$${parameters.length}::text::${sqlType}`;
  };
  function write(node: RowFilter): string {
    if ('all' in node) return `(${node.all.map(write).join(' AND ')})`;
    if ('any' in node) return `(${node.any.map(write).join(' OR ')})`;
    if ('not' in node) return `(NOT ${write(node.not)})`;
    const column = find(node.column);
    const name = quoteName(column.name);
    if ('null' in node) return `${name} IS ${node.null ? '' : 'NOT '}NULL`;
    // What has no order of its own is compared as the text that readers see.
    const plain = column.type === 'text' || column.type === 'json';
    const left = plain ? `${name}::text COLLATE "C"` : name;
    const type = plain ? 'text' : column.sqlType;
    if ('in' in node)
      return `${plain ? `${name}::text` : name} IN (${node.in.map((value) => place(value, type)).join(', ')})`;
    if (node.is === 'startsWith') return `starts_with(${name}::text, ${place(node.value, 'text')})`;
    if (node.is === 'eq' || node.is === 'neq')
      return `${plain ? `${name}::text` : name} ${operators[node.is]} ${place(node.value, type)}`;
    return `${left} ${operators[node.is]} ${place(node.value, type)}`;
  }
  return { text: filter ? write(filter) : 'true', parameters };
}
