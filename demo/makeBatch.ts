import { type DemoMember, demoMembers as m } from './alliance.ts';
import type { Calendar } from './calendar.ts';
import { certificates } from './certificates.ts';
import type { EpcisEvent } from './epcis.ts';
import {
  aggregationEvent,
  associationEvent,
  type Occurrence,
  objectEvent,
  transactionEvent,
  transformationEvent,
} from './events.ts';
import { assetUri, documentUri, gtin, serialUri } from './identifiers.ts';
import { type Place, places } from './places.ts';
import { makeLot, type Product, products } from './products.ts';
import { kilograms, packs, whole } from './quantities.ts';
import type { Random } from './random.ts';
import { makeTemperatureSeries } from './sensors.ts';
import { steps } from './steps.ts';

/** What one lot of a generated season is made from. */
export type Batch = { name: string; seed: number; calendar: Calendar; random: Random };

interface Chain {
  crop: Product;
  raw: Product;
  pack: Product;
  fields: [Place, Place];
  works: Place;
  shops: [Place, Place];
  packer: DemoMember;
  carrier: DemoMember;
  /** Degrees Celsius on the way. */
  setPoint: number;
  packKg: number;
}

const chains: [Chain, Chain] = [
  {
    crop: products.kiwiCrop,
    raw: products.kiwiRaw,
    pack: products.kiwiSleeve,
    fields: [places.kiwiPlotA, places.kiwiPlotB],
    works: places.kiwiPackhouse,
    shops: [places.hunanShop, places.chongqingShop],
    packer: m.kiwiPacker,
    carrier: m.coldCarrier,
    setPoint: 2,
    packKg: 0.5,
  },
  {
    crop: products.mustardCrop,
    raw: products.mustardStem,
    pack: products.zhacaiSachet,
    fields: [places.mustardPlotA, places.mustardPlotB],
    works: places.zhacaiPackhouse,
    shops: [places.chongqingShop, places.hunanShop],
    packer: m.zhacaiMaker,
    carrier: m.roadCarrier,
    setPoint: 17,
    packKg: 0.08,
  },
];

function pick<T>(random: Random, [one, other]: [T, T]): T {
  return random() < 0.5 ? one : other;
}

/** Makes one lot’s events from the field to the till: ten events, all five types. */
export function makeBatch({ name, seed, calendar, random }: Batch): EpcisEvent[] {
  const chain = pick(random, chains);
  const field = pick(random, chain.fields);
  const shop = pick(random, chain.shops);
  const harvestKg = 50 + Math.floor(random() * 950);
  const perCase = 6 + Math.floor(random() * 19);
  const first = -30 - Math.floor(random() * 60);
  const [crop, raw, pack] = [makeLot(chain.crop, name), makeLot(chain.raw, name), makeLot(chain.pack, name)];
  const produced = packs(pack, Math.floor((harvestKg * 0.9) / chain.packKg));
  const caseId = serialUri(gtin(chain.packer.prefix, 11, 1), name);
  const device = assetUri(chain.carrier.prefix, `LOGGER-${name}`);
  const minute = String(Math.floor(random() * 60)).padStart(2, '0');
  const shared = (step: string, word: string, day: number, hour: string, place: Place) =>
    ({
      key: `season/${name}/${word}`,
      time: calendar.at(first + day, `${hour}:${minute}`),
      place,
      step,
      note: { zh: `负载测试批次 ${name}`, en: `Load test lot ${name}` },
    }) satisfies Occurrence;
  const inCase = [packs(pack, perCase)];
  const transactions = [
    { type: 'po' as const, bizTransaction: documentUri(m.hunanDistributor.prefix, 3, `PO-${name}`) },
    { type: 'desadv' as const, bizTransaction: documentUri(chain.packer.prefix, 4, `DA-${name}`) },
  ];
  const transport = shared('transporting', 'transport', 13, '06', shop);
  return [
    objectEvent({
      ...shared(steps.ploughing.id, 'prepare', 0, '08', field),
      action: 'ADD',
      lots: [whole(crop)],
      ilmd: { 'cbvmda:growingMethodCode': 'ORGANIC' },
    }),
    transformationEvent({
      ...shared(steps.harvesting.id, 'harvest', 8, '10', field),
      inputs: [whole(crop)],
      outputs: [kilograms(raw, harvestKg)],
    }),
    objectEvent({
      ...shared('inspecting', 'inspect', 9, '14', chain.works),
      disposition: 'conformant',
      action: 'OBSERVE',
      lots: [kilograms(raw, harvestKg)],
      certificates: [pick(random, [certificates.kiwiResidue, certificates.zhacaiQuality])],
    }),
    transformationEvent({
      ...shared(steps.grading.id, 'pack', 10, '11', chain.works),
      inputs: [kilograms(raw, harvestKg)],
      outputs: [produced],
      ilmd: { 'cbvmda:lotNumber': name },
    }),
    aggregationEvent({
      ...shared('packing', 'case', 11, '09', chain.works),
      action: 'ADD',
      parent: caseId,
      lots: inCase,
    }),
    associationEvent({
      ...shared('installing', 'logger', 12, '15', chain.works),
      action: 'ADD',
      parent: caseId,
      epcs: [device],
    }),
    transactionEvent({
      ...shared('shipping', 'ship', 12, '16', chain.works),
      disposition: 'in_transit',
      action: 'ADD',
      epcs: [caseId],
      transactions,
      moving: true,
    }),
    objectEvent({
      ...transport,
      disposition: 'in_transit',
      action: 'OBSERVE',
      epcs: [caseId],
      moving: true,
      sensors: makeTemperatureSeries({
        device,
        start: calendar.at(first + 12, '17:00'),
        end: transport.time,
        points: 6 + Math.floor(random() * 7),
        setPoint: chain.setPoint,
        swing: 1,
        seed: seed ^ Math.floor(random() * 2 ** 31),
      }),
    }),
    aggregationEvent({
      ...shared('unpacking', 'uncase', 13, '09', shop),
      action: 'DELETE',
      parent: caseId,
      lots: inCase,
    }),
    objectEvent({
      ...shared('retail_selling', 'sell', 14, '18', shop),
      disposition: 'retail_sold',
      action: 'OBSERVE',
      lots: [packs(pack, 1 + Math.floor(random() * 3))],
    }),
  ];
}
