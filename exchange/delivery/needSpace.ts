import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { deliveryErrors } from './errors.ts';
import type { DeliveryContext } from './parts.ts';

const mega = 1_000_000;

/** Bytes that the disk of a folder still gives; the folder itself need not be there yet. */
async function readFree(folder: string): Promise<number> {
  for (let path = folder; ; path = dirname(path)) {
    const disk = await statfs(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' && dirname(path) !== path) return null;
      throw error;
    });
    if (disk) return disk.bavail * disk.bsize;
  }
}

/**
 * Makes sure that what comes leaves the reserve of the disk free: a full one would stop the database beside it too. Bytes that are
 * not known beforehand count as none; whoever writes them asks again on the way. @throws DELIVERY_DISK_FULL
 */
export async function needSpace(
  { house, folder }: Pick<DeliveryContext, 'house' | 'folder'>,
  bytes: number | null,
): Promise<void> {
  const { diskReserveBytes: reserve } = house.settings;
  const free = await readFree(folder);
  if (free - (bytes ?? 0) >= reserve) return;
  throw deliveryErrors.diskFull({
    free: Math.floor(free / mega),
    wanted: Math.ceil((bytes ?? 0) / mega),
    reserve: Math.ceil(reserve / mega),
  });
}
