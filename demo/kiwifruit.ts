import { demoMembers as m } from './alliance.ts';
import { type Calendar, makeCalendar } from './calendar.ts';
import { certificates } from './certificates.ts';
import { composeDocument } from './composeDocument.ts';
import { buildDistribution, type Consignment } from './distribution.ts';
import type { DemoDocument } from './epcis.ts';
import { objectEvent, transformationEvent } from './events.ts';
import { buildGrowing, type Plot } from './growing.ts';
import { assetUri, documentUri } from './identifiers.ts';
import { places } from './places.ts';
import { makeLot, products } from './products.ts';
import { kilograms, packs } from './quantities.ts';
import { makeTemperatureSeries } from './sensors.ts';
import { steps } from './steps.ts';

/** Retail lots of the kiwifruit chain. */
export const kiwifruitLots = {
  box: makeLot(products.kiwiBox, 'DEMO-KIWI-01'),
  sleeve: makeLot(products.kiwiSleeve, 'DEMO-KIWI-02'),
};

const outOfGrade = makeLot(products.kiwiJuice, 'DEMO-JUICE-01');

const orchard = {
  grower: m.kiwiGrower,
  buyer: m.kiwiPacker,
  cultivar: '米良1号 (Miliang-1)',
  preparation: {
    day: -290,
    note: { zh: '冬季修剪,行间深翻,施有机肥', en: 'Winter pruning, rows ploughed, compost worked in' },
  },
  works: [
    {
      name: 'pollinate',
      day: -200,
      step: steps.cultivating,
      note: { zh: '人工授粉、疏果,未使用化学农药', en: 'Hand pollination and thinning, no synthetic pesticide' },
    },
    {
      name: 'bag',
      day: -150,
      step: steps.cultivating,
      note: { zh: '果实套袋,悬挂黄板诱虫', en: 'Fruit bagged, yellow traps hung against insects' },
    },
  ],
  inspection: { day: -110, certificate: certificates.kiwiOrganic },
  harvestDay: -21,
};

const plots: Plot[] = [
  {
    ...orchard,
    key: 'kiwi-a',
    place: places.kiwiPlotA,
    crop: makeLot(products.kiwiCrop, 'DEMO-GARDEN-A'),
    harvest: makeLot(products.kiwiRaw, 'DEMO-HARVEST-A'),
    harvestKg: 45,
    areaHectares: 0.005,
    samplingDay: -30,
  },
  {
    ...orchard,
    key: 'kiwi-b',
    place: places.kiwiPlotB,
    crop: makeLot(products.kiwiCrop, 'DEMO-GARDEN-B'),
    harvest: makeLot(products.kiwiRaw, 'DEMO-HARVEST-B'),
    harvestKg: 38,
    areaHectares: 0.005,
  },
];

function buildProcessing(calendar: Calendar): DemoDocument[] {
  const raw = plots.map((plot) => kilograms(plot.harvest, plot.harvestKg));
  const receiving = objectEvent({
    key: 'kiwi/receive-raw',
    time: calendar.at(-21, '18:30'),
    place: places.kiwiPackhouse,
    step: 'receiving',
    disposition: 'in_progress',
    action: 'OBSERVE',
    lots: raw,
    transactions: plots.map(({ key }) => ({
      type: 'recadv',
      bizTransaction: documentUri(m.kiwiPacker.prefix, 5, `RA-${key}`),
    })),
    note: { zh: '原果过磅入厂', en: 'Ungraded fruit weighed in' },
  });
  const testing = objectEvent({
    key: 'kiwi/test',
    time: calendar.at(-19, '16:00'),
    place: places.laboratory,
    step: 'inspecting',
    disposition: 'conformant',
    action: 'OBSERVE',
    lots: raw,
    certificates: [certificates.kiwiResidue],
    note: { zh: '农药残留 86 项均未检出', en: '86 pesticide residues, none detected' },
  });
  const storing = objectEvent({
    key: 'kiwi/store-raw',
    time: calendar.at(-18, '07:00'),
    place: places.kiwiColdStore,
    step: 'storing',
    disposition: 'in_progress',
    action: 'OBSERVE',
    lots: raw,
    sensors: makeTemperatureSeries({
      device: assetUri(m.kiwiPacker.prefix, 'DEMO-PROBE-1'),
      start: calendar.at(-20, '08:00'),
      end: calendar.at(-18, '07:00'),
      points: 24,
      setPoint: 1,
      swing: 0.5,
      seed: 11,
    }),
    note: { zh: '冷库预冷,0–4 °C', en: 'Pre-cooled in the cold store, 0 to 4 °C' },
  });
  const grading = transformationEvent({
    key: 'kiwi/grade',
    time: calendar.at(-8, '11:30'),
    place: places.kiwiPackhouse,
    step: steps.grading.id,
    disposition: 'active',
    inputs: raw,
    // 83 kg: 24 boxes of 2.5 kg, 36 packs of 0.5 kg, 3.5 kg out of grade, 1.5 kg lost in store.
    outputs: [packs(kiwifruitLots.box, 24), packs(kiwifruitLots.sleeve, 36), kilograms(outOfGrade, 3.5)],
    certificates: [certificates.kiwiHandling],
    transactions: [{ type: 'prodorder', bizTransaction: documentUri(m.kiwiPacker.prefix, 6, 'DEMO-WO-1') }],
    ilmd: { 'cbvmda:bestBeforeDate': calendar.date(60), 'cbvmda:countryOfOrigin': 'CN', 'xy:lossKilograms': '1.5' },
    note: { zh: '按单果重分选、包装', en: 'Graded by weight and packed' },
  });
  return [
    composeDocument('kiwi/receiving', m.kiwiPacker, [receiving]),
    composeDocument('kiwi/testing', m.laboratory, [testing]),
    composeDocument('kiwi/processing', m.kiwiPacker, [storing, grading]),
  ];
}

function chill(logger: string, seed: number): Pick<Consignment, 'logger' | 'measure'> {
  const device = assetUri(m.coldCarrier.prefix, logger);
  const excursion = { at: 1 / 3, peak: 3.8 };
  return {
    logger: device,
    measure: (start, end) =>
      makeTemperatureSeries({ device, start, end, points: 28, setPoint: 1.6, swing: 0.8, excursion, seed }),
  };
}

const coldChain = {
  packer: m.kiwiPacker,
  packhouse: places.kiwiPackhouse,
  carrier: m.coldCarrier,
  note: { zh: '冷藏运输;途中开门一次,仍在 4 °C 以内', en: 'Refrigerated; the door opened once, still below 4 °C' },
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
    ...plots.flatMap((plot) => buildGrowing(calendar, plot)),
    ...buildProcessing(calendar),
    ...consignments.flatMap((consignment) => buildDistribution(calendar, consignment)),
  ];
}
