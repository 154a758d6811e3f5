/**
 * Splits a command line into program and arguments: at blanks, with '…' and "…" keeping blanks and a backslash the next
 * character (not within '…'). Nothing else is special: no variables, no patterns, no pipes. Null when a quote stays open.
 */
export function splitCommand(command: string): string[] | null {
  const words: string[] = [];
  let word: string | null = null;
  let quote = '';
  for (let at = 0; at < command.length; at += 1) {
    const letter = command.charAt(at);
    if (letter === '\\' && quote !== "'" && at + 1 < command.length) {
      at += 1;
      word = (word ?? '') + command.charAt(at);
    } else if (quote) {
      if (letter === quote) quote = '';
      else word = (word ?? '') + letter;
    } else if (letter === '"' || letter === "'") {
      quote = letter;
      word ??= '';
    } else if (/\s/.test(letter)) {
      if (word !== null) words.push(word);
      word = null;
    } else {
      word = (word ?? '') + letter;
    }
  }
  if (quote) return null;
  return word === null ? words : [...words, word];
}
