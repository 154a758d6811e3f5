import { lstat, readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { layoutPaths } from './buildConfig.ts';

/** Walking a folder is not free; a size this old is still a good answer. */
const maxAgeMs = 10_000;
const measured = new Map<string, { at: number; bytes: number | null }>();

async function sumFolder(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true });
  const sizes = entries.map(async (entry) => {
    const path = join(folder, entry.name);
    // A running node deletes files under our hands.
    if (entry.isDirectory()) return sumFolder(path).catch(() => 0);
    const stats = await lstat(path).catch(() => null);
    return stats ? stats.blocks * 512 : 0;
  });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** Bytes a folder takes on the disk, at most ten seconds old; null when it cannot be read. */
export async function measureFolder(folder: string): Promise<number | null> {
  const known = measured.get(folder);
  if (known && performance.now() - known.at < maxAgeMs) return known.bytes;
  const bytes = await sumFolder(folder).catch(() => null);
  measured.set(folder, { at: performance.now(), bytes });
  return bytes;
}

/**
 * Resident memory of the node that runs on a data folder in bytes, from proc(5); null when there is none or no /proc. The
 * node's process writes its id beside its lock, so a restarted node is found too.
 */
export async function readMemory(dataDir: string): Promise<number | null> {
  const pid = await readFile(join(layoutPaths(resolve(dataDir)).chainDir, 'lock.pid'), 'utf8').catch(() => '');
  const status = await readFile(`/proc/${pid.trim()}/status`, 'utf8').catch(() => '');
  const kibibytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
  return kibibytes ? Number(kibibytes) * 1024 : null;
}
