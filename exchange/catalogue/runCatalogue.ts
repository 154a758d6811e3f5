import { setTimeout as pause } from 'node:timers/promises';
import { holdLeadership } from '../../store/index.ts';
import { measureDue } from './measure/measureDue.ts';
import { sendNext } from './news/sendNews.ts';
import type { CatalogueParts } from './parts.ts';
import { followRegistry } from './search/copies.ts';
import { openReading } from './search/refreshCopies.ts';

const idleMs = 2_000;
/** How often the registry is looked at for departments that came, moved or left. */
const registryMs = 60_000;
/** Catalogues elsewhere that are read at a time: one that is slow does not hold up the others. */
const readers = [1, 2, 3];

/** Does one kind of work as long as there is some, then looks again, until the signal aborts. */
async function workThrough(
  { house }: CatalogueParts,
  work: (signal: AbortSignal) => Promise<boolean>,
  signal: AbortSignal,
  pauseMs = idleMs,
): Promise<void> {
  while (!signal.aborted) {
    try {
      if (await work(signal)) continue;
    } catch (error) {
      if (!signal.aborted) house.context.logger.warn({ err: error }, 'work of the catalogue failed; trying again');
    }
    await pause(pauseMs, undefined, { signal }).catch(() => undefined);
  }
}

/** Measures on schedule, sends news and reads catalogues elsewhere wherever this process is elected. What is due is in rows, so that nothing is lost with it. */
export async function runCatalogue(parts: CatalogueParts, signal: AbortSignal): Promise<void> {
  const { store, context } = parts.house;
  await holdLeadership({
    store,
    role: 'exchange.catalogue',
    signal,
    logger: context.logger,
    run: async (leading) => {
      const readNext = openReading(parts);
      await Promise.all([
        workThrough(parts, (until) => measureDue(parts, until), leading),
        workThrough(parts, (until) => sendNext(parts, until), leading),
        ...readers.map(() => workThrough(parts, readNext, leading)),
        workThrough(parts, () => followRegistry(parts).then(() => false), leading, registryMs),
      ]);
    },
  });
}
