import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);

/** The tests that the page names, by row. */
function readRows(): { threat: string; tests: { file: string; name: string }[] }[] {
  const page = readFileSync(new URL('docs/exchange-threats.md', root), 'utf8');
  return page
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| threat |'))
    .map((line) => {
      const [threat = '', , , proof = ''] = line.slice(2).split(' | ');
      const tests = [...proof.matchAll(/`([^`]+\.test\.ts)` “([^”]+)”/g)];
      return { threat, tests: tests.map(([, file = '', name = '']) => ({ file, name })) };
    });
}

it('every threat has a control whose test is there', () => {
  const rows = readRows();
  expect(rows.length).toBeGreaterThan(30);
  const missing = rows.flatMap(({ threat, tests }) => {
    if (tests.length === 0) return [`${threat}: no test`];
    return tests.flatMap(({ file, name }) => {
      const url = new URL(file, root);
      if (!existsSync(url)) return [`${threat}: ${file} is not there`];
      // As the first argument of it, test or describe, or after the table of an each.
      const source = readFileSync(url, 'utf8');
      const isThere = ["'", '"', '`'].some(
        (quote) => source.includes(`(${quote}${name}${quote}`) || source.includes(`${quote}${name}${quote},`),
      );
      return isThere ? [] : [`${threat}: ${file} has no test “${name}”`];
    });
  });
  expect(missing).toEqual([]);
});
