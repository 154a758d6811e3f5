import type { WeighedReason } from '../certificates/checkCertificate.ts';
import { conclude, type Detector, type Examination } from './detector.ts';
import { findLeaps, type Leap, readTracks, type Sighting } from './readTracks.ts';

/** Speeds above a lorry's are doubtful, above an aeroplane's impossible. */
function weighSpeed(kmPerHour: number): number {
  return Math.min(0.95, 0.45 + (kmPerHour - 130) / 1500);
}

/** A leap in words. */
export function explainLeap({ km, minutes, kmPerHour, from, to }: Leap, code: string): WeighedReason {
  const values = {
    km: Math.round(km),
    minutes: Math.round(minutes),
    kmPerHour: Math.round(kmPerHour),
    from: from.place ?? '',
    to: to.place ?? '',
    fromTime: new Date(from.time).toISOString(),
    toTime: new Date(to.time).toISOString(),
  };
  return {
    weight: weighSpeed(kmPerHour),
    code,
    values,
    zh: `${values.minutes} 分钟内出现在相距 ${values.km} 千米的两地，相当于每小时 ${values.kmPerHour} 千米。`,
    en: `Seen at two places ${values.km} km apart within ${values.minutes} minutes: that is ${values.kmPerHour} km/h.`,
  };
}

const isMade = ({ role, type, action }: Sighting) =>
  role === 'output' || (role === 'epc' && action === 'ADD' && type === 'ObjectEvent');

/** A minute of difference between two clocks is not an order. */
const clockMs = 60_000;

function findEarly(track: readonly Sighting[], kind: 'lot' | 'unit'): { reason: WeighedReason; events: string[] }[] {
  const made = track.find(isMade);
  const first = track.find((one) => !isMade(one));
  if (!made || !first || first.time >= made.time - clockMs) return [];
  const values = { made: new Date(made.time).toISOString(), first: new Date(first.time).toISOString() };
  const reason: WeighedReason = {
    weight: 0.6,
    code: kind === 'lot' ? 'journey.used-before-made' : 'journey.seen-before-made',
    values,
    zh: `在 ${values.first} 已被登记，而它到 ${values.made} 才产生。`,
    en: `It was recorded at ${values.first}, before it came to be at ${values.made}.`,
  };
  return [{ reason, events: [first.hash, made.hash] }];
}

const item = /^https:\/\/id\.gs1\.org\/01\/\d{14}\/21\//;
const tradeItem = /\/01\/\d{14}$/;

/**
 * Ways that are too fast and orders that cannot be: pallets, containers and loggers by the coordinates of places, and
 * lots that were used before they came to be. Single items are for the detector of clones.
 */
export const examineJourneys: Detector = {
  name: 'journey',
  async examine({ tx }, events) {
    const keys = [...new Set(events.flatMap(({ things }) => things.map(({ key }) => key)))];
    const tracks = await readTracks(
      tx,
      // A bare trade item is at many places at once.
      keys.filter((key) => key.startsWith('https://id.gs1.org/') && !item.test(key) && !tradeItem.test(key)),
    );
    const examination: Examination = { doubts: [], clear: [] };
    for (const [key, track] of tracks) {
      const lot = /\/10\//.test(key);
      // So is a lot.
      const leaps = lot ? [] : findLeaps(track);
      const early = findEarly(track, lot ? 'lot' : 'unit');
      const involved = leaps.flatMap(({ from, to }) => [from, to]);
      conclude(examination, {
        subject: `thing ${key}`,
        reasons: [...leaps.map((leap) => explainLeap(leap, 'journey.too-fast')), ...early.map(({ reason }) => reason)],
        events: [...new Set([...involved.map(({ hash }) => hash), ...early.flatMap((one) => one.events)])],
        things: [key],
        members: [
          ...new Set(involved.length > 0 ? involved.map(({ member }) => member) : track.map((one) => one.member)),
        ],
      });
    }
    return examination;
  },
};
