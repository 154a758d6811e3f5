import { demoMembers as m } from './alliance.ts';
import { type Calendar, makeCalendar } from './calendar.ts';
import { certificates } from './certificates.ts';
import { composeDocument } from './composeDocument.ts';
import { buildDistribution, type Consignment } from './distribution.ts';
import type { DemoDocument } from './epcis.ts';
import { type Occurrence, objectEvent, transformationEvent } from './events.ts';
import { buildGrowing, type Plot } from './growing.ts';
import { assetUri, documentUri } from './identifiers.ts';
import { places } from './places.ts';
import { makeLot, products } from './products.ts';
import { kilograms, packs } from './quantities.ts';
import { makeTemperatureSeries } from './sensors.ts';
import { steps } from './steps.ts';

/** Retail lots of the zhacai chain. */
export const zhacaiLots = {
  sachet: makeLot(products.zhacaiSachet, 'DEMO-ZHACAI-01'),
  jar: makeLot(products.zhacaiJar, 'DEMO-ZHACAI-02'),
};

const dried = makeLot(products.mustardDried, 'DEMO-DRIED-01');
const salted = makeLot(products.mustardSalted, 'DEMO-SALTED-01');
const pickled = makeLot(products.mustardPickled, 'DEMO-PICKLED-01');
const spice = makeLot(products.spiceMix, 'DEMO-SPICE-01');

const field = {
  grower: m.mustardGrower,
  buyer: m.zhacaiMaker,
  place: places.mustardPlotA,
  cultivar: '涪杂2号 (Fuza-2)',
  preparation: {
    day: -440,
    note: { zh: '深翻整地,施有机肥', en: 'Deep ploughing, compost worked in' },
  },
  works: [
    {
      name: 'plant',
      day: -425,
      step: steps.planting,
      note: { zh: '移栽青菜头幼苗', en: 'Mustard seedlings planted out' },
    },
    {
      name: 'weed',
      day: -380,
      step: steps.cultivating,
      note: { zh: '人工除草、追施沼液', en: 'Weeded by hand, digestate as top dressing' },
    },
  ],
  inspection: { day: -350, certificate: certificates.mustardOrganic },
  harvestDay: -300,
};

const plots: Plot[] = [
  {
    ...field,
    key: 'mustard-1',
    crop: makeLot(products.mustardCrop, 'DEMO-FIELD-1'),
    harvest: makeLot(products.mustardStem, 'DEMO-STEM-1'),
    harvestKg: 95,
    areaHectares: 0.003,
  },
  {
    ...field,
    key: 'mustard-2',
    place: places.mustardPlotB,
    crop: makeLot(products.mustardCrop, 'DEMO-FIELD-2'),
    harvest: makeLot(products.mustardStem, 'DEMO-STEM-2'),
    harvestKg: 85,
    areaHectares: 0.003,
  },
];

function order(serial: string): Required<Pick<Occurrence, 'transactions'>> {
  return { transactions: [{ type: 'prodorder', bizTransaction: documentUri(m.zhacaiMaker.prefix, 6, serial) }] };
}

