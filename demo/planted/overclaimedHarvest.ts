import { demoMembers as m } from '../alliance.ts';
import type { Calendar } from '../calendar.ts';
import { certificates } from '../certificates.ts';
import { composeDocument } from '../composeDocument.ts';
import { buildDistribution } from '../distribution.ts';
import type { DemoDocument } from '../epcis.ts';
import { objectEvent, transformationEvent } from '../events.ts';
import { buildGrowing, type Plot } from '../growing.ts';
import { documentUri } from '../identifiers.ts';
import { chill, coldChain } from '../kiwifruit.ts';
import { orchard } from '../kiwifruitLots.ts';
import { places } from '../places.ts';
import { makeLot, products } from '../products.ts';
import { kilograms, packs } from '../quantities.ts';
import { steps } from '../steps.ts';

/** 50 m² of orchard that are said to have borne 175 kg: three times what they can. */
const plot: Plot = {
  ...orchard,
  key: 'kiwi-c',
  place: places.kiwiPlotC,
  crop: makeLot(products.kiwiCrop, 'DEMO-GARDEN-C'),
  harvest: makeLot(products.kiwiRaw, 'DEMO-HARVEST-C'),
  harvestKg: 175,
  areaHectares: 0.005,
};
const boxes = makeLot(products.kiwiBox, 'DEMO-KIWI-05');

/** Planted: more organic kiwifruit is harvested and sold than the certified block can bear. */
export function buildOverclaimedHarvest(calendar: Calendar): DemoDocument[] {
  const raw = [kilograms(plot.harvest, plot.harvestKg)];
  const receiving = objectEvent({
    key: 'kiwi-c/receive-raw',
    time: calendar.at(-21, '19:10'),
    place: places.kiwiPackhouse,
    step: 'receiving',
    disposition: 'in_progress',
    action: 'OBSERVE',
    lots: raw,
    transactions: [{ type: 'recadv', bizTransaction: documentUri(m.kiwiPacker.prefix, 5, 'RA-kiwi-c') }],
    note: { zh: '原果过磅入厂', en: 'Ungraded fruit weighed in' },
  });
  const grading = transformationEvent({
    key: 'kiwi-c/grade',
    time: calendar.at(-9, '15:30'),
    place: places.kiwiPackhouse,
    step: steps.grading.id,
    disposition: 'active',
    inputs: raw,
    outputs: [packs(boxes, 68)],
    certificates: [certificates.kiwiHandling],
    transactions: [{ type: 'prodorder', bizTransaction: documentUri(m.kiwiPacker.prefix, 6, 'DEMO-WO-2') }],
    ilmd: { 'cbvmda:bestBeforeDate': calendar.date(60), 'cbvmda:countryOfOrigin': 'CN', 'xy:lossKilograms': '5' },
    note: { zh: '按单果重分选、包装', en: 'Graded by weight and packed' },
  });
  return [
    ...buildGrowing(calendar, plot),
    composeDocument('kiwi-c/processing', m.kiwiPacker, [receiving, grading]),
    ...buildDistribution(calendar, {
      ...coldChain,
      ...chill('DEMO-LOGGER-5', 25),
      key: 'K1005',
      lot: boxes,
      cases: 4,
      packsPerCase: 17,
      caseItem: 11,
      distributor: m.hunanDistributor,
      centre: places.hunanCentre,
      retailer: m.hunanRetailer,
      shop: places.hunanShop,
      days: { packed: -8, shipped: -6, arrived: -5, delivered: -3, sold: -1 },
    }),
  ];
}
