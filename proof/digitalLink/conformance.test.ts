import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { applicationIdentifiers } from './applicationIdentifiers.ts';
import { contentTests } from './contentTests.ts';

const dictionary = new URL('../../../shared/conformance/gs1-digital-link/gs1-syntax-dictionary.txt', import.meta.url);
const present = existsSync(dictionary);

interface Entry {
  marks: string;
  format: string[];
  key: string[] | null;
  needs: string[];
  excludes: string[];
  title: string;
}

/** The dictionary's line of every application identifier. */
function readDictionary(): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const line of readFileSync(dictionary, 'utf8').split('\n')) {
    const [, range = '', marks = '', body = '', title = ''] =
      /^(\d[\d-]*)\s+([*?]*)\s+([^#]*?)\s*(?:#\s*(.*))?$/.exec(line) ?? [];
    if (range === '') continue;
    const words = body.split(/\s+/);
    const values = (name: string) =>
      words.flatMap((word) => (word.startsWith(`${name}=`) ? [word.slice(name.length + 1)] : []));
    const key = words.includes('dlpkey') ? [] : (values('dlpkey')[0]?.split('|') ?? null);
    const format = words.filter((word) => /^\[?[NXYZ]/.test(word));
    const [first = '', last = first] = range.split('-');
    for (let number = Number(first); number <= Number(last); number++) {
      const ai = String(number).padStart(first.length, '0');
      entries.set(ai, {
        marks,
        format,
        key,
        needs: values('req'),
        excludes: values('ex').flatMap((all) => all.split(',')),
        title,
      });
    }
  }
  return entries;
}

it.skipIf(!present)("the table is that of GS1's syntax dictionary", () => {
  const entries = readDictionary();
  expect(entries.size).toBeGreaterThan(500);
  const ours = [...applicationIdentifiers().values()].map((entry): [string, Entry] => [
    entry.ai,
    {
      marks: `${entry.predefinedLength ? '*' : ''}${entry.attribute ? '?' : ''}`,
      format: entry.format.map(({ characters, minLength, maxLength, optional, tests }) => {
        const text = `${characters}${minLength === maxLength ? '' : '..'}${maxLength}`;
        return [optional ? `[${text}]` : text, ...tests].join(',');
      }),
      key: entry.qualifiers?.map((sequence) => sequence.join(',')) ?? null,
      needs: entry.needs.map((group) => group.join(',')),
      excludes: [...entry.excludes],
      title: entries.get(entry.ai)?.title === '' ? '' : entry.title,
    },
  ]);
  expect(Object.fromEntries(ours)).toEqual(Object.fromEntries(entries));
});

it('every test that a format names is there', () => {
  const named = [...applicationIdentifiers().values()].flatMap(({ format }) => format.flatMap(({ tests }) => tests));
  expect([...new Set(named)].filter((name) => !(name in contentTests))).toEqual([]);
});
