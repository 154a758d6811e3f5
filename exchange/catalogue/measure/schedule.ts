import { Cron } from 'croner';
import type { Actor, DatasetDraft, ManagedDataset, UpdateCycle } from '../dataset.ts';
import { catalogueErrors } from '../errors.ts';
import type { CatalogueParts } from '../parts.ts';
import { findRow, readManaged } from '../rows.ts';

const leastGapMs = 59 * 60_000;
const lookedAt = 50;

/** When a crontab in UTC comes next; null when never. @throws CATALOGUE_SCHEDULE_INVALID */
export function nextMeasuring(cron: string, after: Date): Date | null {
  return readCrontab(cron).nextRun(after);
}

function readCrontab(text: string): Cron {
  if (!/^\S+(?: \S+){4}$/.test(text) || text.length > 100)
    throw catalogueErrors.scheduleInvalid({ problem: 'it has not five fields' });
  try {
    return new Cron(text, { timezone: 'Etc/UTC', paused: true });
  } catch (cause) {
    throw catalogueErrors.scheduleInvalid({ problem: 'a field cannot be read' }, { cause });
  }
}

/** Checks a crontab: it comes, and not more than once an hour. @throws CATALOGUE_SCHEDULE_INVALID */
export function checkCrontab(text: string, now: Date): string {
  const runs = readCrontab(text).nextRuns(lookedAt, now);
  if (runs.length === 0) throw catalogueErrors.scheduleInvalid({ problem: 'it never comes' });
  const tooOften = runs.some(
    (run, index) => index > 0 && run.getTime() - (runs[index - 1]?.getTime() ?? 0) < leastGapMs,
  );
  if (tooOften) throw catalogueErrors.scheduleInvalid({ problem: 'it comes more than once an hour' });
  return text;
}

/** When a dataset is measured unless somebody says otherwise: in the night of Beijing, at a minute that spreads the load. */
export function usualCrontab({ updateCycle }: Pick<DatasetDraft, 'updateCycle'>, id: string): string {
  const spread = Number.parseInt(id.slice(0, 4), 16);
  const [minute, hour] = [spread % 60, 17 + (spread % 4)];
  const cycle: UpdateCycle = updateCycle;
  return cycle === 'realtime' ? `${minute} * * * *` : `${minute} ${hour} * * *`;
}

/** Sets when a dataset's source is measured; null for never. @throws CATALOGUE_DATASET_UNKNOWN, CATALOGUE_SCHEDULE_INVALID */
export async function scheduleMeasuring(
  { house, audit }: CatalogueParts,
  { participant, actor, id, cron }: { participant: string; actor: Actor; id: string; cron: string | null },
): Promise<ManagedDataset> {
  const now = house.now();
  const crontab = cron === null ? null : checkCrontab(cron, now);
  return house.store.transaction(async (tx) => {
    const row = await findRow(tx, { participant, id, lock: true });
    if (crontab !== null && row.state === 'withdrawn')
      throw catalogueErrors.stepNotAllowed({ state: 'withdrawn', step: 'measured' });
    const next = crontab === null ? null : nextMeasuring(crontab, now);
    await tx`UPDATE exchange.datasets SET measuring = ${crontab}, measure_next = ${next} WHERE id = ${row.id}`;
    const detail = { act: 'catalogue.measuring-set', actor: actor.id, crontab };
    await audit.record(tx, { participant, kind: 'act', outcome: 'ok', dataset: `urn:uuid:${row.id}`, detail });
    return readManaged(tx, participant, row.id);
  });
}
