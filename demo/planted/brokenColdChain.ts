import { demoMembers as m } from '../alliance.ts';
import type { Calendar } from '../calendar.ts';
import { buildDistribution } from '../distribution.ts';
import type { DemoDocument } from '../epcis.ts';
import { chill, coldChain } from '../kiwifruit.ts';
import { kiwifruitLots } from '../kiwifruitLots.ts';
import { places } from '../places.ts';

/** Planted: the cooling of a lorry to Chongqing fails for some hours, and the fruit gets warmer than 9 °C. */
export function buildBrokenColdChain(calendar: Calendar): DemoDocument[] {
  return buildDistribution(calendar, {
    ...coldChain,
    ...chill('DEMO-LOGGER-3', 23, { at: 0.55, peak: 9.6 }),
    key: 'K1003',
    lot: kiwifruitLots.warmSleeve,
    cases: 2,
    packsPerCase: 18,
    caseItem: 12,
    distributor: m.chongqingDistributor,
    centre: places.chongqingCentre,
    retailer: m.chongqingRetailer,
    shop: places.chongqingShop,
    days: { packed: -8, shipped: -6, arrived: -5, delivered: -3, sold: -1 },
    note: { zh: '冷藏运输', en: 'Refrigerated' },
  });
}
