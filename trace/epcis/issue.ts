/** One broken rule of a document. */
export interface Issue {
  /** RFC 6901 pointer to the value, or to where it is missing. */
  pointer: string;
  /** What was found. */
  problem: string;
  /** What would be right. */
  expected: string;
}

/** More issues than this are not reported. */
export const maxIssues = 100;

/** A key as a reference token of a JSON pointer, RFC 6901 section 3. */
export function pointerToken(key: string | number): string {
  return String(key).replaceAll('~', '~0').replaceAll('/', '~1');
}

/** A value as it appears in a message: short, on one line. */
export function show(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
