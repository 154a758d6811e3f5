import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  ensureWritableFolder,
  findFreePort,
  isPortFree,
  type Logger,
  lockFolder,
  readOrCreateSecret,
  type SupervisedProcess,
  superviseProcess,
} from '../host/index.ts';
import { checkCluster, createCluster } from './createCluster.ts';
import { assertReachable, databaseUser } from './databaseUser.ts';
import { storeErrors } from './errors.ts';
import { findBinaries } from './findBinaries.ts';
import { readPostmasterFile, stopOrphan } from './stopOrphan.ts';

export interface StartPostgresParameters {
  /** Holds the cluster, its password and its logs. Made with mode 0711 where missing. */
  dataDir: string;
  /** 0 or nothing: any free port, another one on every start. */
  port?: number;
  logger: Logger;
  /** Stops the database when it aborts. */
  signal: AbortSignal;
  /** Only for tests: trades durability for speed. */
  unsafeFast?: boolean;
}

/** A database server that we run. */
export interface RunningPostgres {
  /** Connection URL with the password: never log it. */
  url: string;
  process: SupervisedProcess;
  /** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
  stop(): Promise<void>;
}

const user = 'xiangyu';
/** The address of the own PostgreSQL: never log it. */
export const postgresUrl = (password: string, port: number) =>
  `postgres://${user}:${password}@127.0.0.1:${port}/postgres`;

const readyPollMs = 20;
const stopTimeoutMs = 30_000;
const keptLogs = 10;

/** Settings that hold whatever postgresql.conf says; memory is modest because a node and the server share the machine. */
function settingsFor(port: number, logFolder: string, unsafeFast: boolean): Record<string, string> {
  return {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '120',
    shared_buffers: '48MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    logging_collector: 'on',
    log_directory: logFolder,
    log_filename: 'postgresql-%Y%m%dT%H%M%S.log',
    log_rotation_size: '10MB',
    log_rotation_age: '0',
    // Row values, which may be personal data, stay out of the log.
    log_error_verbosity: 'terse',
    ...(unsafeFast ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  };
}

async function prepareFolder(dataDir: string, logFolder: string): Promise<void> {
  await ensureWritableFolder(dataDir, 0o711);
  const { uid, mode } = await stat(dataDir);
  if (databaseUser && uid === 0 && (mode & 0o001) === 0) await chmod(dataDir, 0o711);
  await assertReachable(dataDir);
  await mkdir(logFolder, { recursive: true, mode: 0o700 });
  if (databaseUser) await chown(logFolder, databaseUser.uid, databaseUser.gid);
}

async function pruneLogs(logFolder: string): Promise<void> {
  const names = (await readdir(logFolder)).filter((name) => name.endsWith('.log')).sort();
  for (const name of names.slice(0, -keptLogs)) await rm(join(logFolder, name), { force: true });
}

/** Resolves when the postmaster has written that it takes connections. */
async function waitUntilReady(child: ChildProcess, clusterDir: string, signal: AbortSignal): Promise<void> {
  for (;;) {
    const file = await readPostmasterFile(clusterDir);
    if (file?.pid === child.pid && file?.status === 'ready') return;
    await pause(readyPollMs, undefined, { signal });
  }
}

/**
 * Starts the PostgreSQL that comes with the platform and keeps it running; the first start makes the database.
 * It listens on 127.0.0.1 only. A database left over from a killed process is stopped first.
 * @throws HOST_FOLDER_IN_USE, HOST_FOLDER_NOT_WRITABLE, STORE_FOLDER_UNREACHABLE, STORE_PLATFORM_UNSUPPORTED,
 * STORE_OTHER_MAJOR_VERSION, STORE_INIT_FAILED, STORE_PASSWORD_MISSING, STORE_PORT_IN_USE, STORE_START_FAILED.
 */
export async function startPostgres(parameters: StartPostgresParameters): Promise<RunningPostgres> {
  const { logger, signal, unsafeFast = false } = parameters;
  const dataDir = resolve(parameters.dataDir);
  const clusterDir = join(dataDir, 'cluster');
  const logFolder = join(dataDir, 'log');
  await prepareFolder(dataDir, logFolder);
  const lock = await lockFolder(dataDir);
  try {
    const binaries = await findBinaries(dataDir);
    const passwordFile = join(dataDir, 'password');
    const state = await checkCluster(clusterDir, binaries);
    if (state === 'usable' && !existsSync(passwordFile)) {
      throw storeErrors.passwordMissing({ folder: clusterDir, file: passwordFile });
    }
    const password = await readOrCreateSecret(passwordFile);
    if (state === 'missing') await createCluster({ binaries, clusterDir, user, password, noSync: unsafeFast });
    await stopOrphan(clusterDir, logger);
    await pruneLogs(logFolder);
    const port = parameters.port || (await findFreePort());
    if (!(await isPortFree(port, '127.0.0.1'))) throw storeErrors.portInUse({ port });
    const settings = Object.entries(settingsFor(port, logFolder, unsafeFast)).flatMap(([name, value]) => [
      '-c',
      `${name}=${value}`,
    ]);
    let complaint = '';
    const process_ = await superviseProcess({
      name: 'postgresql',
      logger,
      signal,
      stopTimeoutMs,
      spawn: () => {
        complaint = '';
        // A process group of its own: Ctrl-C in a terminal must not end the database before its clients.
        const child = spawn(binaries.postgres, ['-D', clusterDir, ...settings], {
          ...databaseUser,
          cwd: clusterDir,
          env: { LC_ALL: 'C', PATH: process.env.PATH },
          detached: true,
          stdio: ['ignore', 'ignore', 'pipe'],
        });
        child.stderr.setEncoding('utf8').on('data', (text: string) => {
          complaint = (complaint + text).slice(-2_000);
        });
        return child;
      },
      ready: (child, ended) => waitUntilReady(child, clusterDir, ended),
      stop: (child) => void child.kill('SIGINT'),
    }).catch((cause: unknown) => {
      if (signal.aborted) throw cause;
      const reason = complaint.trim() || (cause instanceof Error ? cause.message : String(cause));
      throw storeErrors.startFailed({ reason, logFolder }, { cause });
    });
    const stop = async () => {
      await process_.stop();
      await lock.release();
    };
    signal.addEventListener('abort', () => void stop(), { once: true });
    return { url: postgresUrl(password, port), process: process_, stop };
  } catch (error) {
    await lock.release();
    throw error;
  }
}
