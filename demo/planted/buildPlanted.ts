import { makeCalendar } from '../calendar.ts';
import type { DemoDocument } from '../epcis.ts';
import { buildBrokenColdChain } from './brokenColdChain.ts';
import { buildClonedSerial } from './clonedSerial.ts';
import { buildOverclaimedHarvest } from './overclaimedHarvest.ts';
import { buildWithdrawnCertificate } from './withdrawnCertificate.ts';

/** The four cases that the inspector's page must find: exactly these, and nothing of the honest rest. */
export function buildPlanted({ now }: { now: Date }): DemoDocument[] {
  const calendar = makeCalendar(now);
  return [
    ...buildOverclaimedHarvest(calendar),
    ...buildWithdrawnCertificate(calendar),
    ...buildBrokenColdChain(calendar),
    ...buildClonedSerial(calendar),
  ];
}
