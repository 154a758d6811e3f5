import type { Tx } from '../../store/index.ts';
import type { Actor, DatasetState, ManagedDataset, Step } from './dataset.ts';
import { catalogueErrors } from './errors.ts';
import type { CatalogueParts } from './parts.ts';
import { type DatasetRow, findRow, readManaged } from './rows.ts';

/** From which states each step of the life cycle goes. A withdrawn dataset stays readable and takes none. */
const stepsFrom: Readonly<Record<Step['step'], readonly DatasetState[]>> = {
  created: [],
  changed: ['created', 'published', 'changing'],
  submitted: ['created', 'changing'],
  approved: ['inReview'],
  returned: ['inReview'],
  recalled: ['inReview'],
  discarded: ['changing'],
  withdrawn: ['published', 'changing', 'inReview'],
  removed: ['created'],
};

const stateWords: Readonly<Record<DatasetState, string>> = {
  created: 'not submitted yet',
  inReview: 'in review',
  published: 'published',
  changing: 'being changed',
  withdrawn: 'withdrawn',
};

/** One step to take. */
export interface StepParameters {
  participant: string;
  actor: Actor;
  id: string;
  step: Step['step'];
  note: string | null;
  /** As it was read; a step on something newer is refused. */
  revision?: number | undefined;
}

/** Writes a step into the history and the audit's records, in its transaction. */
export async function recordStep(
  { house, audit }: CatalogueParts,
  tx: Tx,
  step: Omit<StepParameters, 'revision'> & { version: number; digest?: string },
): Promise<void> {
  const { participant, actor, id, note, version, digest } = step;
  const { id: record } = await audit.record(tx, {
    participant,
    kind: 'act',
    outcome: 'ok',
    dataset: `urn:uuid:${id}`,
    detail: {
      act: `catalogue.${step.step}`,
      actor: actor.id,
      version,
      ...(digest === undefined ? {} : { digest }),
      ...(note === null ? {} : { reason: note }),
    },
  });
  await tx`
    INSERT INTO exchange.dataset_steps (dataset, participant, step, at, actor, version, note, record)
    VALUES (${id}, ${participant}, ${step.step}, ${house.now()}, ${tx.json({ id: actor.id, name: actor.name })},
      ${version}, ${note}, ${record})`;
}

/**
 * Takes a step of the life cycle under a lock on the dataset; `run` writes what it changes, with the revision raised already.
 *
 * @throws CATALOGUE_DATASET_UNKNOWN, CATALOGUE_STEP_NOT_ALLOWED, CATALOGUE_REVISION_STALE
 */
export async function takeStep(
  parts: CatalogueParts,
  parameters: StepParameters,
  run: (tx: Tx, row: DatasetRow) => Promise<{ version?: number; digest?: string }>,
): Promise<ManagedDataset> {
  const { participant, id, step, revision } = parameters;
  return parts.house.store.transaction(async (tx) => {
    const row = await findRow(tx, { participant, id, lock: true });
    const started = row.state === 'inReview' && step === 'withdrawn' && row.version === 0;
    if (!stepsFrom[step].includes(row.state) || started)
      throw catalogueErrors.stepNotAllowed({ state: stateWords[row.state], step });
    if (revision !== undefined && revision !== row.revision) throw catalogueErrors.revisionStale({ revision });
    await tx`
      UPDATE exchange.datasets SET revision = revision + 1, updated_at = ${parts.house.now()} WHERE id = ${row.id}`;
    const { version = row.version, digest } = await run(tx, row);
    await recordStep(parts, tx, { ...parameters, id: row.id, version, ...(digest === undefined ? {} : { digest }) });
    return readManaged(tx, participant, row.id);
  });
}
