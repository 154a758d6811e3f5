import { demoMembers as m } from './alliance.ts';
import type { Calendar } from './calendar.ts';
import { certificates } from './certificates.ts';
import { composeDocument } from './composeDocument.ts';
import type { DemoDocument } from './epcis.ts';
import { objectEvent, transformationEvent } from './events.ts';
import { assetUri, documentUri } from './identifiers.ts';
import { kiwifruitLots, kiwifruitPlots as plots } from './kiwifruitLots.ts';
import { places } from './places.ts';
import { makeLot, products } from './products.ts';
import { kilograms, packs } from './quantities.ts';
import { makeTemperatureSeries } from './sensors.ts';
import { steps } from './steps.ts';

/** Fruit that is no good for the table. */
export const outOfGrade = makeLot(products.kiwiJuice, 'DEMO-JUICE-01');

/** Builds the documents of packhouse, laboratory and certifier, from the weighing-in to the retail packs. */
export function buildKiwifruitProcessing(calendar: Calendar): DemoDocument[] {
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
    note: { zh: '冷库预冷，0–4 °C', en: 'Pre-cooled in the cold store, 0 to 4 °C' },
  });
  const auditing = objectEvent({
    key: 'kiwi/inspect-handling',
    time: calendar.at(-9, '10:00'),
    place: places.kiwiPackhouse,
    step: 'inspecting',
    disposition: 'conformant',
    action: 'OBSERVE',
    lots: raw,
    certificates: [certificates.kiwiHandling],
    note: { zh: '有机加工现场检查：符合', en: 'Organic handling inspection: conformant' },
  });
  const grading = transformationEvent({
    key: 'kiwi/grade',
    time: calendar.at(-8, '11:30'),
    place: places.kiwiPackhouse,
    step: steps.grading.id,
    disposition: 'active',
    inputs: raw,
    // 106 kg: 26 boxes of 2.5 kg, 72 packs of 0.5 kg, 3.5 kg out of grade, 1.5 kg lost in store.
    outputs: [
      packs(kiwifruitLots.box, 24),
      packs(kiwifruitLots.sleeve, 36),
      packs(kiwifruitLots.warmSleeve, 36),
      packs(kiwifruitLots.gift, 2),
      kilograms(outOfGrade, 3.5),
    ],
    certificates: [certificates.kiwiHandling],
    transactions: [{ type: 'prodorder', bizTransaction: documentUri(m.kiwiPacker.prefix, 6, 'DEMO-WO-1') }],
    ilmd: { 'cbvmda:bestBeforeDate': calendar.date(60), 'cbvmda:countryOfOrigin': 'CN', 'xy:lossKilograms': '1.5' },
    note: { zh: '按单果重分选、包装', en: 'Graded by weight and packed' },
  });
  return [
    composeDocument('kiwi/receiving', m.kiwiPacker, [receiving]),
    composeDocument('kiwi/testing', m.laboratory, [testing]),
    composeDocument('kiwi/inspection', m.certifier, [auditing]),
    composeDocument('kiwi/processing', m.kiwiPacker, [storing, grading]),
  ];
}
