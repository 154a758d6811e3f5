import { demoMembers as m } from './alliance.ts';
import { makeCalendar } from './calendar.ts';
import type { Consignment } from './consignment.ts';
import { buildDistribution } from './distribution.ts';
import type { DemoDocument } from './epcis.ts';
import { buildGrowing } from './growing.ts';
import { assetUri } from './identifiers.ts';
import { kiwifruitLots, kiwifruitPlots } from './kiwifruitLots.ts';
import { buildKiwifruitProcessing } from './kiwifruitProcessing.ts';
import { places } from './places.ts';
import { makeTemperatureSeries } from './sensors.ts';

/** Logger and readings of a lorry that keeps cold, with one warmer spell on the way. */
export function chill(
  logger: string,
  seed: number,
  excursion = { at: 1 / 3, peak: 3.8 },
): Pick<Consignment, 'logger' | 'measure'> {
  const device = assetUri(m.coldCarrier.prefix, logger);
  return {
    logger: device,
    measure: (start, end) =>
      makeTemperatureSeries({ device, start, end, points: 28, setPoint: 1.6, swing: 0.8, excursion, seed }),
  };
}

/** What every load of kiwifruit has in common. */
export const coldChain = {
  packer: m.kiwiPacker,
  packhouse: places.kiwiPackhouse,
  carrier: m.coldCarrier,
  note: { zh: '冷藏运输；途中开门一次，仍在 4 °C 以内', en: 'Refrigerated; the door opened once, still below 4 °C' },
};

const consignments: Consignment[] = [
  {
    ...coldChain,
    ...chill('DEMO-LOGGER-1', 21),
    key: 'K1001',
    lot: kiwifruitLots.box,
    cases: 4,
    packsPerCase: 6,
    caseItem: 11,
    distributor: m.hunanDistributor,
    centre: places.hunanCentre,
    retailer: m.hunanRetailer,
    shop: places.hunanShop,
    days: { packed: -8, shipped: -6, arrived: -5, delivered: -3, sold: -1 },
  },
  {
    ...coldChain,
    ...chill('DEMO-LOGGER-2', 22),
    key: 'K1002',
    lot: kiwifruitLots.sleeve,
    cases: 2,
    packsPerCase: 18,
    caseItem: 12,
    distributor: m.chongqingDistributor,
    centre: places.chongqingCentre,
    retailer: m.chongqingRetailer,
    shop: places.chongqingShop,
    days: { packed: -8, shipped: -5, arrived: -4, delivered: -3, sold: -1 },
  },
];

/** Builds the kiwifruit record: two orchard blocks, one packhouse, a cold chain to Changsha and one to Chongqing. */
export function buildKiwifruitDocuments({ now }: { now: Date }): DemoDocument[] {
  const calendar = makeCalendar(now);
  return [
    ...kiwifruitPlots.flatMap((plot) => buildGrowing(calendar, plot)),
    ...buildKiwifruitProcessing(calendar),
    ...consignments.flatMap((consignment) => buildDistribution(calendar, consignment)),
  ];
}
