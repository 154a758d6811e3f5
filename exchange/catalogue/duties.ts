import type { Actor, Duty } from './dataset.ts';
import { catalogueErrors } from './errors.ts';
import { type CataloguePage, type PageParameters, readPageToken, toPage } from './page.ts';
import type { CatalogueParts } from './parts.ts';

interface DutyRow {
  participant: string;
  code: string;
  title: Duty['title'];
  legal_basis: string;
  datasets: number;
}

const toDuty = ({ legal_basis: legalBasis, ...row }: DutyRow): Duty => ({ ...row, legalBasis });

/** Adds a duty, or changes the one of this code. */
export async function saveDuty(
  { house, audit }: CatalogueParts,
  {
    participant,
    actor,
    duty,
  }: { participant: string; actor: Actor; duty: Pick<Duty, 'code' | 'title' | 'legalBasis'> },
): Promise<Duty> {
  const { code, title, legalBasis } = duty;
  return house.store.transaction(async (tx) => {
    const [row] = await tx<DutyRow[]>`
      INSERT INTO exchange.catalogue_duties (participant, code, title, legal_basis)
      VALUES (${participant}, ${code}, ${tx.json({ zh: title.zh, en: title.en })}, ${legalBasis})
      ON CONFLICT (participant, code) DO UPDATE SET title = excluded.title, legal_basis = excluded.legal_basis
      RETURNING participant, code, title, legal_basis,
        (SELECT count(*)::int FROM exchange.datasets d WHERE d.participant = ${participant} AND d.draft->>'duty' = ${code})
          AS datasets`;
    if (!row) throw new Error('A duty was not written.');
    const detail = { act: 'catalogue.duty-saved', actor: actor.id, duty: code };
    await audit.record(tx, { participant, kind: 'act', outcome: 'ok', detail });
    return toDuty(row);
  });
}

/** Removes a duty that no dataset comes from, in any version in force. @throws CATALOGUE_DUTY_UNKNOWN, CATALOGUE_DUTY_IN_USE */
export async function removeDuty(
  { house, audit }: CatalogueParts,
  { participant, actor, code }: { participant: string; actor: Actor; code: string },
): Promise<void> {
  await house.store.transaction(async (tx) => {
    const [duty] = await tx`
      SELECT FROM exchange.catalogue_duties WHERE participant = ${participant} AND code = ${code} FOR UPDATE`;
    if (!duty) throw catalogueErrors.dutyUnknown({ code });
    const [used] = await tx<{ count: number }[]>`
      SELECT count(*)::int FROM exchange.datasets d
      LEFT JOIN exchange.dataset_versions v ON v.dataset = d.id AND v.version = d.version
      WHERE d.participant = ${participant} AND (d.draft->>'duty' = ${code} OR v.content->>'duty' = ${code})`;
    if (used && used.count > 0) throw catalogueErrors.dutyInUse({ code, count: used.count });
    await tx`DELETE FROM exchange.catalogue_duties WHERE participant = ${participant} AND code = ${code}`;
    const detail = { act: 'catalogue.duty-removed', actor: actor.id, duty: code };
    await audit.record(tx, { participant, kind: 'act', outcome: 'ok', detail });
  });
}

/** The duties of a department by code, with how many datasets come from each. */
export async function listDuties(
  { house: { store } }: CatalogueParts,
  participant: string,
  { perPage, pageToken }: PageParameters,
): Promise<CataloguePage<Duty>> {
  const after = readPageToken(pageToken, 1)?.[0] ?? null;
  const rows = await store.sql<DutyRow[]>`
    SELECT u.participant, u.code, u.title, u.legal_basis, count(d.id)::int AS datasets
    FROM exchange.catalogue_duties u
    LEFT JOIN exchange.datasets d ON d.participant = u.participant AND d.draft->>'duty' = u.code AND d.state <> 'withdrawn'
    WHERE u.participant = ${participant} AND (${after}::text IS NULL OR u.code > ${after})
    GROUP BY u.participant, u.code ORDER BY u.code LIMIT ${perPage + 1}`;
  return toPage(rows, { perPage, keyOf: ({ code }) => [code], toEntry: toDuty });
}
