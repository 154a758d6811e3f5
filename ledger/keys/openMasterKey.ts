import { existsSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { readOrCreateSecret } from '../../host/index.ts';
import type { Store } from '../../store/index.ts';
import { ledgerErrors } from '../errors.ts';
import { type MasterKeySource, readMasterKey } from './readMasterKey.ts';
import { isMasterOf, parseMasterKey } from './vault.ts';

/** Where a rotation keeps the new master key until the database is under it. */
export const nextFileOf = (file: string) => `${file}.next`;

/**
 * The master key that this database belongs to. A database that holds nothing encrypted yet gets a new file; one that does is
 * never given another key. A rotation that was cut off between database and file is finished here.
 * @throws KEYS_MASTER_KEY_MISSING, KEYS_SECRET_COMMAND_FAILED, LEDGER_WRONG_MASTER_KEY
 */
export async function openMasterKey({ store, source }: { store: Store; source: MasterKeySource }): Promise<string> {
  if (source.kind === 'file') {
    await finishRotation(store, source.file);
    if (!existsSync(source.file) && (await isDatabaseNew(store))) await readOrCreateSecret(source.file);
  }
  const masterKey = await readMasterKey(source);
  if ((await isMasterOf(store.sql, parseMasterKey(masterKey))) === false) {
    throw ledgerErrors.wrongMasterKey({ name: 'that tells the master key' });
  }
  return masterKey;
}

async function isDatabaseNew({ sql }: Store): Promise<boolean> {
  const rows = await sql`SELECT FROM ledger.keys UNION ALL SELECT FROM ledger.master_key LIMIT 1`;
  return rows.length === 0;
}

/** Puts the next key in place when the database is already under it, and keeps the old one for older backups. */
export async function finishRotation(store: Store, file: string): Promise<boolean> {
  const next = nextFileOf(file);
  if (!existsSync(next)) return false;
  const nextKey = parseMasterKey(await readMasterKey({ kind: 'file', file: next }));
  const generation = await store.transaction(async (tx) => {
    // A rotation whose process died may still be committing; its lock says when it is over.
    const [row] = await tx<{ generation: number }[]>`SELECT generation FROM ledger.master_key FOR UPDATE`;
    return row && (await isMasterOf(tx, nextKey)) ? row.generation : null;
  });
  if (generation === null) return false;
  if (existsSync(file)) await rename(file, `${file}.${generation - 1}`);
  await rename(next, file);
  const folder = await open(dirname(file), 'r');
  await folder.sync();
  await folder.close();
  return true;
}
