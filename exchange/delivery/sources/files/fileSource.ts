import { deliveryErrors } from '../../errors.ts';
import type { DataSource } from '../source.ts';
import { findFile } from './findFile.ts';
import { openFileBytes } from './openFileBytes.ts';

export interface FileSettings {
  /** Below the folder of the department. */
  file: string;
  mediaType?: string;
}

/** A file of any kind, given byte by byte. */
export async function openFileSource(folder: string, { file, mediaType }: FileSettings): Promise<DataSource> {
  const path = await findFile(folder, file);
  const openBytes = () => openFileBytes(path, mediaType ?? 'application/octet-stream');
  const refuse = () => Promise.reject(deliveryErrors.noRows());
  return {
    async describe() {
      const bytes = await openBytes();
      await bytes.close();
      return { columns: [], rows: null, bytes: bytes.size };
    },
    // biome-ignore lint/correctness/useYield: there are no rows to give
    async *read() {
      throw deliveryErrors.noRows();
    },
    readAfter: refuse,
    aggregate: refuse,
    openBytes,
    close: () => Promise.resolve(),
  };
}
