import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ErrorDescriptor } from '../errors.ts';

/** Rooms whose errors are read in a terminal only. */
const terminalRooms: ReadonlySet<string> = new Set(['cli', 'contracts', 'demo']);
const englishSentence = /(?:\b[a-z]+[ ,]+){3,}[a-z]+\b/;

const parametersOf = (texts: { cause: string; next: string }) =>
  [...new Set(`${texts.cause}${texts.next}`.match(/\{\w+\}/g))].sort().join(' ');

/** The sources of a room without its catalogues, where its wordings come from. */
function readSources(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.ts$/.test(file) && !/(^|\/)(errors|errorWords)\.ts$|\.test\.ts$/.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
}

function checkEntry(entry: ErrorDescriptor, sources: string): string[] {
  const { zh } = entry;
  if (!zh) return ['it has no Chinese texts (zh)'];
  const faults: string[] = [];
  if (parametersOf(zh) !== parametersOf(entry)) faults.push('its Chinese texts have other parameters');
  for (const text of [zh.cause, zh.next]) {
    if (!text.endsWith('。')) faults.push(`its Chinese text does not end with 。: ${text}`);
    if (englishSentence.test(text.replace(/`[^`]*`|\bxiangyu [a-z -]+/g, '')))
      faults.push(`its Chinese text is English: ${text}`);
  }
  for (const [name, words] of Object.entries(zh.values ?? {})) {
    if (!parametersOf(zh).includes(`{${name}}`))
      faults.push(`it has wordings of ${name}, which is none of its parameters`);
    for (const wording of Object.keys(words)) {
      const isSaid = wording.split('*').every((part) => sources.includes(part.trim()));
      if (!isSaid) faults.push(`nothing in its room says "${wording}" any more`);
    }
  }
  return faults;
}

/** What is wrong with the Chinese texts of a room's errors, a line each. */
export function checkErrorWords(room: string, folder: string, entries: [string, ErrorDescriptor][]): string[] {
  if (terminalRooms.has(room)) return [];
  const sources = entries.some(([, { zh }]) => zh?.values) ? readSources(folder) : '';
  return entries.flatMap(([code, entry]) => checkEntry(entry, sources).map((fault) => `${code}: ${fault}.`));
}
