import type { Actor, ManagedDataset } from './dataset.ts';
import { catalogueErrors } from './errors.ts';
import { usualCrontab } from './measure/schedule.ts';
import { tellSubscribers } from './news/tellSubscribers.ts';
import type { CatalogueParts } from './parts.ts';
import { type DatasetRow, digestContent } from './rows.ts';
import { takeStep } from './takeStep.ts';

interface OwnStep {
  participant: string;
  actor: Actor;
  id: string;
}

const reasonOf = (reason: string | null) => {
  const text = reason?.trim() ?? '';
  return text === '' ? null : text;
};

/** What has a source is measured from its first publication on, at once and then at night; later it stays as it was set. */
function measuringOf({ id, version, draft, measuring, measure_next: next }: DatasetRow, now: Date) {
  if (version > 0 || measuring !== null || draft.source === null || draft.items.length === 0)
    return { measuring, next };
  return { measuring: usualCrontab(draft, id), next: now };
}

/** Gives a dataset to review. @throws CATALOGUE_DATASET_UNKNOWN, CATALOGUE_STEP_NOT_ALLOWED */
export async function submitDataset(
  parts: CatalogueParts,
  { note, ...own }: OwnStep & { note: string | null },
): Promise<ManagedDataset> {
  return takeStep(parts, { ...own, step: 'submitted', note: reasonOf(note) }, async (tx, row) => {
    await tx`UPDATE exchange.datasets SET state = 'inReview', returned = NULL WHERE id = ${row.id}`;
    return {};
  });
}

/** Takes a submission back before it is decided. @throws CATALOGUE_DATASET_UNKNOWN, CATALOGUE_STEP_NOT_ALLOWED */
export async function recallDataset(parts: CatalogueParts, own: OwnStep): Promise<ManagedDataset> {
  return takeStep(parts, { ...own, step: 'recalled', note: null }, async (tx, row) => {
    await tx`UPDATE exchange.datasets SET state = ${row.version === 0 ? 'created' : 'changing'} WHERE id = ${row.id}`;
    return {};
  });
}

/**
 * Publishes what is in review as a new version, or returns it with a reason. `revision` is that of what the reviewer read.
 *
 * @throws CATALOGUE_DATASET_UNKNOWN, CATALOGUE_STEP_NOT_ALLOWED, CATALOGUE_REVISION_STALE, CATALOGUE_REVIEWER_IS_AUTHOR,
 * CATALOGUE_REASON_MISSING
 */
export async function decideDataset(
  parts: CatalogueParts,
  p: OwnStep & { verdict: 'approve' | 'return'; reason: string | null; revision: number },
): Promise<ManagedDataset> {
  const { participant, actor, id, revision } = p;
  const note = reasonOf(p.reason);
  if (p.verdict === 'return' && note === null) throw catalogueErrors.reasonMissing();
  const step = p.verdict === 'approve' ? 'approved' : 'returned';
  return takeStep(parts, { participant, actor, id, step, note, revision }, async (tx, row) => {
    if (parts.rules.reviewByAnother && row.authors.includes(actor.id)) throw catalogueErrors.reviewerIsAuthor();
    if (step === 'returned') {
      const state = row.version === 0 ? 'created' : 'changing';
      await tx`UPDATE exchange.datasets SET state = ${state}, returned = ${note} WHERE id = ${row.id}`;
      return {};
    }
    const version = row.version + 1;
    const digest = digestContent(row.id, participant, row.draft);
    await tx`
      INSERT INTO exchange.dataset_versions (dataset, version, participant, content, digest, words, published_at)
      SELECT id, ${version}, participant, draft, ${digest}, words, ${parts.house.now()}
      FROM exchange.datasets WHERE id = ${row.id}`;
    const { measuring, next } = measuringOf(row, parts.house.now());
    await tx`
      UPDATE exchange.datasets
      SET state = 'published', version = ${version}, returned = NULL, measuring = ${measuring}, measure_next = ${next}
      WHERE id = ${row.id}`;
    await tellSubscribers(parts, tx, {
      dataset: row.id,
      participant,
      kind: version === 1 ? 'published' : 'changed',
      version,
      title: row.draft.title,
      level: row.draft.level,
    });
    return { version, digest };
  });
}
