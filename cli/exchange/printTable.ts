const widest = 48;

/** Chinese characters take two columns of a terminal. */
const widthOf = (text: string) =>
  [...text].reduce(
    (width, letter) =>
      width +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(letter)
        ? 2
        : 1),
    0,
  );

/** Nothing in an answer may steer the terminal. */
const plain = (value: unknown): string =>
  (value === null || value === undefined
    ? '–'
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value)
  ).replace(/\p{Cc}+/gu, ' ');

function cut(text: string, most: number): string {
  if (widthOf(text) <= most) return text;
  let kept = '';
  for (const letter of text) {
    if (widthOf(kept + letter) > most - 1) break;
    kept += letter;
  }
  return `${kept}…`;
}

export interface Column<Item> {
  title: string;
  of: (item: Item) => unknown;
  /** What somebody copies is never cut. */
  whole?: boolean;
}

/** Prints items as a table, a line each. */
export function printTable<Item>(columns: readonly Column<Item>[], items: readonly Item[]): void {
  const lines = [
    columns.map(({ title }) => title),
    ...items.map((item) => columns.map(({ of, whole }) => (whole ? plain(of(item)) : cut(plain(of(item)), widest)))),
  ];
  const widths = columns.map((_, at) => Math.max(...lines.map((line) => widthOf(line[at] ?? ''))));
  for (const line of lines) {
    const padded = line.map((text, at) => text + ' '.repeat(Math.max(0, (widths[at] ?? 0) - widthOf(text))));
    console.log(padded.join('  ').trimEnd());
  }
}

/** Prints facts, a line each. */
export function printFacts(facts: readonly (readonly [string, unknown])[]): void {
  const width = Math.max(...facts.map(([name]) => widthOf(name)));
  for (const [name, value] of facts) console.log(`${name}${' '.repeat(width - widthOf(name))}  ${plain(value)}`);
}

/** A text in both languages as one line. */
export const wordsOf = (words: { zh: string; en: string } | null | undefined): string =>
  !words ? '–' : words.zh && words.en && words.zh !== words.en ? `${words.zh} · ${words.en}` : words.zh || words.en;

/** Prints an answer for programs. */
export const printJson = (value: unknown): void => console.log(JSON.stringify(value, null, 2));
