import type { AskingContext } from '../context.ts';
import { applicationErrors } from '../errors.ts';
import type { Actor } from '../model.ts';
import { type Page, type PageParameters, readPageToken, toPage } from '../page.ts';
import type { Matter, MatterText } from './matter.ts';

interface MatterRow {
  participant: string;
  code: string;
  name: Matter['name'];
  legal_basis: string;
  needs: Matter['needs'];
  updated_at: Date;
}

const toMatter = ({ participant, code, name, legal_basis, needs, updated_at }: MatterRow): Matter => ({
  participant,
  code,
  name,
  legalBasis: legal_basis,
  needs,
  updatedAt: updated_at.toISOString(),
});

/** Enters or changes a matter; applications keep the words they were made with. */
export async function saveMatter(
  { house, audit }: Pick<AskingContext, 'house' | 'audit'>,
  participant: string,
  actor: Actor,
  { code, name, legalBasis, needs }: MatterText,
): Promise<Matter> {
  return house.store.transaction(async (tx) => {
    const [row] = await tx<MatterRow[]>`
      INSERT INTO exchange.matters (participant, code, name, legal_basis, needs, updated_at)
      VALUES (${participant}, ${code}, ${tx.json({ ...name })}, ${legalBasis}, ${tx.json(needs)}, ${house.now()})
      ON CONFLICT (participant, code) DO UPDATE SET name = excluded.name, legal_basis = excluded.legal_basis,
        needs = excluded.needs, updated_at = excluded.updated_at
      RETURNING *`;
    if (!row) throw applicationErrors.matterUnknown({ code });
    const detail = { step: 'matter', actor: actor.id, matter: code, legalBasis };
    await audit.record(tx, { participant, kind: 'act', outcome: 'ok', purpose: code, detail });
    return toMatter(row);
  });
}

/** Removes a matter that no open application names. @throws APPLICATION_MATTER_UNKNOWN, APPLICATION_MATTER_IN_USE */
export async function removeMatter(
  { house, audit }: Pick<AskingContext, 'house' | 'audit'>,
  participant: string,
  actor: Actor,
  code: string,
): Promise<void> {
  await house.store.transaction(async (tx) => {
    const [used] = await tx`
      SELECT 1 FROM exchange.applications
      WHERE participant = ${participant} AND role = 'consumer' AND form->>'matter' = ${code}
        AND state IN ('inReview', 'returned', 'narrowed', 'approved', 'disputed') LIMIT 1`;
    if (used) throw applicationErrors.matterInUse({ code });
    const { count } = await tx`
      DELETE FROM exchange.matters WHERE participant = ${participant} AND code = ${code}`;
    if (count === 0) throw applicationErrors.matterUnknown({ code: code.slice(0, 100) });
    const detail = { step: 'matterRemoved', actor: actor.id, matter: code };
    await audit.record(tx, { participant, kind: 'act', outcome: 'ok', purpose: code, detail });
  });
}

/** The matters of a department, by code. */
export async function listMatters(
  { house }: Pick<AskingContext, 'house'>,
  participant: string,
  { perPage, pageToken }: PageParameters,
): Promise<Page<Matter>> {
  const after = readPageToken(pageToken, /^[^\s\0]{1,100}$/) ?? '';
  const rows = await house.store.sql<MatterRow[]>`
    SELECT * FROM exchange.matters WHERE participant = ${participant} AND code > ${after} COLLATE "C"
    ORDER BY code COLLATE "C" LIMIT ${perPage + 1}`;
  return toPage(rows, perPage, ({ code }) => code, toMatter);
}
