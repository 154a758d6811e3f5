import { holdLeadership } from '../../store/index.ts';
import type { House } from '../house.ts';
import type { AnchoringWatch } from './anchoringWatch.ts';
import { repeat } from './repeat.ts';
import { watchLateness } from './watchLateness.ts';

/** What works in the background of the audit. */
export interface RunAuditParameters {
  house: House;
  watch: AnchoringWatch;
  chainWaiting: () => Promise<number>;
  summarise: () => Promise<number>;
  examine: () => Promise<number>;
  /** Gives the function that is called when a record was written here. */
  onWake: (listener: () => void) => void;
  signal: AbortSignal;
}

const chainIdleMs = 250;
const summariseMs = 5_000;
const examineMs = 60_000;

/** Chains, counts refusals together, watches how late anchoring is, until the signal aborts. */
export async function runAudit(parameters: RunAuditParameters): Promise<void> {
  const { house, watch, chainWaiting, summarise, examine, onWake, signal } = parameters;
  const { store, context } = house;
  const logger = context.logger.child({ part: 'exchange/audit' });
  await Promise.all([
    holdLeadership({
      store,
      role: 'exchange/audit',
      signal,
      logger,
      run: async (leading) => {
        await Promise.all([
          repeat({
            work: chainWaiting,
            everyMs: chainIdleMs,
            onWake,
            logger,
            name: 'chaining records',
            signal: leading,
          }),
          repeat({ work: summarise, everyMs: summariseMs, logger, name: 'summing up refusals', signal: leading }),
          repeat({ work: examine, everyMs: examineMs, logger, name: 'looking for anomalies', signal: leading }),
        ]);
      },
    }),
    watchLateness({ house, watch, logger, signal }),
  ]);
}
