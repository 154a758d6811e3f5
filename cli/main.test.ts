import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);
const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

test('it says which version it is', async () => {
  const { version } = JSON.parse(readFileSync(at('../package.json'), 'utf8')) as { version: string };
  const { stdout } = await run(process.execPath, [at('main.ts'), '--version']);
  expect(stdout).toBe(`${version}\n`);
});

test('a wrong option is told with a code of its own, and where help is', async () => {
  const wrong = run(process.execPath, [at('main.ts'), 'status', '--wrong']);
  await expect(wrong).rejects.toMatchObject({ code: 64, stderr: expect.stringContaining('--help') });
});
