import type { Sql } from '../store/index.ts';
import type { Words } from './house.ts';

/** The matter that an agreement was made for, and on which ground, as the application said it; null when none is known here. */
export async function describeMatter(
  sql: Sql,
  participant: string,
  { agreement }: { agreement: string },
): Promise<{ matter: Words; legalBasis: Words } | null> {
  const [row] = await sql<{ name: Words; basis: string }[]>`
    SELECT form->'matterName' AS name, form->>'legalBasis' AS basis
    FROM exchange.applications WHERE participant = ${participant} AND agreement = ${agreement}`;
  // A provision is cited in the language in which it was written.
  return row ? { matter: row.name, legalBasis: { zh: row.basis, en: row.basis } } : null;
}
