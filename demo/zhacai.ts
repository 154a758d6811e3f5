import { demoMembers as m } from './alliance.ts';
import { makeCalendar } from './calendar.ts';
import type { Consignment } from './consignment.ts';
import { buildDistribution } from './distribution.ts';
import type { DemoDocument } from './epcis.ts';
import { buildGrowing } from './growing.ts';
import { assetUri } from './identifiers.ts';
import { places } from './places.ts';
import { makeTemperatureSeries } from './sensors.ts';
import { buildZhacaiInspection, buildZhacaiTesting } from './zhacaiInspection.ts';
import { mustardPlots, zhacaiLots } from './zhacaiLots.ts';
import { buildZhacaiMaking } from './zhacaiMaking.ts';

function measureAmbient(logger: string, seed: number): Pick<Consignment, 'logger' | 'measure'> {
  const device = assetUri(m.roadCarrier.prefix, logger);
  return {
    logger: device,
    measure: (start, end) => makeTemperatureSeries({ device, start, end, points: 14, setPoint: 17, swing: 3, seed }),
  };
}

const road = {
  packer: m.zhacaiMaker,
  packhouse: places.zhacaiPackhouse,
  carrier: m.roadCarrier,
  note: { zh: '常温运输', en: 'Carried at ambient temperature' },
};

const consignments: Consignment[] = [
  {
    ...road,
    ...measureAmbient('DEMO-LOGGER-11', 41),
    key: 'Z2001',
    lot: zhacaiLots.sachet,
    cases: 4,
    packsPerCase: 100,
    caseItem: 11,
    distributor: m.chongqingDistributor,
    centre: places.chongqingCentre,
    retailer: m.chongqingRetailer,
    shop: places.chongqingShop,
    days: { packed: -36, shipped: -20, arrived: -19, delivered: -12, sold: -1 },
  },
  {
    ...road,
    ...measureAmbient('DEMO-LOGGER-12', 42),
    key: 'Z2002',
    lot: zhacaiLots.jar,
    cases: 4,
    packsPerCase: 24,
    caseItem: 12,
    distributor: m.hunanDistributor,
    centre: places.hunanCentre,
    retailer: m.hunanRetailer,
    shop: places.hunanShop,
    days: { packed: -36, shipped: -18, arrived: -17, delivered: -10, sold: -1 },
  },
];

/** Builds the zhacai record: two mustard plots, drying, salting, pickling and packing, one load to Chongqing and one to Changsha. */
export function buildZhacaiDocuments({ now }: { now: Date }): DemoDocument[] {
  const calendar = makeCalendar(now);
  return [
    ...mustardPlots.flatMap((plot) => buildGrowing(calendar, plot)),
    buildZhacaiInspection(calendar),
    buildZhacaiMaking(calendar),
    buildZhacaiTesting(calendar),
    ...consignments.flatMap((consignment) => buildDistribution(calendar, consignment)),
  ];
}
