/** Random numbers that are the same for the same seed (mulberry32). */
export function makeRandom(start: number): (below: number) => number {
  let state = start;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}
/** One of some, by chance. */
export const pick = <Item>(random: (below: number) => number, items: readonly Item[]): Item => {
  const found = items[random(items.length)];
  if (found === undefined) throw new Error('There is nothing to pick from.');
  return found;
};

/** The standard's figure once more, written down independently of the code: where a message of a side leads. */
export function modelNegotiation(state: string, message: string, by: string): string | null {
  const key = `${state} ${by} ${message}`;
  if (key === 'REQUESTED provider /offers') return 'OFFERED';
  if (key === 'REQUESTED provider /agreement') return 'AGREED';
  if (key === 'OFFERED consumer /request') return 'REQUESTED';
  if (key === 'OFFERED consumer /events ACCEPTED') return 'ACCEPTED';
  if (key === 'ACCEPTED provider /agreement') return 'AGREED';
  if (key === 'AGREED consumer /agreement/verification') return 'VERIFIED';
  if (key === 'VERIFIED provider /events FINALIZED') return 'FINALIZED';
  if (message !== '/termination') return null;
  const enders: Record<string, string> = {
    REQUESTED: 'consumer provider',
    OFFERED: 'consumer provider',
    ACCEPTED: 'provider',
    AGREED: 'consumer',
    VERIFIED: 'provider',
  };
  return enders[state]?.includes(by) ? 'TERMINATED' : null;
}

/** As `modelNegotiation`, of transfers. */
export function modelTransfer(state: string, message: string, by: string): string | null {
  if (message === '/termination') return ['REQUESTED', 'STARTED', 'SUSPENDED'].includes(state) ? 'TERMINATED' : null;
  if (message === '/start')
    return state === 'SUSPENDED' || (state === 'REQUESTED' && by === 'provider') ? 'STARTED' : null;
  if (state !== 'STARTED') return null;
  return message === '/suspension' ? 'SUSPENDED' : 'COMPLETED';
}
