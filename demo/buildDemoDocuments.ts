import type { DemoDocument } from './epcis.ts';
import { buildKiwifruitDocuments } from './kiwifruit.ts';
import { kiwifruitLots } from './kiwifruitLots.ts';
import { buildPlanted } from './planted/buildPlanted.ts';
import { buildZhacaiDocuments } from './zhacai.ts';
import { zhacaiLots } from './zhacaiLots.ts';

/** Retail lots of the demonstration, in the order in which their pages are shown. */
export const demoLots = [kiwifruitLots.box, zhacaiLots.sachet, kiwifruitLots.sleeve, zhacaiLots.jar];

/** Builds every document of the demonstration; the same for every `now` of one day. */
export function buildDemoDocuments({ now }: { now: Date }): DemoDocument[] {
  return [...buildKiwifruitDocuments({ now }), ...buildZhacaiDocuments({ now }), ...buildPlanted({ now })];
}
