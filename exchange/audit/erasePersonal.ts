import type { Tx } from '../../store/index.ts';

/**
 * Removes what may name a person from records, in the caller's transaction: case number, pseudonyms and the salt of their digest.
 * The signed record stays as it is and verifies. Gives how many records had some.
 */
export async function erasePersonal(tx: Tx, participant: string, ids: readonly string[]): Promise<number> {
  const rows = await tx`
    UPDATE exchange.records SET case_number = NULL, subjects = NULL, private_salt = NULL
    WHERE participant = ${participant} AND id = ANY(${[...ids]}::uuid[]) AND private_salt IS NOT NULL RETURNING 1`;
  return rows.length;
}
