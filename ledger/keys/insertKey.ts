import type { Tx } from '../../store/index.ts';
import { keysErrors } from './errors.ts';
import type { KeyRow } from './keyRows.ts';

type Optional = 'identifier' | 'path' | 'wallet_id';

/** A key to be written, already encrypted. */
export type NewKey = Omit<KeyRow, 'created_at' | 'archived_at' | Optional> & Partial<Record<Optional, string>>;

/** Writes the row of a new key. @throws KEYS_NAME_TAKEN, KEYS_ADDRESS_TAKEN */
export async function insertKey(tx: Tx, key: NewKey): Promise<KeyRow> {
  const [row] = await tx<KeyRow[]>`INSERT INTO ledger.keys ${tx({ ...key })} ON CONFLICT DO NOTHING RETURNING *`;
  if (row) return row;
  const { address, tenant, name } = key;
  const [same] = await tx`SELECT address FROM ledger.keys WHERE address = ${address}`;
  throw same ? keysErrors.addressTaken({ address }) : keysErrors.nameTaken({ tenant, name });
}
