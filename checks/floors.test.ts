import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { findFloorViolations } from './floors.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** A small house in a temporary folder, to show that the check sees what it must. */
function build(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'xiangyu-floors-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

test('no room of this house imports upwards, sideways or past an index.ts', () => {
  expect(findFloorViolations(root)).toEqual([]);
});

test.each([
  ['upwards', 'store/a.ts', "import { b } from '../ledger/index.ts';"],
  ['upwards by type', 'store/a.ts', "import type { B } from '../ledger/index.ts';"],
  ['upwards by a dynamic import', 'store/a.ts', "export const b = () => import('../ledger/index.ts');"],
  ['sideways', 'engine/a.ts', "export { b } from '../store/index.ts';"],
  ['past the face', 'trace/a.ts', "import { b } from '../ledger/b.ts';"],
  ['its own face', 'trace/a.ts', "import { b } from './index.ts';"],
  ['a face the console may not know', 'console/src/a.tsx', "import { b } from '../../store/index.ts';"],
  ['a test entrance from code', 'ledger/a.ts', "import { b } from '../store/testing.ts';"],
])('an import %s is found', (_, file, text) => {
  expect(findFloorViolations(build({ [file]: text }))).toHaveLength(1);
});

test.each([
  ['down', 'trace/a.ts', "import { b } from '../ledger/index.ts';"],
  ['inside the room', 'trace/a.ts', "import { b } from './b.ts';"],
  ['the error base', 'proof/a.ts', "import { defineErrors } from '../errors.ts';"],
  ['a test entrance from a test', 'ledger/a.test.ts', "import { b } from '../store/testing.ts';"],
  ['proof from the console', 'console/src/a.tsx', "import { b } from '../../proof/index.ts';"],
])('an import %s is allowed', (_, file, text) => {
  expect(findFloorViolations(build({ [file]: text }))).toEqual([]);
});
