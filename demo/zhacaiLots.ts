import { demoMembers as m } from './alliance.ts';
import { certificates } from './certificates.ts';
import type { Plot } from './growing.ts';
import { places } from './places.ts';
import { makeLot, products } from './products.ts';
import { steps } from './steps.ts';

/** Retail lots of the zhacai chain. */
export const zhacaiLots = {
  sachet: makeLot(products.zhacaiSachet, 'DEMO-ZHACAI-01'),
  jar: makeLot(products.zhacaiJar, 'DEMO-ZHACAI-02'),
};

const field = {
  grower: m.mustardGrower,
  buyer: m.zhacaiMaker,
  place: places.mustardPlotA,
  cultivar: '涪杂2号 (Fuza-2)',
  preparation: {
    day: -440,
    note: { zh: '深翻整地，施有机肥', en: 'Deep ploughing, compost worked in' },
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

/** Mustard plots of the zhacai chain and their seasons. */
export const mustardPlots: Plot[] = [
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
