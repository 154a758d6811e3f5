import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashMessage } from 'viem';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { holdLeadership } from '../../store/index.ts';
import { silentLogger, type TestDatabase } from '../../store/testing.ts';
import { openLogKey } from '../log/logKey.ts';
import { createLedgerDatabase } from '../testing.ts';
import { addAccount } from './addAccount.ts';
import { openIdentityKeys } from './identityKeys.ts';
import { openKeyStore } from './keyStore.ts';
import { openMasterKey } from './openMasterKey.ts';
import { readMasterKey } from './readMasterKey.ts';
import { rotateMasterKey } from './rotateMasterKey.ts';
import { splitCommand } from './splitCommand.ts';
import { addKey } from './tenantKeys.ts';
import { openVault } from './vault.ts';
import { createWallet } from './wallets.ts';

const [from, to] = ['01'.repeat(32), '02'.repeat(32)];
const digest = hashMessage('湘渝');
let database: TestDatabase;
let folder: string;
let file: string;
beforeEach(async () => {
  database = await createLedgerDatabase();
  folder = await mkdtemp(join(tmpdir(), 'xiangyu-master-'));
  file = join(folder, 'master.key');
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
  await database.drop();
});

const contextOf = (masterKey: string) => ({ store: database.store, vault: openVault(masterKey) });
const fromFile = () => openMasterKey({ store: database.store, source: { kind: 'file', file } });

/** One secret of every kind; gives what tries to open all of them. */
async function fill(): Promise<(masterKey: string) => Promise<string[]>> {
  const { store } = database;
  const treasury = await openKeyStore({ store, masterKey: from }).createKey('treasury');
  const { address } = await addKey(contextOf(from), { tenant: 'farm', name: 'one' });
  const { id } = await createWallet(contextOf(from), { tenant: 'farm', name: 'wallet' });
  await addAccount(contextOf(from), { tenant: 'farm', walletId: id, space: 'espace' });
  await openLogKey({ store, masterKey: from, origin: 'test.example/log' });
  const identities = openIdentityKeys({ store, masterKey: from });
  const publicKey = await store.transaction((tx) => identities.create(tx, { tenant: 'farm' }));
  return async (masterKey) => {
    const keys = openKeyStore({ store, masterKey });
    const opened = await Promise.allSettled([
      keys.sign(treasury, digest),
      keys.sign(address, digest),
      addAccount(contextOf(masterKey), { tenant: 'farm', walletId: id, space: 'espace' }),
      openLogKey({ store, masterKey, origin: 'test.example/log' }),
      openIdentityKeys({ store, masterKey }).sign({ tenant: 'farm', publicKey }, Buffer.from('湘渝')),
    ]);
    return opened.map((one) => (one.status === 'fulfilled' ? 'opens' : one.reason.code));
  };
}
const all = (outcome: string) => Array.from({ length: 5 }, () => outcome);

test('after a rotation the new master key opens everything, and the old one nothing', async () => {
  const tryAll = await fill();
  expect(await tryAll(from)).toEqual(all('opens'));
  expect(await rotateMasterKey({ store: database.store, from, to })).toEqual({ secrets: 7, generation: 2 });
  expect(await tryAll(to)).toEqual(all('opens'));
  expect(await tryAll(from)).toEqual(all('LEDGER_WRONG_MASTER_KEY'));
  await expect(addKey(contextOf(from), { tenant: 'farm', name: 'two' })).rejects.toMatchObject({
    code: 'LEDGER_WRONG_MASTER_KEY',
  });
});

test('a rotation that is cut off in the middle leaves everything under the old master key', async () => {
  const tryAll = await fill();
  const { sql } = database.store;
  await sql.unsafe(`
    CREATE FUNCTION stall() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(30); RETURN NEW; END';
    CREATE TRIGGER stall BEFORE UPDATE ON ledger.wallets FOR EACH ROW EXECUTE FUNCTION stall()`);
  const rotation = rotateMasterKey({ store: database.store, from, to }).catch((error: unknown) => error);
  await vi.waitFor(async () => {
    const ended = await sql`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE wait_event = 'PgSleep' AND datname = current_database()`;
    expect(ended).toHaveLength(1);
  });
  expect(await rotation).toMatchObject({ code: 'STORE_UNAVAILABLE' });
  await sql`DROP TRIGGER stall ON ledger.wallets`;
  expect(await tryAll(from)).toEqual(all('opens'));
  expect(await tryAll(to)).toEqual(all('LEDGER_WRONG_MASTER_KEY'));
});

