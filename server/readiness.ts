import type { NetworkWatch } from '../explorer/index.ts';
import type { Ledger } from '../ledger/index.ts';
import type { Store } from '../store/index.ts';

/** How one part of the platform is. */
interface PartState {
  state: 'ok' | 'lagging' | 'down';
  /** How long the answer took. */
  ms: number;
  detail: string | null;
}

/** `ready` is false when the database or the node is down; a lagging log heals by itself. */
export interface Readiness {
  ready: boolean;
  parts: { database: PartState; node: PartState; log: PartState };
}

export interface ReadReadinessParameters {
  store: Store;
  ledger: Ledger;
  watch: NetworkWatch;
  timeoutMs?: number;
}

/** So many statements wait only when something keeps the log from growing. */
const lagging = 10_000;

async function measure(timeoutMs: number, ask: () => Promise<Omit<PartState, 'ms'>>): Promise<PartState> {
  const startedAt = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Omit<PartState, 'ms'>>((resolve) => {
    timer = setTimeout(() => resolve({ state: 'down', detail: `no answer within ${timeoutMs} ms` }), timeoutMs);
  });
  const answer = await Promise.race([ask(), late]).catch((error: unknown) => ({
    state: 'down' as const,
    detail: error instanceof Error ? error.message : String(error),
  }));
  clearTimeout(timer);
  return { ...answer, ms: Math.round(performance.now() - startedAt) };
}

/** Asks every part of the platform how it is. Never throws: a part that does not answer is `down`. */
export async function readReadiness(parameters: ReadReadinessParameters): Promise<Readiness> {
  const { store, ledger, watch, timeoutMs = 2_000 } = parameters;
  const [database, node, log] = await Promise.all([
    measure(timeoutMs, async () => {
      await store.sql`select 1`;
      return { state: 'ok', detail: null };
    }),
    measure(timeoutMs, async () => {
      const network = watch.current();
      if (!network) return { state: 'down', detail: 'it has not been asked yet' };
      if (!network.reachable) return { state: 'down', detail: 'it does not answer' };
      return { state: 'ok', detail: `block ${network.height}` };
    }),
    measure(timeoutMs, async () => {
      const { size, pending, checkpoint } = await ledger.readLogState();
      const unanchored = size - (checkpoint?.size ?? 0);
      const detail = `${pending} pending, ${unanchored} not anchored`;
      return { state: pending > lagging || unanchored > lagging ? 'lagging' : 'ok', detail };
    }),
  ]);
  return { ready: database.state !== 'down' && node.state !== 'down', parts: { database, node, log } };
}
