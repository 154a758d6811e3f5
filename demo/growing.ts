import type { DemoMember } from './alliance.ts';
import { demoMembers as m } from './alliance.ts';
import type { Calendar } from './calendar.ts';
import type { Certificate } from './certificates.ts';
import { composeDocument } from './composeDocument.ts';
import type { Bilingual, DemoDocument } from './epcis.ts';
import { objectEvent, transformationEvent } from './events.ts';
import { documentUri } from './identifiers.ts';
import type { Place } from './places.ts';
import type { Lot } from './products.ts';
import { kilograms, whole } from './quantities.ts';
import { type Step, steps } from './steps.ts';

/** Something done or seen in the field on one day (days count from today). */
interface FieldWork {
  name: string;
  day: number;
  step: Step;
  note: Bilingual;
}

/** A plot and its season, from the ploughing to the hand-over of the harvest. */
export interface Plot {
  key: string;
  grower: DemoMember;
  buyer: DemoMember;
  place: Place;
  /** The season's crop of the plot: the lot that everything later descends from. */
  crop: Lot;
  harvest: Lot;
  harvestKg: number;
  cultivar: string;
  areaHectares: number;
  preparation: { day: number; note: Bilingual };
  works: FieldWork[];
  inspection: { day: number; certificate: Certificate };
  /** An official sample by the department, where one was taken. */
  samplingDay?: number;
  harvestDay: number;
}

/** Builds the documents of grower, certifier and department for one plot. */
export function buildGrowing(calendar: Calendar, plot: Plot): DemoDocument[] {
  const { key, place, grower, crop, harvest, harvestKg, inspection } = plot;
  const at = (name: string, day: number, clock: string) => ({
    key: `${key}/${name}`,
    time: calendar.at(day, clock),
    place,
  });
  const lots = [whole(crop)];

  const preparing = objectEvent({
    ...at('prepare', plot.preparation.day, '09:00'),
    step: steps.ploughing.id,
    disposition: 'active',
    action: 'ADD',
    lots,
    ilmd: {
      'cbvmda:growingMethodCode': 'ORGANIC',
      'cbvmda:countryOfOrigin': 'CN',
      'xy:cultivar': plot.cultivar,
      'xy:areaHectares': String(plot.areaHectares),
    },
    note: plot.preparation.note,
  });
  const works = plot.works.map(({ name, day, step, note }) =>
    objectEvent({ ...at(name, day, '10:00'), step: step.id, action: 'OBSERVE', lots, note }),
  );
  const inspecting = objectEvent({
    ...at('inspect-field', inspection.day, '14:30'),
    step: 'inspecting',
    disposition: 'conformant',
    action: 'OBSERVE',
    lots,
    certificates: [inspection.certificate],
    note: { zh: '有机认证田间检查：符合', en: 'Organic field inspection: conformant' },
  });
  const harvesting = transformationEvent({
    ...at('harvest', plot.harvestDay, '11:00'),
    step: steps.harvesting.id,
    disposition: 'in_progress',
    inputs: lots,
    outputs: [kilograms(harvest, harvestKg)],
    certificates: [inspection.certificate],
    ilmd: {
      'cbvmda:lotNumber': harvest.lot,
      'cbvmda:harvestStartDate': calendar.date(plot.harvestDay),
      'cbvmda:harvestEndDate': calendar.date(plot.harvestDay),
      'cbvmda:countryOfOrigin': 'CN',
    },
    note: { zh: `人工采收 ${harvestKg} 千克`, en: `${harvestKg} kg harvested by hand` },
  });
  const handover = objectEvent({
    ...at('ship-harvest', plot.harvestDay, '15:00'),
    step: 'shipping',
    disposition: 'in_transit',
    action: 'OBSERVE',
    lots: [kilograms(harvest, harvestKg)],
    transactions: [{ type: 'desadv', bizTransaction: documentUri(grower.prefix, 4, `DA-${key}`) }],
    from: [{ type: 'owning_party', id: grower.party }],
    to: [{ type: 'owning_party', id: plot.buyer.party }],
    moving: true,
    note: { zh: '当日送往加工厂', en: 'Sent to the works the same day' },
  });

  const documents = [
    composeDocument(`${key}/season`, grower, [preparing, ...works]),
    composeDocument(`${key}/inspection`, m.certifier, [inspecting]),
    composeDocument(`${key}/harvest`, grower, [harvesting, handover]),
  ];
  if (plot.samplingDay === undefined) return documents;
  const sampling = objectEvent({
    ...at('official-sample', plot.samplingDay, '09:30'),
    step: 'sampling',
    action: 'OBSERVE',
    lots,
    note: { zh: '农业农村部门采收前抽样', en: 'Official sample before the harvest' },
  });
  return [...documents, composeDocument(`${key}/sampling`, m.department, [sampling])];
}
