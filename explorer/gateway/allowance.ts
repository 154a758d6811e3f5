/** What is left of a caller's allowance. */
export interface Allowance {
  /** Takes so much; null when there is enough, else the seconds until there will be. */
  take(caller: string, cost: number, perMinute: number): number | null;
}

/** Callers that came last are remembered; one that was forgotten begins with a full allowance. */
const mostCallers = 20_000;

/** An allowance that fills evenly and holds at most what a minute gives. */
export function createAllowance(now: () => number = () => performance.now()): Allowance {
  const callers = new Map<string, { left: number; at: number }>();
  return {
    take(caller, cost, perMinute) {
      const at = now();
      const known = callers.get(caller);
      const filled = known ? known.left + ((at - known.at) / 60_000) * perMinute : perMinute;
      const left = Math.min(perMinute, filled);
      const enough = left >= Math.min(cost, perMinute);
      callers.delete(caller);
      callers.set(caller, { left: enough ? left - cost : left, at });
      for (const oldest of callers.keys()) {
        if (callers.size <= mostCallers) break;
        callers.delete(oldest);
      }
      return enough ? null : Math.max(1, Math.ceil(((Math.min(cost, perMinute) - left) / perMinute) * 60));
    },
  };
}
