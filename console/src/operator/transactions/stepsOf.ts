import type { SentTransaction } from '../../api/transactions.ts';

const way = ['queued', 'signed', 'broadcast', 'packed', 'executed', 'confirmed'] as const;

/** A step on the way of a transaction. */
export interface SentStep {
  name: (typeof way)[number] | 'finalized' | 'failed' | 'cancelled';
  /** When it came there; null while it is ahead. */
  at: string | null;
  kind: 'done' | 'ahead' | 'bad';
}

/**
 * The steps of a transaction: those it took with their times, then those ahead of it. One that ended early has none ahead; what
 * a reorganisation took back is ahead again.
 */
export function stepsOf({ state, success, times }: Pick<SentTransaction, 'state' | 'success' | 'times'>): SentStep[] {
  const steps: SentStep[] = [];
  const ended = state === 'failed' || state === 'cancelled';
  for (const name of way) {
    const at = times[name] ?? null;
    if (at === null && ended) continue;
    const reverted = name === 'executed' && success === false;
    steps.push({ name, at, kind: at === null ? 'ahead' : reverted ? 'bad' : 'done' });
  }
  if (times.finalized !== undefined) steps.push({ name: 'finalized', at: times.finalized, kind: 'done' });
  if (ended) steps.push({ name: state, at: times[state] ?? null, kind: state === 'failed' ? 'bad' : 'done' });
  return steps;
}