function buildMaking(calendar: Calendar): DemoDocument {
  const fresh = plots.map((plot) => kilograms(plot.harvest, plot.harvestKg));
  const receiving = objectEvent({
    key: 'zhacai/receive-stems',
    time: calendar.at(-300, '17:30'),
    place: places.zhacaiYard,
    step: 'receiving',
    disposition: 'in_progress',
    action: 'OBSERVE',
    lots: fresh,
    transactions: plots.map(({ key }) => ({
      type: 'recadv',
      bizTransaction: documentUri(m.zhacaiMaker.prefix, 5, `RA-${key}`),
    })),
    note: { zh: '青菜头过磅入厂', en: 'Fresh stems weighed in' },
  });
  const drying = transformationEvent({
    key: 'zhacai/dry',
    time: calendar.at(-292, '16:00'),
    place: places.zhacaiYard,
    step: steps.drying.id,
    disposition: 'in_progress',
    inputs: fresh,
    outputs: [kilograms(dried, 110)],
    certificates: [certificates.zhacaiHandling],
    ...order('DEMO-WO-11'),
    note: { zh: '穿串上架,自然风脱水 8 天', en: 'Strung on racks, dried by the wind for eight days' },
  });
  const salting = transformationEvent({
    key: 'zhacai/salt',
    time: calendar.at(-284, '10:00'),
    place: places.zhacaiCellar,
    step: steps.salting.id,
    disposition: 'in_progress',
    inputs: [kilograms(dried, 110)],
    outputs: [kilograms(salted, 84)],
    certificates: [certificates.zhacaiHandling],
    ...order('DEMO-WO-12'),
    note: { zh: '头腌头榨,逐层撒盐、压榨去水', en: 'First salting in layers, then pressed' },
  });
  const pickling = transformationEvent({
    key: 'zhacai/pickle',
    time: calendar.at(-110, '09:00'),
    place: places.zhacaiCellar,
    step: steps.pickling.id,
    disposition: 'in_progress',
    inputs: [kilograms(salted, 84)],
    outputs: [kilograms(pickled, 60)],
    certificates: [certificates.zhacaiHandling],
    ...order('DEMO-WO-13'),
    sensors: makeTemperatureSeries({
      device: assetUri(m.zhacaiMaker.prefix, 'DEMO-PROBE-2'),
      start: calendar.at(-270, '09:00'),
      end: calendar.at(-110, '09:00'),
      points: 33,
      setPoint: 16,
      swing: 1.5,
      seed: 31,
    }),
    note: { zh: '二腌、三腌后入池密封后熟', en: 'Salted twice more, then sealed to mature' },
  });
  const blending = objectEvent({
    key: 'zhacai/spice',
    time: calendar.at(-44, '10:00'),
    place: places.zhacaiPackhouse,
    step: 'commissioning',
    disposition: 'active',
    action: 'ADD',
    lots: [kilograms(spice, 2.4)],
    note: { zh: '香辛料验收配制', en: 'Spices checked and blended' },
  });
  const packing = transformationEvent({
    key: 'zhacai/pack',
    time: calendar.at(-40, '15:00'),
    place: places.zhacaiPackhouse,
    step: steps.seasoning.id,
    disposition: 'active',
    // 62.4 kg: 400 sachets of 80 g and 96 jars of 300 g are 60.8 kg; 1.6 kg lost in cutting and filling.
    inputs: [kilograms(pickled, 60), kilograms(spice, 2.4)],
    outputs: [packs(zhacaiLots.sachet, 400), packs(zhacaiLots.jar, 96)],
    certificates: [certificates.zhacaiHandling],
    ...order('DEMO-WO-14'),
    ilmd: { 'cbvmda:bestBeforeDate': calendar.date(325), 'cbvmda:countryOfOrigin': 'CN', 'xy:lossKilograms': '1.6' },
    note: { zh: '淘洗、切分、拌料、包装、巴氏杀菌', en: 'Rinsed, cut, seasoned, packed and pasteurised' },
  });
  return composeDocument('zhacai/making', m.zhacaiMaker, [receiving, drying, salting, pickling, blending, packing]);
}

function buildTesting(calendar: Calendar): DemoDocument {
  const testing = objectEvent({
    key: 'zhacai/test',
    time: calendar.at(-37, '11:00'),
    place: places.laboratory,
    step: 'inspecting',
    disposition: 'conformant',
    action: 'OBSERVE',
    lots: [packs(zhacaiLots.sachet, 8), packs(zhacaiLots.jar, 4)],
    certificates: [certificates.zhacaiQuality],
    note: { zh: '出厂检验:微生物、亚硝酸盐、盐分均合格', en: 'Release test: microbes, nitrite and salt conformant' },
  });
  return composeDocument('zhacai/testing', m.laboratory, [testing]);
}

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
    ...plots.flatMap((plot) => buildGrowing(calendar, plot)),
    buildMaking(calendar),
    buildTesting(calendar),
    ...consignments.flatMap((consignment) => buildDistribution(calendar, consignment)),
  ];
}
