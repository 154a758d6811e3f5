import type { Writable } from 'node:stream';
import type { Tx } from '../../store/index.ts';

/** A statement of the driver while it copies: what it learns after the last byte, it tells only here. */
interface CopyStatement {
  writable(): Promise<CopyStatement & Promise<Writable>>;
  reject: (reason: unknown) => void;
}

/** A value of a row. Bytes are given as `0x` text; null is SQL NULL. */
export type CopyValue = string | number | bigint | boolean | null;

/** Escapes of PostgreSQL's COPY text format; other characters stand for themselves. */
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
// biome-ignore lint/suspicious/noControlCharactersInRegex: a NUL is what text columns cannot hold
const special = /[\\\n\r\t\0]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: see above
const specials = /[\\\n\r\t\0]/g;

/** One free text in COPY's text format; a NUL, which PostgreSQL cannot store, becomes U+FFFD. */
export function escapeText(text: string): string {
  return special.test(text) ? text.replace(specials, (found) => escapes[found] ?? '\ufffd') : text;
}

/**
 * Writes rows with COPY, the cheapest way into PostgreSQL.
 * @param lines rows in COPY's text format, each ended by a line feed
 * @throws the server's error when a row is refused; the transaction is over then
 */
export async function copyRows(tx: Tx, target: string, lines: string): Promise<void> {
  if (lines === '') return;
  const statement = tx.unsafe(`COPY ${target} FROM STDIN`) as unknown as CopyStatement;
  const stream = await (statement.writable() as unknown as Promise<Writable>);
  await new Promise<void>((resolve, reject) => {
    statement.reject = reject;
    stream.once('error', reject);
    stream.once('finish', resolve);
    stream.end(lines);
  });
}
