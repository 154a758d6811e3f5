import { XiangyuError } from '../errors.ts';
import type { Logger } from '../host/index.ts';

/** Wakes one waiting loop. A wake-up while nobody waits is kept for the next wait. */
export interface Waker {
  wake(): void;
  /** Resolves when woken, after `delayMs`, or when the signal aborts. */
  wait(delayMs: number, signal: AbortSignal): Promise<void>;
}

/** Makes a waker. */
export function createWaker(): Waker {
  let woken = false;
  let resume: (() => void) | null = null;
  return {
    wake() {
      woken = true;
      resume?.();
    },
    async wait(delayMs, signal) {
      if (!woken && !signal.aborted) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(done, delayMs);
          signal.addEventListener('abort', done, { once: true });
          resume = done;
          function done() {
            clearTimeout(timer);
            signal.removeEventListener('abort', done);
            resume = null;
            resolve();
          }
        });
      }
      woken = false;
    },
  };
}

/** How a background role works: a pass does what there is to do and says after how many milliseconds to look again. */
export interface RunPassesParameters {
  role: string;
  waker: Waker;
  logger: Logger;
  signal: AbortSignal;
  pass: (signal: AbortSignal) => Promise<number>;
}

const longestBackoffMs = 10_000;

/** Runs passes until the signal aborts. A failed pass is logged once a cause and tried again with a growing pause. */
export async function runPasses({ role, waker, logger, signal, pass }: RunPassesParameters): Promise<void> {
  let failures = 0;
  let lastMessage = '';
  while (!signal.aborted) {
    try {
      const delayMs = await pass(signal);
      if (failures > 0) logger.info({ role, failures }, 'goes on');
      failures = 0;
      lastMessage = '';
      await waker.wait(delayMs, signal);
    } catch (error) {
      if (signal.aborted) return;
      failures += 1;
      const backoffMs = Math.min(longestBackoffMs, 250 * 2 ** Math.min(failures, 6));
      const message = error instanceof Error ? error.message : String(error);
      const level = error instanceof XiangyuError && error.retryable ? 'warn' : 'error';
      if (message !== lastMessage) logger[level]({ role, err: error }, 'a pass failed; it is tried again');
      lastMessage = message;
      // A waker of its own: what wakes the role must not shorten the pause after a failure.
      await createWaker().wait(backoffMs, signal);
    }
  }
}
