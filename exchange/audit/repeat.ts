import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '../../host/index.ts';

/** What is done again and again. */
export interface RepeatParameters {
  /** Gives how much there was to do; it is called again at once while there was something. */
  work: () => Promise<number>;
  everyMs: number;
  /** Gives a function that ends the pause early. */
  onWake?: (listener: () => void) => void;
  logger: Logger;
  /** For the log. */
  name: string;
  signal: AbortSignal;
}

/** What was written a moment ago is committed a moment later. */
const wakeDelayMs = 15;

/** Repeats a piece of work until the signal aborts; its errors are logged and it is tried again. */
export async function repeat({ work, everyMs, onWake, logger, name, signal }: RepeatParameters): Promise<void> {
  let woken = false;
  let resting = new AbortController();
  onWake?.(() => {
    woken = true;
    resting.abort();
  });
  const rest = (ms: number, early?: AbortSignal) =>
    pause(ms, undefined, { signal: early ? AbortSignal.any([signal, early]) : signal }).catch(() => undefined);
  while (!signal.aborted) {
    let done = 0;
    try {
      done = await work();
    } catch (error) {
      if (!signal.aborted) logger.warn({ err: error, name }, 'work in the background failed and is tried again');
    }
    if (done > 0 || signal.aborted) continue;
    if (!woken) {
      resting = new AbortController();
      await rest(everyMs, resting.signal);
    }
    if (woken) await rest(wakeDelayMs);
    woken = false;
  }
}
