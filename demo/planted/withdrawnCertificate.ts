import { demoMembers as m } from '../alliance.ts';
import type { Calendar } from '../calendar.ts';
import { certificates } from '../certificates.ts';
import { composeDocument } from '../composeDocument.ts';
import type { DemoDocument } from '../epcis.ts';
import { objectEvent, transformationEvent } from '../events.ts';
import { documentUri } from '../identifiers.ts';
import { outOfGrade } from '../kiwifruitProcessing.ts';
import { places } from '../places.ts';
import { makeLot, products } from '../products.ts';
import { kilograms, packs } from '../quantities.ts';
import { steps } from '../steps.ts';

const slices = makeLot(products.kiwiSlices, 'DEMO-SLICES-01');

/** Planted: dried fruit is made and sold under a certificate that was withdrawn two weeks before. */
export function buildWithdrawnCertificate(calendar: Calendar): DemoDocument[] {
  const drying = transformationEvent({
    key: 'slices/dry',
    time: calendar.at(-6, '10:00'),
    place: places.kiwiPackhouse,
    step: steps.drying.id,
    disposition: 'active',
    inputs: [kilograms(outOfGrade, 3.5)],
    outputs: [packs(slices, 12)],
    certificates: [certificates.kiwiDrying],
    transactions: [{ type: 'prodorder', bizTransaction: documentUri(m.kiwiPacker.prefix, 6, 'DEMO-WO-3') }],
    ilmd: { 'cbvmda:bestBeforeDate': calendar.date(180), 'cbvmda:countryOfOrigin': 'CN' },
    note: { zh: '等外果切片烘干、包装', en: 'Fruit out of grade sliced, dried and packed' },
  });
  const selling = objectEvent({
    key: 'slices/sell',
    time: calendar.at(-2, '16:40'),
    place: places.kiwiPackhouse,
    step: 'retail_selling',
    disposition: 'retail_sold',
    action: 'OBSERVE',
    lots: [packs(slices, 3)],
    note: { zh: '厂内门店售出 3 件', en: 'Three packs sold at the works' },
  });
  return [composeDocument('slices/making', m.kiwiPacker, [drying, selling])];
}
