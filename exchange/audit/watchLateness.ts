import type { Logger } from '../../host/index.ts';
import type { House } from '../house.ts';
import type { AnchoringWatch } from './anchoringWatch.ts';
import { latenessGauge } from './metrics.ts';
import { repeat } from './repeat.ts';

/** Share of the limit from which on a warning is given. */
export const warnShare = 0.7;

/** How late a participant's records are. */
export type Lateness = 'in time' | 'warning' | 'refusing';

/** What a lateness means under a limit. */
export function judgeLateness(latenessMs: number, limitMs: number): Lateness {
  if (latenessMs > limitMs) return 'refusing';
  return latenessMs > limitMs * warnShare ? 'warning' : 'in time';
}

const mostPauseMs = 5_000;

/** Looks again and again how late anchoring is, in every process: metric, and a line in the log when it changes. */
export async function watchLateness(parameters: {
  house: House;
  watch: AnchoringWatch;
  logger: Logger;
  signal: AbortSignal;
}): Promise<void> {
  const { house, watch, logger, signal } = parameters;
  const limitMs = house.settings.anchoringLimitMs;
  const gauge = latenessGauge(house.context.metrics);
  const last = new Map<string, Lateness>();
  const work = async () => {
    await watch.refresh();
    for (const participant of watch.known()) {
      const latenessMs = watch.latenessMs(participant);
      gauge.set({ participant }, latenessMs / 1_000);
      const state = judgeLateness(latenessMs, limitMs);
      if (state === (last.get(participant) ?? 'in time')) continue;
      last.set(participant, state);
      const facts = { participant, latenessMs, limitMs };
      if (state === 'in time') logger.info(facts, 'records are anchored in time again; the connector accepts');
      else if (state === 'warning')
        logger.warn(facts, 'records wait long for their anchor; at the limit nothing is accepted');
      else
        logger.error(facts, 'records have waited too long for their anchor; the connector refuses until they have one');
    }
    return 0;
  };
  const everyMs = Math.min(mostPauseMs, Math.max(100, limitMs / 100));
  await repeat({ work, everyMs, logger, name: 'watching the anchoring', signal });
}
