import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { deliveryErrors } from '../../errors.ts';
import type { SourceBytes } from '../source.ts';

/** Opens a file as it is. @throws DELIVERY_SOURCE_FAILED */
export async function openFileBytes(path: string, mediaType: string): Promise<SourceBytes> {
  const handle = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    throw deliveryErrors.sourceFailed({ problem: error.code ?? 'its file cannot be read' });
  });
  const stat = await handle.stat({ bigint: true });
  if (!stat.isFile()) {
    await handle.close();
    throw deliveryErrors.sourceInvalid({ problem: `${basename(path)} is no file` });
  }
  return {
    size: Number(stat.size),
    mediaType,
    name: basename(path),
    version: [stat.dev, stat.ino, stat.size, stat.mtimeNs].join('-'),
    async read(into, position) {
      let filled = 0;
      while (filled < into.length) {
        const { bytesRead } = await handle.read(into, filled, into.length - filled, position + filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return filled;
    },
    close: () => handle.close(),
  };
}
