import type { Bilingual } from './epcis.ts';

/** A business step that the Core Business Vocabulary lacks: EPCIS takes a URI of one’s own wherever it takes a standard word. */
export interface Step {
  id: string;
  name: Bilingual;
}

function step(word: string, zh: string, en: string): Step {
  return { id: `https://ns.xiangyu.example/bizStep/${word}`, name: { zh, en } };
}

/** Steps of growing and making; everything else uses the standard's own words. */
export const steps = {
  ploughing: step('ploughing', '整地', 'Ploughing'),
  planting: step('planting', '移栽', 'Planting'),
  cultivating: step('cultivating', '田间管理', 'Cultivating'),
  harvesting: step('harvesting', '采收', 'Harvesting'),
  grading: step('grading', '分选包装', 'Grading and packing'),
  drying: step('drying', '风脱水', 'Wind-drying'),
  salting: step('salting', '盐腌压榨', 'Salting and pressing'),
  seasoning: step('seasoning', '拌料包装', 'Seasoning and packing'),
  pickling: step('pickling', '腌制后熟', 'Pickling and maturing'),
} satisfies Record<string, Step>;