test('a rotation is refused under a wrong master key, to the same one, and while the platform runs', async () => {
  const { store } = database;
  await fill();
  const refused = (parameters: object, code: string) =>
    expect(rotateMasterKey({ store, from, to, ...parameters })).rejects.toMatchObject({ code });
  await refused({ from: '03'.repeat(32) }, 'LEDGER_WRONG_MASTER_KEY');
  await refused({ to: from }, 'KEYS_ROTATION_UNCHANGED');
  const stop = new AbortController();
  const leads = Promise.withResolvers<void>();
  const run = async (signal: AbortSignal) => {
    leads.resolve();
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
  };
  const running = holdLeadership({ store, role: 'ledger.lanes', signal: stop.signal, logger: silentLogger, run });
  await leads.promise;
  await refused({}, 'KEYS_PLATFORM_RUNNING');
  stop.abort();
  await running;
  expect(await rotateMasterKey({ store, from, to })).toMatchObject({ generation: 2 });
});

test('one damaged secret stops a rotation before anything is changed', async () => {
  const tryAll = await fill();
  await database.store.sql`UPDATE ledger.wallets SET tag = set_byte(tag, 0, get_byte(tag, 0) # 1)`;
  await expect(rotateMasterKey({ store: database.store, from, to })).rejects.toThrow('wallet');
  expect(await tryAll(from)).toEqual(['opens', 'opens', 'LEDGER_WRONG_MASTER_KEY', 'opens', 'opens']);
});

test('the file is put in place at the next start when the process died between database and file', async () => {
  const tryAll = await fill();
  writeFileSync(file, from);
  writeFileSync(`${file}.next`, to);
  // Died before the database was changed: the old one counts.
  expect(await fromFile()).toBe(from);
  await rotateMasterKey({ store: database.store, from, to });
  expect(await fromFile()).toBe(to);
  expect(readFileSync(file, 'utf8')).toBe(to);
  expect(readFileSync(`${file}.1`, 'utf8')).toBe(from);
  expect(existsSync(`${file}.next`)).toBe(false);
  expect(await tryAll(await fromFile())).toEqual(all('opens'));
});

test('a new database makes its file, and one with keys gets no other', async () => {
  const made = await fromFile();
  expect(made).toMatch(/^[0-9a-f]{64}$/);
  await openKeyStore({ store: database.store, masterKey: made }).createKey('treasury');
  await rm(file);
  await expect(fromFile()).rejects.toMatchObject({ code: 'KEYS_MASTER_KEY_MISSING' });
  expect(existsSync(file)).toBe(false);
  writeFileSync(file, from);
  await expect(fromFile()).rejects.toMatchObject({ code: 'LEDGER_WRONG_MASTER_KEY' });
});

test('a command gives the master key without a shell, and nothing of its output is in an error', async () => {
  const command = (text: string) => readMasterKey({ kind: 'command', command: text });
  expect(await command(`printf '%s\\n' ${from}`)).toBe(from);
  await expect(command('printf secret-text')).rejects.toSatisfy(
    (error: Error) => !String(error).includes('secret-text'),
  );
  await expect(command('ls /nowhere/secret-text')).rejects.toSatisfy(
    (error: Error) => error.message.includes('it ended with') && !error.message.includes('secret-text'),
  );
  for (const bad of ['', 'false', '/nowhere/program', "printf '"]) {
    await expect(command(bad)).rejects.toMatchObject({ code: 'KEYS_SECRET_COMMAND_FAILED' });
  }
  expect(splitCommand(`a  'b $c' "d \\" e"f\\ g ''`)).toEqual(['a', 'b $c', 'd " ef g', '']);
});

test('the environment gives the master key', async () => {
  vi.stubEnv('XIANGYU_MASTER_KEY', to.toUpperCase());
  expect(await readMasterKey({ kind: 'environment' })).toBe(to);
  vi.stubEnv('XIANGYU_MASTER_KEY', 'abc');
  await expect(readMasterKey({ kind: 'environment' })).rejects.toMatchObject({ code: 'KEYS_MASTER_KEY_MISSING' });
  vi.unstubAllEnvs();
});
