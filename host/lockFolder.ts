import { createHash } from 'node:crypto';
import { readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hostErrors } from './errors.ts';

/** A lock on a folder; the kernel frees it when the process dies, however it dies. */
export interface FolderLock {
  release(): Promise<void>;
}

/** Linux has socket names outside the file system that vanish with their owner; elsewhere a named socket serves. */
function lockAddress(folder: string): string {
  const name = `xiangyu-${createHash('sha256').update(folder).digest('hex').slice(0, 32)}`;
  if (process.platform === 'linux') return `\0${name}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

function listen(address: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', reject);
    server.listen(address, () => {
      server.unref();
      resolve(server);
    });
  });
}

/**
 * Takes an existing folder for this process alone. The file `lock.pid` in it only tells a reader who holds it.
 * @throws HOST_FOLDER_IN_USE when another live process has it.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const path = await realpath(folder);
  const pidFile = join(path, 'lock.pid');
  const server = await listen(lockAddress(path)).catch(async (cause: unknown) => {
    const pid = await readFile(pidFile, 'utf8').catch(() => '');
    throw hostErrors.folderInUse({ folder: path, holder: pid ? ` (process ${pid.trim()})` : '' }, { cause });
  });
  await writeFile(pidFile, `${process.pid}\n`);
  return {
    async release() {
      await rm(pidFile, { force: true });
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
