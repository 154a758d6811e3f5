import { demoMembers as m } from './alliance.ts';
import { certificates } from './certificates.ts';
import type { Plot } from './growing.ts';
import { places } from './places.ts';
import { makeLot, products } from './products.ts';
import { steps } from './steps.ts';

/** Retail lots of the kiwifruit chain. */
export const kiwifruitLots = {
  box: makeLot(products.kiwiBox, 'DEMO-KIWI-01'),
  sleeve: makeLot(products.kiwiSleeve, 'DEMO-KIWI-02'),
  /** Of the same harvest: what becomes of these is told in demo/planted/. */
  warmSleeve: makeLot(products.kiwiSleeve, 'DEMO-KIWI-03'),
  gift: makeLot(products.kiwiBox, 'DEMO-KIWI-04'),
};

/** What the orchard blocks have in common. */
export const orchard = {
  grower: m.kiwiGrower,
  buyer: m.kiwiPacker,
  cultivar: '米良1号 (Miliang-1)',
  preparation: {
    day: -290,
    note: { zh: '冬季修剪，行间深翻，施有机肥', en: 'Winter pruning, rows ploughed, compost worked in' },
  },
  works: [
    {
      name: 'pollinate',
      day: -200,
      step: steps.cultivating,
      note: { zh: '人工授粉、疏果，未使用化学农药', en: 'Hand pollination and thinning, no synthetic pesticide' },
    },
    {
      name: 'bag',
      day: -150,
      step: steps.cultivating,
      note: { zh: '果实套袋，悬挂黄板诱虫', en: 'Fruit bagged, yellow traps hung against insects' },
    },
  ],
  inspection: { day: -110, certificate: certificates.kiwiOrganic },
  harvestDay: -21,
};

/** Orchard blocks of the kiwifruit chain and their seasons. */
export const kiwifruitPlots: Plot[] = [
  {
    ...orchard,
    key: 'kiwi-a',
    place: places.kiwiPlotA,
    crop: makeLot(products.kiwiCrop, 'DEMO-GARDEN-A'),
    harvest: makeLot(products.kiwiRaw, 'DEMO-HARVEST-A'),
    harvestKg: 68,
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
