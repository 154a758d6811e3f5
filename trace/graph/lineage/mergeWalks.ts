import type { Walk } from '../walkLevels.ts';
import type { LineageNode } from './model.ts';

/** What was found on the way back and on the way forward as one. */
export interface MergedWalk extends Walk {
  directions: Map<string, LineageNode['direction']>;
}

/** Puts the two ways together; edges from a lot to its items point the same way in both. */
export function mergeWalks(start: string, back: Walk | null, forward: Walk | null): MergedWalk {
  const things = new Map<string, number>();
  const directions = new Map<string, LineageNode['direction']>();
  const take = (walk: Walk | null, direction: 'back' | 'forward') => {
    for (const [key, distance] of walk?.things ?? []) {
      things.set(key, Math.min(distance, things.get(key) ?? distance));
      directions.set(key, directions.has(key) && directions.get(key) !== direction ? 'both' : direction);
    }
  };
  take(back, 'back');
  take(forward, 'forward');
  directions.set(start, 'start');
  const turned = (back?.edges ?? []).map((edge) =>
    edge.kind === 'lot' ? { ...edge, from: edge.to, to: edge.from } : edge,
  );
  const edges = new Map(
    [...turned, ...(forward?.edges ?? [])].map((edge) => [
      `${edge.from} ${edge.to} ${edge.kind} ${edge.sequence}`,
      edge,
    ]),
  );
  return {
    things,
    directions,
    edges: [...edges.values()],
    events: new Set([...(back?.events ?? []), ...(forward?.events ?? [])]),
    truncated: (back?.truncated ?? false) || (forward?.truncated ?? false),
  };
}
