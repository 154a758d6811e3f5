import { join } from 'node:path';
import { readOrCreateSecret } from '../host/index.ts';

/** The key that holds the first funds of an own chain: made once, kept in a file of mode 0600. */
export async function prepareGenesisKey(folder: string): Promise<{ key: `0x${string}`; file: string }> {
  const file = join(folder, 'genesis.key');
  return { key: `0x${await readOrCreateSecret(file)}`, file };
}
