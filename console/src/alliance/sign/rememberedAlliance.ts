import type { AlliancePlace } from './typedData.ts';

const storageKey = 'xiangyu.alliance';

/** The platform names another alliance than the one this browser has signed for before. */
export class AllianceChanged extends Error {
  readonly before: AlliancePlace;

  constructor(before: AlliancePlace) {
    super('the alliance is not the one this browser knows');
    this.before = before;
  }
}

const textOf = ({ chainId, governor, registry }: AlliancePlace) =>
  JSON.stringify({ chainId, governor: governor.toLowerCase(), registry: registry.toLowerCase() });

/** The alliance that this browser signed for first, or null. */
function readRememberedAlliance(): AlliancePlace | null {
  try {
    const text = localStorage.getItem(storageKey);
    return text === null ? null : (JSON.parse(text) as AlliancePlace);
  } catch {
    return null;
  }
}

/**
 * Holds on to the alliance that this browser signs for first, so that nobody who changes the platform's answers later gets a
 * signature for other contracts. @throws AllianceChanged
 */
export function rememberAlliance(place: AlliancePlace): void {
  const before = readRememberedAlliance();
  if (before !== null && textOf(before) !== textOf(place)) throw new AllianceChanged(before);
  try {
    localStorage.setItem(storageKey, textOf(place));
  } catch {
    // Storage is switched off: then nothing is remembered.
  }
}

/** Whether the platform still names the remembered alliance; true when there is none. */
export function isRememberedAlliance(place: AlliancePlace): boolean {
  const before = readRememberedAlliance();
  return before === null || textOf(before) === textOf(place);
}

/** Lets go of the remembered alliance: the next signature is for whichever the platform names. */
export function forgetAlliance(): void {
  localStorage.removeItem(storageKey);
}
