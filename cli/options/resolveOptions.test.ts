import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { maskOption, resolveOptions } from './resolveOptions.ts';

function writeToml(text: string) {
  const path = join(mkdtempSync(join(tmpdir(), 'xiangyu-options-')), 'xiangyu.toml');
  writeFileSync(path, text);
  return { path, required: true };
}

test('a flag wins over the environment, the environment over the file, the file over the default', () => {
  const { values, origins } = resolveOptions({
    flags: { port: '1' },
    env: { XIANGYU_PORT: '2', XIANGYU_HOST: '0.0.0.0' },
    file: writeToml('port = 3\nhost = "::1"\ndemo = true\n'),
  });
  expect([values.port, values.host, values.demo, values['block-interval']]).toEqual([1, '0.0.0.0', true, 500]);
  expect([origins.port, origins.host, origins.demo, origins['block-interval']]).toEqual([
    'flag',
    'environment',
    'file',
    'default',
  ]);
});

test.each([
  [{ flags: { port: 'eighty' }, env: {} }, 'CLI_OPTION_INVALID'],
  [{ flags: { port: '70000' }, env: {} }, 'CLI_OPTION_INVALID'],
  [{ flags: {}, env: { XIANGYU_DEMO: 'perhaps' } }, 'CLI_OPTION_INVALID'],
  [{ flags: {}, env: {}, file: writeToml('prot = 1') }, 'CLI_UNKNOWN_OPTION'],
  [{ flags: {}, env: {}, file: writeToml('port = = 1') }, 'CLI_FILE_INVALID'],
  [{ flags: {}, env: {}, file: { path: '/nowhere/x.toml', required: true } }, 'CLI_FILE_UNREADABLE'],
])('bad input %# is refused by its code', (parameters, code) => {
  expect(() => resolveOptions(parameters)).toThrowError(expect.objectContaining({ code }));
});

test('a password is never shown', () => {
  expect(maskOption('database-url', 'postgres://me:hunter2@db/x?sslkey=abc')).toBe('postgres://me:***@db/x?***');
  expect(maskOption('port', 80)).toBe('80');
});
