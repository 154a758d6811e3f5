import { type Visit, VisitMemory } from './visit.ts';

/** How one thing came to matter to another. */
export interface WalkEdge {
  from: string;
  to: string;
  /** `from` went into `to`: as material, into a container, fixed to an asset, or as an item of a lot. */
  kind: 'input' | 'contained' | 'attached' | 'lot';
  /** Sequence of the event that says so; null for `lot`. */
  sequence: string | null;
}

/** The things and events behind a thing. */
export interface Walk {
  /** Key of a thing to its distance from the start. */
  things: Map<string, number>;
  edges: WalkEdge[];
  events: Set<string>;
  /** True when a bound was reached, so that there is more than this. */
  truncated: boolean;
}

export interface WalkBounds {
  maxThings: number;
  maxEvents: number;
  maxDepth: number;
}

/**
 * Walks breadth first from a thing, one round of queries a level, until nothing is new or a bound is reached. `step` takes
 * what the visits of a level found into the walk and gives those that follow.
 */
export async function walkLevels(
  start: string,
  bounds: WalkBounds,
  step: (walk: Walk, visits: Visit[]) => Promise<Visit[]>,
): Promise<Walk> {
  const walk: Walk = { things: new Map([[start, 0]]), edges: [], events: new Set(), truncated: false };
  const memory = new VisitMemory();
  let visits: Visit[] = [{ key: start, mode: 'content', from: -Infinity, until: Infinity, depth: 0 }];
  while (visits.length > 0) {
    const next = await step(walk, visits);
    visits = next.filter((visit) => {
      if (memory.covers(visit)) return false;
      const fits =
        visit.depth <= bounds.maxDepth && walk.things.size <= bounds.maxThings && walk.events.size <= bounds.maxEvents;
      if (!fits) walk.truncated = true;
      return fits;
    });
    for (const { key, depth } of visits) if (!walk.things.has(key)) walk.things.set(key, depth);
  }
  walk.edges = walk.edges.filter(({ from, to }) => walk.things.has(from) && walk.things.has(to));
  return walk;
}
