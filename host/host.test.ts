import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ensureWritableFolder, findFreePort, isPortFree, lockFolder, readOrCreateSecret } from './index.ts';

const temporaryFolder = () => mkdtemp(join(tmpdir(), 'xiangyu-host-'));

test('a folder is one process’s alone until released', async () => {
  const folder = await temporaryFolder();
  const lock = await lockFolder(folder);
  await expect(lockFolder(folder)).rejects.toMatchObject({ code: 'HOST_FOLDER_IN_USE' });
  await lock.release();
  const again = await lockFolder(folder);
  await again.release();
});

test('the kernel frees the lock of a killed process', async () => {
  const folder = await temporaryFolder();
  const script = `import { lockFolder } from ${JSON.stringify(new URL('./lockFolder.ts', import.meta.url).href)};
    await lockFolder(${JSON.stringify(folder)}); process.kill(process.pid, 'SIGKILL');`;
  const result = spawnSync(process.execPath, ['--input-type=module', '-e', script]);
  expect(result.signal).toBe('SIGKILL');
  const lock = await lockFolder(folder);
  await lock.release();
});

test('a secret is made once, whole and private', async () => {
  const file = join(await temporaryFolder(), 'keys', 'master.key');
  const made = await Promise.all([readOrCreateSecret(file), readOrCreateSecret(file)]);
  expect(new Set(made).size).toBe(1);
  expect(made[0]).toMatch(/^[0-9a-f]{64}$/);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect((await readFile(file, 'utf8')).trim()).toBe(made[0]);
  await writeFile(file, 'short');
  await expect(readOrCreateSecret(file)).rejects.toMatchObject({ code: 'HOST_SECRET_UNREADABLE' });
});

test('a folder below a file cannot be written and the error says so', async () => {
  const file = join(await temporaryFolder(), 'file');
  await writeFile(file, '');
  await expect(ensureWritableFolder(join(file, 'data'))).rejects.toMatchObject({ code: 'HOST_FOLDER_NOT_WRITABLE' });
  await expect(ensureWritableFolder('/proc/nowhere/data')).rejects.toMatchObject({ code: 'HOST_FOLDER_NOT_WRITABLE' });
  const deep = join(await temporaryFolder(), 'a', 'b', 'c');
  await ensureWritableFolder(deep);
  expect((await stat(deep)).isDirectory()).toBe(true);
});

test('a port that listens is not free', async () => {
  const port = await findFreePort();
  expect(await isPortFree(port)).toBe(true);
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, '0.0.0.0', () => resolve()));
  expect(await isPortFree(port)).toBe(false);
  await new Promise((resolve) => server.close(resolve));
});
