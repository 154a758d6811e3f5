import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { unpackWoff } from './unpackWoff.ts';

/** The fonts of our PDF documents, by the names under which pdfkit knows them. */
export type FontName = 'chinese' | 'latin' | 'latinBold' | 'mono';

/** Neighbouring characters in one font; a line may break between two of them. */
export interface Word {
  text: string;
  font: FontName;
  width: number;
}

/** What the typesetter asks of pdfkit. */
export interface FontMeasure {
  /** Whether the Chinese font has the character. */
  hasChinese: (codePoint: number) => boolean;
  /** Width in points. */
  widthOf: (text: string, font: FontName, size: number) => number;
}

let chinese: Buffer | undefined;

/** The file of the Chinese font, read once. */
export function readChineseFont(): Buffer {
  chinese ??= unpackWoff(
    readFileSync(
      createRequire(import.meta.url).resolve(
        '@fontsource/zcool-xiaowei/files/zcool-xiaowei-chinese-simplified-400-normal.woff',
      ),
    ),
  );
  return chinese;
}

/** What the standard fonts of PDF have besides Latin-1: the rest of Windows-1252. */
const windows1252 = new Set([...'€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ']);

function isLatin(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return (
    (code >= 0x20 && code <= 0x7e) || (code >= 0xa1 && code <= 0xff && code !== 0xad) || windows1252.has(character)
  );
}

/** Closing marks do not begin a line, opening ones do not end it. */
const closing = /^[，。、；：？！）》」』”’…·,.;:?!)\]}%]/;
const opening = /[（《「『“‘([{]$/;
/** Quotation marks and dashes that both fonts have: beside Chinese text they are Chinese. */
const ambiguous = new Set([...'“”‘’…—']);

/**
 * Cuts text into words that can be measured and set, each in a font that has its characters. A character that no font has is
 * written as its code point, such as \u{1F600}: paper must not show a blank in its place.
 */
export function cutWords(text: string, size: number, latin: FontName, measure: FontMeasure): Word[] {
  const words: Word[] = [];
  const hasChinese = /\p{Script=Han}/u.test(text);
  let glue = false;
  let whole = false;
  for (const character of text.normalize('NFC').replace(/\s/g, ' ')) {
    const isChinese =
      (!isLatin(character) || (ambiguous.has(character) && hasChinese)) &&
      measure.hasChinese(character.codePointAt(0) ?? 0);
    const font = isChinese ? 'chinese' : latin;
    const shown =
      isChinese || isLatin(character) ? character : `\\u{${character.codePointAt(0)?.toString(16).toUpperCase()}}`;
    const last = words.at(-1);
    const joins = last && last.font === font && (isChinese ? closing.test(character) : !last.text.endsWith(' '));
    if (last && !whole && shown.length <= 2 && (joins || (glue && last.font === font))) last.text += shown;
    else words.push({ text: shown, font, width: 0 });
    glue = opening.test(character);
    // A code point stays on one line.
    whole = shown.length > 2;
  }
  for (const word of words) word.width = measure.widthOf(word.text, word.font, size);
  return words;
}

/** Fills lines of `width` points; a word that is wider than a line is cut by its characters. */
export function breakLines(words: readonly Word[], width: number, size: number, measure: FontMeasure): Word[][] {
  const lines: Word[][] = [[]];
  let used = 0;
  const place = (word: Word): void => {
    const line = lines.at(-1) ?? [];
    if (line.length === 0 && word.text.trim() === '') return;
    const tight = measure.widthOf(word.text.trimEnd(), word.font, size);
    // A closing mark in the other font hangs on: it must not begin a line.
    if (used + tight <= width || (line.length > 0 && closing.test(word.text) && word.text.trimEnd().length === 1)) {
      line.push(word);
      used += word.width;
    } else if (line.length > 0) {
      lines.push([]);
      used = 0;
      place(word);
    } else {
      const characters = [...word.text];
      const half = Math.ceil(characters.length / 2);
      for (const part of [characters.slice(0, half), characters.slice(half)]) {
        const text = part.join('');
        place({ ...word, text, width: measure.widthOf(text, word.font, size) });
      }
    }
  };
  for (const word of words) place(word);
  return lines;
}
