const ZERO = 48;

/** The number written at `[start, end)` of `text`, or -1 when a character is no digit. */
function readDigits(text: string, start: number, end: number): number {
  let value = 0;
  for (let i = start; i < end; i++) {
    const digit = text.charCodeAt(i) - ZERO;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** Offset from UTC in minutes written at `start`: `Z`, `±hh:mm` or nothing (read as UTC); NaN when malformed. */
function readOffset(text: string, start: number): number {
  if (start === text.length) return 0;
  const sign = text[start];
  if (sign === 'Z' || sign === 'z') return start + 1 === text.length ? 0 : Number.NaN;
  if ((sign !== '+' && sign !== '-') || text.length !== start + 6 || text[start + 3] !== ':') return Number.NaN;
  const hours = readDigits(text, start + 1, start + 3);
  const minutes = readDigits(text, start + 4, start + 6);
  if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59) return Number.NaN;
  return (sign === '-' ? -1 : 1) * (hours * 60 + minutes);
}

/**
 * An `xsd:dateTime` in UTC with exactly three decimals and `Z`; the fourth decimal rounds half up (CBV 2.0, event
 * hash rules 8 and 9). Text that is no such time is returned as it came.
 */
export function canonicalTime(text: string): string {
  if (text.length < 19 || text[4] !== '-' || text[7] !== '-' || text[13] !== ':' || text[16] !== ':') return text;
  const separator = text[10];
  if (separator !== 'T' && separator !== 't' && separator !== ' ') return text;
  const year = readDigits(text, 0, 4);
  const month = readDigits(text, 5, 7);
  const day = readDigits(text, 8, 10);
  const hour = readDigits(text, 11, 13);
  const minute = readDigits(text, 14, 16);
  const second = readDigits(text, 17, 19);
  if (year < 1 || month < 1 || month > 12 || day < 1 || hour < 0 || hour > 23) return text;
  if (minute < 0 || minute > 59 || second < 0 || second > 59) return text;

  let end = 19;
  let milliseconds = 0;
  if (text[19] === '.' || text[19] === ',') {
    end = 20;
    while (end < text.length && readDigits(text, end, end + 1) >= 0) end++;
    if (end === 20) return text;
    for (let i = 20; i < 23; i++) milliseconds = milliseconds * 10 + (i < end ? text.charCodeAt(i) - ZERO : 0);
    if (end > 23 && text.charCodeAt(23) - ZERO >= 5) milliseconds++;
  }
  const offset = readOffset(text, end);
  if (Number.isNaN(offset)) return text;

  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCDate() !== day) return text;
  date.setUTCHours(hour, minute - offset, second, milliseconds);
  const canonical = date.toISOString();
  return canonical.length === 24 ? canonical : text;
}
