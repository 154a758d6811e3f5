import { execFile } from 'node:child_process';
import { readFile, readlink, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Logger } from '../host/index.ts';
import { storeErrors } from './errors.ts';

/** The first lines of postmaster.pid, see "Database File Layout" in the PostgreSQL manual. */
export interface PostmasterFile {
  pid: number;
  port: number;
  /** `starting`, `ready`, `standby` or `stopping`. */
  status: string;
}

const patienceMs = 10_000;
const pollMs = 50;

/** Reads postmaster.pid; null when there is none or it is being written. */
export async function readPostmasterFile(clusterDir: string): Promise<PostmasterFile | null> {
  const text = await readFile(join(clusterDir, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return { pid, port: Number(lines[3] ?? 0), status: (lines[7] ?? '').trim() };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A process number may have been given to another program since: a postmaster works in its data folder. */
async function isPostmasterOf(pid: number, clusterDir: string): Promise<boolean> {
  if (process.platform === 'linux') {
    const folder = await readlink(`/proc/${pid}/cwd`).catch(() => null);
    return folder === (await realpath(clusterDir));
  }
  const { stdout } = await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => ({
    stdout: '',
  }));
  return stdout.includes('postgres') && stdout.includes(clusterDir);
}

async function endsWithin(pid: number, timeoutMs: number): Promise<boolean> {
  for (const deadline = Date.now() + timeoutMs; Date.now() < deadline; await pause(pollMs)) {
    if (!isAlive(pid)) return true;
  }
  return !isAlive(pid);
}

/**
 * Ends a database that outlived the process that started it: fast shutdown, then immediate shutdown (both are safe for
 * the data). The caller must hold the folder's lock, so no other live process of ours wants it.
 * @throws STORE_ORPHAN_STAYS.
 */
export async function stopOrphan(clusterDir: string, logger: Logger): Promise<void> {
  const file = await readPostmasterFile(clusterDir);
  if (!file || !isAlive(file.pid)) return;
  if (!(await isPostmasterOf(file.pid, clusterDir))) {
    // PostgreSQL would take the other program for a postmaster and refuse to start.
    await rm(join(clusterDir, 'postmaster.pid'), { force: true });
    return;
  }
  logger.warn({ pid: file.pid }, 'a database process of an earlier run is still there; it is stopped first');
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    try {
      process.kill(file.pid, signal);
    } catch {
      // It ended in the meantime, or belongs to somebody else: the wait tells.
    }
    if (await endsWithin(file.pid, patienceMs)) return;
  }
  throw storeErrors.orphanStays({ pid: file.pid, folder: clusterDir });
}
