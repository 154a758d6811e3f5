/** The words of a phrase. */
export function splitWords(mnemonic: string): string[] {
  return mnemonic.trim().split(/\s+/u);
}

/** A few places of a phrase, in order, that somebody who wrote it down is asked for. */
export function pickPlaces(words: number, asked: number): number[] {
  const places = new Set<number>();
  while (places.size < Math.min(asked, words)) {
    places.add((crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % words);
  }
  return [...places].sort((a, b) => a - b);
}

/** Whether a typed word is the one that was shown, whichever way its characters are composed. */
export function isSameWord(typed: string, word: string): boolean {
  const form = (text: string) => text.normalize('NFKD').trim().toLowerCase();
  return form(typed) === form(word);
}
