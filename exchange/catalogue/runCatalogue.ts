import { setTimeout as pause } from 'node:timers/promises';
import { holdLeadership } from '../../store/index.ts';
import { measureDue } from './measure/measureDue.ts';
import { sendNext } from './news/sendNews.ts';
import type { CatalogueParts } from './parts.ts';

const idleMs = 2_000;

/** Does one kind of work as long as there is some, then looks again, until the signal aborts. */
async function workThrough(
  { house }: CatalogueParts,
  work: (signal: AbortSignal) => Promise<boolean>,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      if (await work(signal)) continue;
    } catch (error) {
      if (!signal.aborted) house.context.logger.warn({ err: error }, 'work of the catalogue failed; trying again');
    }
    await pause(idleMs, undefined, { signal }).catch(() => undefined);
  }
}

/** Measures on schedule and sends news wherever this process is elected. What is due is in rows, so that nothing is lost with it. */
export async function runCatalogue(parts: CatalogueParts, signal: AbortSignal): Promise<void> {
  const { store, context } = parts.house;
  await holdLeadership({
    store,
    role: 'exchange.catalogue',
    signal,
    logger: context.logger,
    run: async (leading) => {
      await Promise.all([
        workThrough(parts, (until) => measureDue(parts, until), leading),
        workThrough(parts, (until) => sendNext(parts, until), leading),
      ]);
    },
  });
}
