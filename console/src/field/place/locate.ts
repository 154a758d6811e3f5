import type { Position } from '../events/values.ts';

/** Why there is no position. */
export type LocateProblem = 'denied' | 'unavailable' | 'insecure';

/** Asks the phone where it is, once; the browser asks the person first. Throws a `LocateProblem` as the error's message. */
export function locate(): Promise<Position> {
  return new Promise((resolve, reject) => {
    const fail = (problem: LocateProblem) => reject(new Error(problem));
    if (!window.isSecureContext) return fail('insecure');
    if (!('geolocation' in navigator)) return fail('unavailable');
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) => resolve({ latitude, longitude, accuracy }),
      ({ code }) => fail(code === 1 ? 'denied' : 'unavailable'),
      { enableHighAccuracy: true, timeout: 20_000, maximumAge: 60_000 },
    );
  });
}
