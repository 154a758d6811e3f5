import type { Hex } from '../../proof/index.ts';
import type { Sql } from '../../store/index.ts';
import { developerErrors } from '../errors.ts';

/** Finds a member's key by its address or name. @throws DEVELOPER_SIGNER_UNKNOWN */
export type FindSigner = (member: string, signer: string) => Promise<Hex>;

/** How long an answer is used again: a key that was archived signs for so long at most. */
const rememberedMs = 5_000;
const mostRemembered = 10_000;

/** Reads one key of a tenant; null when it has none of that address or name that may sign. */
export type ReadKey = (tenant: string, signer: string) => Promise<Hex | null>;

/** Makes the lookup of signers. Many transactions of one signer in a row ask the database once. */
export function rememberSigners(readKey: ReadKey, now = Date.now): FindSigner {
  const known = new Map<string, { address: Promise<Hex | null>; until: number }>();
  return async (member, signer) => {
    const name = `${member}\n${signer}`;
    let found = known.get(name);
    if (!found || found.until < now()) {
      if (known.size >= mostRemembered) known.clear();
      found = { address: readKey(member, signer), until: now() + rememberedMs };
      known.set(name, found);
      found.address.then(
        (address) => address ?? known.delete(name),
        () => known.delete(name),
      );
    }
    const address = await found.address;
    if (!address) throw developerErrors.signerUnknown({ signer: signer.slice(0, 100) });
    return address;
  };
}

/** Reads keys from the key store's table. */
export function readKeysOf(sql: Sql): ReadKey {
  return async (tenant, signer) => {
    const [row] = await sql<{ address: Hex }[]>`
      SELECT address FROM ledger.keys
      WHERE tenant = ${tenant} AND archived_at IS NULL AND (address = ${signer.toLowerCase()} OR name = ${signer})
      ORDER BY address = ${signer.toLowerCase()} DESC
      LIMIT 1`;
    return row?.address ?? null;
  };
}
