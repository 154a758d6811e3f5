import { demoMembers as m } from './alliance.ts';
import type { Calendar } from './calendar.ts';
import { certificates } from './certificates.ts';
import { composeDocument } from './composeDocument.ts';
import type { DemoDocument } from './epcis.ts';
import { type Occurrence, objectEvent, transformationEvent } from './events.ts';
import { assetUri, documentUri } from './identifiers.ts';
import { places } from './places.ts';
import { makeLot, products } from './products.ts';
import { kilograms, packs } from './quantities.ts';
import { makeTemperatureSeries } from './sensors.ts';
import { steps } from './steps.ts';
import { mustardPlots as plots, zhacaiLots } from './zhacaiLots.ts';

const dried = makeLot(products.mustardDried, 'DEMO-DRIED-01');
const salted = makeLot(products.mustardSalted, 'DEMO-SALTED-01');
const pickled = makeLot(products.mustardPickled, 'DEMO-PICKLED-01');
const spice = makeLot(products.spiceMix, 'DEMO-SPICE-01');

function order(serial: string): Required<Pick<Occurrence, 'transactions'>> {
  return { transactions: [{ type: 'prodorder', bizTransaction: documentUri(m.zhacaiMaker.prefix, 6, serial) }] };
}

/** Builds the maker’s document: weighing-in, wind-drying, salting, pickling, seasoning and packing. */
export function buildZhacaiMaking(calendar: Calendar): DemoDocument {
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
    note: { zh: '穿串上架，自然风脱水 8 天', en: 'Strung on racks, dried by the wind for eight days' },
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
    note: { zh: '头腌头榨，逐层撒盐、压榨去水', en: 'First salting in layers, then pressed' },
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
