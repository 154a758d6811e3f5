import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '../../host/index.ts';
import { holdLeadership, type Store } from '../../store/index.ts';
import type { TraceNetwork } from '../network.ts';
import { examineNext } from './examineQueue.ts';

const idleMs = 1_000;
const troubleMs = 5_000;
/** After each piece of work, so that captures have the processor first. */
const breathMs = 20;

/** Examines what is captured wherever this process is elected, until the signal aborts. */
export async function runExamination(
  { store, network, logger }: { store: Store; network: TraceNetwork | null; logger: Logger },
  signal: AbortSignal,
): Promise<void> {
  await holdLeadership({
    store,
    role: 'trace.findings',
    signal,
    logger,
    async run(leading) {
      while (!leading.aborted) {
        let waitMs = breathMs;
        try {
          if ((await examineNext(store, network)) === null) waitMs = idleMs;
        } catch (error) {
          waitMs = troubleMs;
          if (!leading.aborted) logger.warn({ err: error }, 'events cannot be examined; trying again');
        }
        await pause(waitMs, undefined, { signal: leading }).catch(() => undefined);
      }
    },
  });
}
