import type { Actor, ManagedDataset } from './dataset.ts';
import { catalogueErrors } from './errors.ts';
import { tellSubscribers } from './news/tellSubscribers.ts';
import type { CatalogueParts } from './parts.ts';
import { findRow, findVersion } from './rows.ts';
import { recordStep, takeStep } from './takeStep.ts';

interface OwnStep {
  participant: string;
  actor: Actor;
  id: string;
}

/** Gives a change up for the version in force. @throws CATALOGUE_DATASET_UNKNOWN, CATALOGUE_STEP_NOT_ALLOWED */
export async function discardChange(parts: CatalogueParts, own: OwnStep): Promise<ManagedDataset> {
  return takeStep(parts, { ...own, step: 'discarded', note: null }, async (tx, row) => {
    await tx`
      UPDATE exchange.datasets d SET state = 'published', draft = v.content, words = v.words, returned = NULL
      FROM exchange.dataset_versions v
      WHERE d.id = ${row.id} AND v.dataset = d.id AND v.version = d.version`;
    return {};
  });
}

/**
 * Takes a dataset out of the catalogue: no new offers; its versions stay readable for those that a grant names.
 *
 * @throws CATALOGUE_DATASET_UNKNOWN, CATALOGUE_STEP_NOT_ALLOWED, CATALOGUE_REASON_MISSING
 */
export async function withdrawDataset(
  parts: CatalogueParts,
  { reason, ...own }: OwnStep & { reason: string },
): Promise<ManagedDataset> {
  const note = reason.trim();
  if (note === '') throw catalogueErrors.reasonMissing();
  return takeStep(parts, { ...own, step: 'withdrawn', note }, async (tx, row) => {
    await tx`
      UPDATE exchange.datasets SET state = 'withdrawn', measuring = NULL, measure_next = NULL WHERE id = ${row.id}`;
    const last = await findVersion(tx, { participant: row.participant, id: row.id });
    const { title, level } = last?.content ?? row.draft;
    const { participant, version, id: dataset } = row;
    await tellSubscribers(parts, tx, { dataset, participant, kind: 'withdrawn', version, title, level });
    return {};
  });
}

/** Removes a dataset that was never published. @throws CATALOGUE_DATASET_UNKNOWN, CATALOGUE_STEP_NOT_ALLOWED */
export async function removeDataset(parts: CatalogueParts, { participant, actor, id }: OwnStep): Promise<void> {
  await parts.house.store.transaction(async (tx) => {
    const row = await findRow(tx, { participant, id, lock: true });
    if (row.state !== 'created' || row.version > 0)
      throw catalogueErrors.stepNotAllowed({ state: row.state, step: 'removed' });
    await recordStep(parts, tx, { participant, actor, id: row.id, step: 'removed', note: null, version: 0 });
    await tx`DELETE FROM exchange.dataset_measurements WHERE dataset = ${row.id}`;
    await tx`DELETE FROM exchange.datasets WHERE id = ${row.id}`;
  });
}
