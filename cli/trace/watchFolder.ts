import { constants } from 'node:fs';
import { access, mkdir, readdir, rename, stat, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { XiangyuError } from '../../errors.ts';
import { lockFolder } from '../../host/index.ts';
import { exitCodes } from '../errors.ts';
import { readApiKey } from '../readApiKey.ts';
import { traceCommandErrors } from './errors.ts';
import { knownExtensions, type SendFileParameters, sendFile } from './sendFile.ts';

export interface WatchFolderParameters extends Omit<SendFileParameters, 'file' | 'key' | 'dryRun'> {
  folder: string;
  keyFile?: string;
  /** Seconds between two looks. */
  interval: string;
  /** Ends when the folder has nothing more to send. */
  once?: boolean;
  signal?: AbortSignal;
  say?: (line: string) => void;
}

const longestPauseMs = 60_000;

/** Size and time of a file, which stay while nobody writes to it. */
type Stamp = string;

/**
 * Sends what is put into a folder: each complete file once, then moves it to `done/`, or to `refused/` with a report
 * beside it. While the platform is away files stay where they are. Whatever is sent twice, because this process was
 * killed before it moved a file, is stored once.
 * @throws CLI_TRACE_FOLDER_UNUSABLE, HOST_FOLDER_IN_USE, CLI_API_KEY_MISSING; CLI_REQUEST_REFUSED when the key may not import
 */
export async function watchFolder(parameters: WatchFolderParameters): Promise<number> {
  const { folder, keyFile, interval, once = false, signal = stopSignal(), say = console.log, ...how } = parameters;
  const key = await readApiKey(keyFile);
  const intervalMs = Math.max(0.1, Number(interval) || 2) * 1_000;
  try {
    await access(folder, constants.R_OK | constants.W_OK);
    for (const name of ['done', 'refused']) await mkdir(join(folder, name), { recursive: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw traceCommandErrors.folderUnusable({ folder, reason }, { cause: error });
  }
  // Two watchers of one folder would send everything twice.
  const lock = await lockFolder(folder);
  let seen = new Map<string, Stamp>();
  let waitMs = intervalMs;
  try {
    say(`watching ${folder}`);
    while (!signal.aborted) {
      const now = await look(folder);
      // A file that did not change between two looks is complete.
      const complete = [...now].filter(([name, stamp]) => seen.get(name) === stamp).map(([name]) => name);
      if (once && now.size === 0) break;
      seen = now;
      try {
        for (const name of complete.sort()) {
          if (signal.aborted) break;
          await handle({ ...how, key, folder, name }, say);
          seen.delete(name);
        }
        waitMs = intervalMs;
      } catch (error) {
        if (!isPassing(error)) throw error;
        waitMs = Math.min(waitMs * 2, longestPauseMs);
        say(`${(error as XiangyuError).reason} Trying again in ${Math.round(waitMs / 1_000)} s.`);
      }
      await pause(waitMs, undefined, { signal }).catch(() => undefined);
    }
  } finally {
    await lock.release();
  }
  return exitCodes.ok;
}

/** Files that the platform reads; hidden ones and those under way (`.part`, `.tmp`) are left alone. */
async function look(folder: string): Promise<Map<string, Stamp>> {
  const found = new Map<string, Stamp>();
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const { name } = entry;
    if (!entry.isFile() || name.startsWith('.') || name.startsWith('~$')) continue;
    if (!knownExtensions.includes(extname(name).toLowerCase())) continue;
    const stats = await stat(join(folder, name)).catch(() => null);
    if (stats) found.set(name, `${stats.size} ${stats.mtimeMs}`);
  }
  return found;
}

async function handle(
  { folder, name, ...how }: Omit<SendFileParameters, 'file'> & { folder: string; name: string },
  say: (line: string) => void,
): Promise<void> {
  const file = join(folder, name);
  const sent = await sendFile({ ...how, file });
  const to = await freeName(join(folder, sent.ok ? 'done' : 'refused'), name);
  if (!sent.ok) {
    const report = [`${name}: refused, nothing was stored · 未导入，没有保存任何数据`, '', ...sent.problems, ''].join(
      '\n',
    );
    await writeFile(`${to}.report.txt`, report);
  }
  await rename(file, to);
  say(
    sent.ok
      ? `${name}: ${sent.events} events stored, ${sent.repeated} known`
      : `${name}: refused, see ${to}.report.txt`,
  );
}

/** A name that is not taken: an earlier file of the same name stays. */
async function freeName(folder: string, name: string): Promise<string> {
  const taken = new Set(await readdir(folder));
  if (!taken.has(name)) return join(folder, name);
  const extension = extname(name);
  const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-');
  return join(folder, `${name.slice(0, name.length - extension.length)}.${stamp}${extension}`);
}

/** Whether an error goes away by itself: the platform is away, busy or in trouble. */
function isPassing(error: unknown): boolean {
  if (!(error instanceof XiangyuError)) return false;
  const { status } = error.details;
  return error.retryable || (typeof status === 'number' && (status >= 500 || status === 429));
}

function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort());
  return stop.signal;
}
