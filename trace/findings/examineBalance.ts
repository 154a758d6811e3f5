import { checkHarvests } from '../balance/checkHarvests.ts';
import { checkLots } from '../balance/checkLots.ts';
import { checkTransformations } from '../balance/checkTransformations.ts';
import { readLimits } from '../balance/limits.ts';
import { recordEntries } from '../balance/recordEntries.ts';
import type { Detector, Examination } from './detector.ts';

/**
 * More than the land, the process or the lot can give. A doubt is raised once, where the excess comes in: a harvest above
 * what the certified area can bear, a transformation that makes more than it was given, a lot of which more leaves than
 * came to be. What is later made of an excess is not doubted again.
 */
export const examineBalance: Detector = {
  name: 'mass-balance',
  async examine({ tx, masterData }, events) {
    const limits = await readLimits(tx);
    const entries = await recordEntries(tx, events, masterData, limits);
    const examination: Examination = { doubts: [], clear: [] };
    await checkHarvests({ tx, limits, entries, examination });
    await checkTransformations({ tx, limits, entries, events, examination });
    await checkLots({ tx, entries, examination });
    return examination;
  },
};
