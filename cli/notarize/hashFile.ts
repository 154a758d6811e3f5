import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { cliErrors } from '../errors.ts';

/** The SHA-256 of a file in hexadecimal and its size. It is read once, piece by piece. */
export async function hashFile(
  path: string,
  onRead: (bytes: number) => void,
): Promise<{ digest: string; bytes: number }> {
  const file = await open(path).catch((cause: unknown) => {
    throw cliErrors.fileUnreadable({ file: path }, { cause });
  });
  try {
    const before = await file.stat();
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of file.createReadStream({ autoClose: false, highWaterMark: 1 << 20 })) {
      hash.update(chunk as Buffer);
      bytes += (chunk as Buffer).length;
      onRead((chunk as Buffer).length);
    }
    const after = await file.stat();
    // The digest would be of a state that the file never had.
    if (before.mtimeMs !== after.mtimeMs || bytes !== after.size) throw cliErrors.fileChanged({ file: path });
    return { digest: hash.digest('hex'), bytes };
  } finally {
    await file.close();
  }
}
