import { randomUUID } from 'node:crypto';
import { searchWords } from '../../host/index.ts';
import type { Tx } from '../../store/index.ts';
import { checkDraft } from './checkDraft.ts';
import type { Actor, DatasetDraft, ManagedDataset } from './dataset.ts';
import { catalogueErrors } from './errors.ts';
import type { CatalogueParts } from './parts.ts';
import { readManaged } from './rows.ts';
import { recordStep, takeStep } from './takeStep.ts';

/** The words by which a dataset is found; the source is none of them. */
function wordsOf({ title, description, keywords, table, department, regionName, items }: DatasetDraft): string[] {
  const texts = [
    title,
    description,
    department,
    ...(regionName ? [regionName] : []),
    ...items.map((item) => item.title),
  ];
  return searchWords([
    ...texts.flatMap(({ zh, en }) => [zh, en]),
    ...keywords,
    table,
    ...items.map(({ name }) => name),
  ]);
}

async function requireDuty(tx: Tx, participant: string, code: string): Promise<void> {
  const [duty] = await tx`
    SELECT FROM exchange.catalogue_duties WHERE participant = ${participant} AND code = ${code} FOR KEY SHARE`;
  if (!duty) throw catalogueErrors.dutyUnknown({ code });
}

/**
 * Adds a dataset, which only its own department sees until it is published.
 *
 * @throws CATALOGUE_DRAFT_INVALID, CATALOGUE_DUTY_UNKNOWN
 */
export async function createDataset(
  parts: CatalogueParts,
  { participant, actor, draft: given }: { participant: string; actor: Actor; draft: unknown },
): Promise<ManagedDataset> {
  const draft = checkDraft(given);
  const { store, now } = parts.house;
  const id = randomUUID();
  return store.transaction(async (tx) => {
    await requireDuty(tx, participant, draft.duty);
    await tx`
      INSERT INTO exchange.datasets (id, participant, state, draft, author, authors, words, created_at, updated_at)
      VALUES (${id}, ${participant}, 'created', ${tx.json(toJson(draft))}, ${tx.json({ ...actor })},
        ${[actor.id]}::text[], array_to_tsvector(${wordsOf(draft)}::text[]), ${now()}, ${now()})`;
    await recordStep(parts, tx, { participant, actor, id, step: 'created', note: null, version: 0 });
    return readManaged(tx, participant, id);
  });
}

/**
 * Writes a change of a dataset. A published version stays in force until the change is reviewed.
 *
 * @throws CATALOGUE_DRAFT_INVALID, CATALOGUE_DUTY_UNKNOWN, CATALOGUE_DATASET_UNKNOWN, CATALOGUE_STEP_NOT_ALLOWED,
 * CATALOGUE_REVISION_STALE
 */
export async function changeDataset(
  parts: CatalogueParts,
  p: { participant: string; actor: Actor; id: string; draft: unknown; revision: number },
): Promise<ManagedDataset> {
  const draft = checkDraft(p.draft);
  const { participant, actor, id, revision } = p;
  return takeStep(parts, { participant, actor, id, step: 'changed', note: null, revision }, async (tx, row) => {
    await requireDuty(tx, participant, draft.duty);
    const authors = row.state === 'published' ? [actor.id] : [...new Set([...row.authors, actor.id])];
    await tx`
      UPDATE exchange.datasets
      SET draft = ${tx.json(toJson(draft))}, state = ${row.version === 0 ? 'created' : 'changing'},
        author = ${tx.json({ ...actor })}, authors = ${authors}::text[],
        words = array_to_tsvector(${wordsOf(draft)}::text[])
      WHERE id = ${row.id}`;
    return {};
  });
}

/** A draft as the database driver takes it. */
function toJson(draft: DatasetDraft): Parameters<Tx['json']>[0] {
  return draft as unknown as Parameters<Tx['json']>[0];
}
