import type { Tx } from '../../store/index.ts';

/** Stands for null in a column; no text of a captured document is this. */
const missing = '\u0001\u0002';

/**
 * A column of rows as one text parameter, in SQL: the driver would take an array apart character by character, and the
 * server a JSON document value by value.
 */
export function column(tx: Tx, items: readonly (string | number | null)[]) {
  const texts = items.map((item) => (item === null ? missing : String(item)));
  const separator =
    ['\n', '\u001e', '\u001f'].find((one) => !texts.some((text) => text.includes(one))) ?? missing + missing;
  return tx`string_to_array(${texts.join(separator)}, ${separator}, ${missing})`;
}
