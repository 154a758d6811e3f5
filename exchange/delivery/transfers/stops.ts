import type { Store } from '../../../store/index.ts';
import { deliveryErrors } from '../errors.ts';

const channel = 'exchange_delivery_stop';

/** Ends what runs for a transfer, in this process and in others over the same database. */
export interface Stops {
  /** A signal for one piece of work on a transfer; `release` when it is over. */
  watch(participant: string, transfer: string): { signal: AbortSignal; release(): void };
  /** The same for a stream: a consumer that connects anew has left its former connection, which ends here. */
  watchAlone(participant: string, transfer: string): { signal: AbortSignal; release(): void };
  /** Aborts all work on the transfer, wherever it runs. */
  stop(participant: string, transfer: string): Promise<void>;
  /** Hears of stops in other processes until the signal aborts. */
  listen(signal: AbortSignal): Promise<void>;
}

/** Makes the register of running work. */
export function openStops(store: Store): Stops {
  const running = new Map<string, Set<AbortController>>();
  const keyOf = (participant: string, transfer: string) => `${participant} ${transfer}`;
  const abort = (key: string) => {
    for (const controller of running.get(key) ?? []) controller.abort(deliveryErrors.notRunning({ state: 'stopped' }));
  };
  const alone = new Map<string, AbortController>();
  const watch: Stops['watch'] = (participant, transfer) => {
    const key = keyOf(participant, transfer);
    const controller = new AbortController();
    const all = running.get(key) ?? new Set();
    all.add(controller);
    running.set(key, all);
    return {
      signal: controller.signal,
      release() {
        all.delete(controller);
        if (all.size === 0 && running.get(key) === all) running.delete(key);
      },
    };
  };
  return {
    watch,
    watchAlone(participant, transfer) {
      const key = keyOf(participant, transfer);
      const own = watch(participant, transfer);
      const controller = new AbortController();
      alone.get(key)?.abort(deliveryErrors.notRunning({ state: 'connected anew' }));
      alone.set(key, controller);
      return {
        signal: AbortSignal.any([own.signal, controller.signal]),
        release() {
          if (alone.get(key) === controller) alone.delete(key);
          own.release();
        },
      };
    },
    async stop(participant, transfer) {
      const key = keyOf(participant, transfer);
      abort(key);
      await store.notify(store.sql, channel, key);
    },
    async listen(signal) {
      const end = await store.listen(channel, abort);
      if (!signal.aborted)
        await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
      await end();
    },
  };
}
