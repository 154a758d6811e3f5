import { demoMembers as m } from './alliance.ts';
import type { Calendar } from './calendar.ts';
import { certificates } from './certificates.ts';
import { composeDocument } from './composeDocument.ts';
import type { DemoDocument } from './epcis.ts';
import { objectEvent } from './events.ts';
import { places } from './places.ts';
import { kilograms, packs } from './quantities.ts';
import { mustardPlots as plots, zhacaiLots } from './zhacaiLots.ts';

/** Builds the certifier’s document on the works. */
export function buildZhacaiInspection(calendar: Calendar): DemoDocument {
  const auditing = objectEvent({
    key: 'zhacai/inspect-handling',
    time: calendar.at(-293, '10:00'),
    place: places.zhacaiYard,
    step: 'inspecting',
    disposition: 'conformant',
    action: 'OBSERVE',
    lots: plots.map((plot) => kilograms(plot.harvest, plot.harvestKg)),
    certificates: [certificates.zhacaiHandling],
    note: { zh: '有机加工现场检查：符合', en: 'Organic handling inspection: conformant' },
  });
  return composeDocument('zhacai/inspection', m.certifier, [auditing]);
}

/** Builds the laboratory’s document on the finished packs. */
export function buildZhacaiTesting(calendar: Calendar): DemoDocument {
  const testing = objectEvent({
    key: 'zhacai/test',
    time: calendar.at(-37, '11:00'),
    place: places.laboratory,
    step: 'inspecting',
    disposition: 'conformant',
    action: 'OBSERVE',
    lots: [packs(zhacaiLots.sachet, 8), packs(zhacaiLots.jar, 4)],
    certificates: [certificates.zhacaiQuality],
    note: { zh: '出厂检验：微生物、亚硝酸盐、盐分均合格', en: 'Release test: microbes, nitrite and salt conformant' },
  });
  return composeDocument('zhacai/testing', m.laboratory, [testing]);
}
