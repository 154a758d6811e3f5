const longestPattern = 120;
const longestValue = 500;
const mostCounts = 12;
const mostOpenCounts = 2;
/** One character, escape or class, and how often. */
const part =
  /(?:\\[dwsDWS]|\\[^\w\s]|\[\^?(?:\\.|[^\]\\])+\]|[^\\[\](){}|*+?^$.]|\.)(\{\d{1,3}(?:,\d{0,3})?\}|[*+?])?/uy;

/** A pattern that can be matched in little time whatever the value is. */
export interface ValuePattern {
  test(value: string): boolean;
}

/**
 * Reads a pattern for whole values: characters, `.`, escapes and classes in a row, each with a count. Groups, alternatives and
 * references are refused, and counts without a narrow bound beyond two, since with them a value could take hours to judge.
 * Null when it is no such pattern.
 */
export function readValuePattern(text: string): ValuePattern | null {
  if (text === '' || text.length > longestPattern) return null;
  let counts = 0;
  let openCounts = 0;
  part.lastIndex = 0;
  while (part.lastIndex < text.length) {
    const match = part.exec(text);
    if (!match) return null;
    const count = match[1];
    if (count === undefined) continue;
    counts += 1;
    const [least, most] = count.slice(1, -1).split(',');
    const fixed = count === '?' || (count.startsWith('{') && (most === undefined || (most !== '' && most === least)));
    if (!fixed) openCounts += 1;
  }
  if (counts > mostCounts || openCounts > mostOpenCounts) return null;
  try {
    const expression = new RegExp(`^(?:${text})$`, 'u');
    return { test: (value) => value.length <= longestValue && expression.test(value) };
  } catch {
    return null;
  }
}
