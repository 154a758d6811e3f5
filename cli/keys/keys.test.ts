import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { chmod, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../store/testing.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const password = 'nine green kiwifruits';
let database: TestDatabase;
let folder: string;
const at = (name: string) => join(folder, name);
beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'xiangyu-keys-'));
  await chmod(folder, 0o711);
  writeFileSync(at('password'), `${password}\n`);
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await database.drop();
});

interface Outcome {
  code: number | null;
  out: string;
  err: string;
}

/** Runs `xiangyu keys …` on the test's database; the master key is in the data folder unless `env` says otherwise. */
function keys(args: string[], env: Record<string, string> = {}): Promise<Outcome> {
  const child = spawn(process.execPath, ['cli/main.ts', 'keys', ...args, '--data', folder], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: database.url, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const outcome: Outcome = { code: null, out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    outcome.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    outcome.err += text;
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ ...outcome, code })));
}

test('a key goes out as a keystore file and comes in again', async () => {
  const made = await keys(['create', 'first', '--tenant', 'farm']);
  expect(made).toMatchObject({ code: 0, out: expect.stringMatching(/^0x[0-9a-f]{40}\n$/) });
  const address = made.out.trim();
  const exported = ['export', address, '--out', at('key.json'), '--password-file', at('password')];
  expect(await keys(exported)).toMatchObject({ code: 0 });
  expect((await stat(at('key.json'))).mode & 0o777).toBe(0o600);
  expect(JSON.parse(readFileSync(at('key.json'), 'utf8'))).toMatchObject({ version: 3, address: address.slice(2) });
  expect(await keys(exported)).toMatchObject({ code: 64, err: expect.stringContaining('CLI_FILE_NOT_WRITTEN') });
  const imported = ['import', at('key.json'), '--name', 'again', '--password-command', `cat '${at('password')}'`];
  expect(await keys(imported)).toMatchObject({ err: expect.stringContaining('KEYS_ADDRESS_TAKEN') });
  await database.store.sql`DELETE FROM ledger.keys WHERE address = ${address}`;
  expect(await keys(imported)).toMatchObject({ code: 0, out: made.out });
  expect((await keys(['list'])).out).toBe(`${address}  operator         single    again\n`);
  expect(JSON.parse((await keys(['list', '--json', '--tenant', 'farm'])).out)).toEqual([]);
}, 60_000);

test('without a terminal a password has to come from somewhere', async () => {
  expect(await keys(['import', at('key.json'), '--name', 'x'])).toMatchObject({
    code: 64,
    err: expect.stringContaining('--password-file'),
  });
});

test('a rotation puts a new master key in place, and the commands go on with it', async () => {
  const old = readFileSync(at('keys/master.key'), 'utf8');
  expect(await keys(['rotate'])).toMatchObject({ code: 0, out: expect.stringContaining('1 secrets') });
  expect(readFileSync(at('keys/master.key'), 'utf8')).not.toBe(old);
  expect(readFileSync(at('keys/master.key.1'), 'utf8')).toBe(old);
  expect(await keys(['create', 'second'])).toMatchObject({ code: 0 });
  expect(await keys(['create', 'third'], { XIANGYU_MASTER_KEY: old.trim() })).toMatchObject({
    err: expect.stringContaining('LEDGER_WRONG_MASTER_KEY'),
  });
  writeFileSync(at('elsewhere'), '0a'.repeat(32));
  const command = `cat ${at('elsewhere')}`;
  expect(await keys(['rotate', '--to-command', command])).toMatchObject({ code: 0 });
  expect(await keys(['create', 'third', '--master-key-command', command])).toMatchObject({ code: 0 });
  expect(await keys(['create', 'fourth'], { XIANGYU_MASTER_KEY: '0a'.repeat(32) })).toMatchObject({ code: 0 });
  expect(existsSync(at('keys/master.key.next'))).toBe(false);
}, 60_000);
