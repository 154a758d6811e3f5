/** PostgreSQL takes lexemes of 2 KiB at most; nobody looks for longer words than this. */
const longestWord = 64;
const mostQueryWords = 32;
const wordPattern = /\p{Script=Han}+|[[\p{L}\p{N}]--\p{Script=Han}]+/gv;
const isHan = (word: string) => /^\p{Script=Han}/v.test(word);

const pairsOf = (characters: string[]) => characters.map((character, at) => character + (characters[at + 1] ?? ''));

/**
 * The words by which texts are found: words of letters and digits in lower case, and of Chinese, which has no spaces, every
 * character with the next one.
 */
export function searchWords(texts: readonly string[]): string[] {
  const words = texts.flatMap((text) => text.normalize('NFKC').toLowerCase().match(wordPattern) ?? []);
  return [...new Set(words.flatMap((word) => (isHan(word) ? pairsOf([...word]) : word.slice(0, longestWord))))];
}

/**
 * The condition that texts with all words of `asked` meet, for `search @@ …::tsquery`; words may be begun only. Null when
 * nothing is asked for that could be found.
 */
export function searchQuery(asked: string): string | null {
  const words = asked.normalize('NFKC').toLowerCase().match(wordPattern) ?? [];
  const terms = words.flatMap((word) => {
    if (!isHan(word)) return `'${word.slice(0, longestWord)}':*`;
    const characters = [...word];
    // The last character alone is a word of its own only at the end of a text.
    return characters.length === 1
      ? `'${word}':*`
      : pairsOf(characters)
          .slice(0, -1)
          .map((pair) => `'${pair}'`);
  });
  return terms.length === 0 ? null : [...new Set(terms)].slice(0, mostQueryWords).join(' & ');
}
