import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { hostErrors } from './errors.ts';

/**
 * Reads a secret in hexadecimal from a file of mode 0600, making a random one when the file is not there. The new file
 * is synced before it gets its name and its folder after, so a crash leaves either no secret or a whole one.
 * @throws HOST_SECRET_UNREADABLE when the file holds something else.
 */
export async function readOrCreateSecret(file: string, bytes = 32): Promise<string> {
  const existing = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (existing !== null) {
    const secret = existing.trim();
    if (!/^[0-9a-f]+$/.test(secret) || secret.length !== bytes * 2) throw hostErrors.secretUnreadable({ file, bytes });
    return secret;
  }
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomBytes(6).toString('hex')}.new`;
  const handle = await open(draft, 'w', 0o600);
  await handle.writeFile(`${randomBytes(bytes).toString('hex')}\n`);
  await handle.sync();
  await handle.close();
  // link() refuses to replace: of two processes that race, both read what the first one wrote.
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(draft, { force: true });
  const folder = await open(dirname(file), 'r');
  await folder.sync();
  await folder.close();
  return readOrCreateSecret(file, bytes);
}
