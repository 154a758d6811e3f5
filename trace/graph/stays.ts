import { type ContainmentChange, type Interval, toIntervals } from './intervals.ts';
import type { Part, Partner } from './readParts.ts';

/** The times at which a thing was in, or held, another. */
export interface Stay {
  other: string;
  kind: 'contained' | 'attached';
  intervals: Interval[];
  /** Moments at which everything was taken out of the container. */
  ends: { sequence: string; time: number }[];
}

interface Round {
  partners: Map<string, Partner[]>;
  emptied: Map<string, { sequence: string; time: number }[]>;
}

/**
 * The stays of a thing in its containers (`as` parent), or of others in it (`as` child, with the container's own key),
 * from its parts in aggregation and association events.
 */
export function readStays(parts: readonly Part[], round: Round, as: 'parent' | 'child', container?: string): Stay[] {
  const stays = new Map<string, { other: string; kind: Stay['kind']; changes: ContainmentChange[] }>();
  for (const { type, sequence, time, action, quantity } of parts) {
    if (type !== 'AggregationEvent' && type !== 'AssociationEvent') continue;
    if (action !== 'ADD' && action !== 'DELETE') continue;
    for (const partner of round.partners.get(sequence) ?? []) {
      if (partner.role !== as) continue;
      const kind = type === 'AssociationEvent' ? 'attached' : 'contained';
      const name = `${kind} ${partner.key}`;
      const stay = stays.get(name) ?? { other: partner.key, kind, changes: [] };
      const amount = as === 'parent' ? quantity : partner.quantity;
      stay.changes.push({ time, sequence: Number(sequence), action, quantity: amount });
      stays.set(name, stay);
    }
  }
  return [...stays.values()].map(({ other, kind, changes }) => {
    const began = Math.min(...changes.map(({ time }) => time));
    const ends = (round.emptied.get(container ?? other) ?? []).filter(({ time }) => time >= began);
    const emptyings = ends.map(
      ({ time, sequence }): ContainmentChange => ({
        time,
        sequence: Number(sequence),
        action: 'DELETE',
        quantity: null,
      }),
    );
    return { other, kind, intervals: toIntervals([...changes, ...emptyings]), ends };
  });
}
