import type { WeighedReason } from '../certificates/checkCertificate.ts';
import { conclude, type Detector, type Examination } from './detector.ts';
import { explainLeap } from './examineJourneys.ts';
import { findLeaps, readTracks, type Sighting } from './readTracks.ts';

const item = /^https:\/\/id\.gs1\.org\/01\/\d{14}\/21\//;
const soldSteps = ['retail_selling', 'dispensing'];

function repeated(sightings: Sighting[], code: string, zh: string, en: string): WeighedReason[] {
  if (sightings.length < 2) return [];
  const times = sightings.map(({ time }) => `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`);
  const places = sightings.map(({ place }) => place ?? '');
  return [
    {
      weight: 0.8,
      code,
      values: { times: times.join(', '), places: places.join(', '), count: sightings.length },
      zh: `同一序列号${zh} ${sightings.length} 次：${times.join('，')}。`,
      en: `The same serial number was ${en} ${sightings.length} times: ${times.join(', ')}.`,
    },
  ];
}

/** Sales with no return between them. */
function findSales(track: readonly Sighting[]): Sighting[] {
  const sales: Sighting[] = [];
  for (const one of track) {
    if (one.disposition === 'returned') sales.length = 0;
    else if (soldSteps.includes(one.step ?? '') && one.role === 'epc') sales.push(one);
  }
  return sales;
}

/** One serial number on several goods: put into use twice, sold twice, or at far places at once. */
export const examineClones: Detector = {
  name: 'clone',
  async examine({ tx }, events) {
    const keys = events.flatMap(({ things }) => things.map(({ key }) => key).filter((key) => item.test(key)));
    const tracks = await readTracks(tx, [...new Set(keys)]);
    const examination: Examination = { doubts: [], clear: [] };
    for (const [key, track] of tracks) {
      const begun = track.filter(
        ({ role, type, action, step }) =>
          role === 'output' ||
          (role === 'epc' && type === 'ObjectEvent' && action === 'ADD' && step === 'commissioning'),
      );
      const sales = findSales(track);
      const leaps = findLeaps(track);
      const reasons = [
        ...leaps.map((leap) => explainLeap(leap, 'clone.far-apart')),
        ...repeated(begun, 'clone.commissioned-twice', '启用', 'put into use'),
        ...repeated(sales, 'clone.sold-twice', '售出', 'sold'),
      ];
      const involved = [
        ...leaps.flatMap(({ from, to }) => [from, to]),
        ...(begun.length > 1 ? begun : []),
        ...(sales.length > 1 ? sales : []),
      ];
      conclude(examination, {
        subject: `item ${key}`,
        reasons,
        events: [...new Set(involved.map(({ hash }) => hash))],
        things: [key],
        // Who gave the number is concerned whoever copied it.
        members: [...new Set([...begun, ...involved].map(({ member }) => member))],
      });
    }
    return examination;
  },
};
