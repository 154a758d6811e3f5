import { keysErrors } from './errors.ts';
import type { KeyRow } from './keyRows.ts';
import { type KeyInfo, toKeyInfo } from './tenantKeys.ts';
import type { KeyContext } from './wallets.ts';

export interface ListKeysParameters {
  /** Null lists those of every tenant. */
  tenant: string | null;
  /** Archived ones too. */
  withArchived?: boolean;
  limit: number;
  cursor?: string | undefined;
}

/** A page of keys; `nextCursor` is null on the last. */
export interface ListKeysReturnType {
  items: KeyInfo[];
  nextCursor: string | null;
}

function readCursor(cursor: string | undefined): [string, string] {
  if (cursor === undefined) return ['', ''];
  try {
    const [tenant, name] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[];
    if (typeof tenant === 'string' && typeof name === 'string') return [tenant, name];
  } catch (cause) {
    throw keysErrors.cursorInvalid({}, { cause });
  }
  throw keysErrors.cursorInvalid();
}

/** Lists keys by tenant and name. @throws KEYS_CURSOR_INVALID */
export async function listKeys(
  { store }: Pick<KeyContext, 'store'>,
  { tenant, withArchived = false, limit, cursor }: ListKeysParameters,
): Promise<ListKeysReturnType> {
  const [afterTenant, afterName] = readCursor(cursor);
  const rows = await store.sql<KeyRow[]>`
    SELECT * FROM ledger.keys
    WHERE (${tenant}::text IS NULL OR tenant = ${tenant}) AND (${withArchived} OR archived_at IS NULL)
      AND (tenant, name) > (${afterTenant}, ${afterName})
    ORDER BY tenant, name LIMIT ${limit + 1}`;
  const items = rows.slice(0, limit).map(toKeyInfo);
  const last = rows.length > limit ? items.at(-1) : undefined;
  const nextCursor = last ? Buffer.from(JSON.stringify([last.tenant, last.name])).toString('base64url') : null;
  return { items, nextCursor };
}
