import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { chmod, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Hex, keccak256, recoverAddress, serializeTransaction } from 'viem';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
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

/** Runs `xiangyu …` on the test's database. */
function run(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['cli/main.ts', ...args], {
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
  const ended = new Promise<Outcome>((resolve) => child.on('close', (code) => resolve({ ...outcome, code })));
  return { child, outcome, ended };
}

/** Runs `xiangyu keys …`; the master key is in the data folder unless `env` says otherwise. */
const keys = (args: string[], env: Record<string, string> = {}) => run(['keys', ...args, '--data', folder], env).ended;

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

test('a signer in a process of its own holds the key and signs what its policy allows', async () => {
  // The file that the test before exported.
  const { address } = JSON.parse(readFileSync(at('key.json'), 'utf8')) as { address: string };
  await database.store.sql`DELETE FROM ledger.keys`;
  writeFileSync(at('token'), 'sixteen characters and more');
  const files = ['--keystore', at('key.json'), '--password-file', at('password'), '--token-file', at('token')];
  const signer = run(['signer', ...files, '--chain', '7002', '--port', '0']);
  const url = await vi.waitFor(() => {
    const found = /at (http:\S+)/.exec(signer.outcome.out)?.[1];
    if (!found) throw new Error(signer.outcome.err || 'it says nothing yet');
    return found;
  }, 20_000);
  const external = ['external', 'remote', '--address', `0x${address}`, '--signer', url, '--token-file', at('token')];
  expect(await keys(external)).toMatchObject({ code: 0, out: `0x${address}\n` });
  expect((await keys(['list'])).out).toContain('external  remote');
  const preimage = serializeTransaction({ chainId: 7002, nonce: 1, gas: 21_000n, maxFeePerGas: 1n });
  const ask = (data: string, token = 'sixteen characters and more') =>
    fetch(`${url}/api/v1/eth1/sign/0x${address}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify({ data }),
    });
  const signature = (await (await ask(preimage)).text()) as Hex;
  expect((await recoverAddress({ hash: keccak256(preimage), signature })).toLowerCase()).toBe(`0x${address}`);
  expect((await ask(serializeTransaction({ chainId: 1, maxFeePerGas: 1n }))).status).toBe(403);
  expect((await ask(preimage, 'another')).status).toBe(401);
  signer.child.kill('SIGTERM');
  expect(await signer.ended).toMatchObject({ code: 0 });
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
