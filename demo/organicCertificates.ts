import { type DemoMember, demoMembers as m } from './alliance.ts';
import { type Certificate, certificates } from './certificates.ts';
import { type Place, places } from './places.ts';
import { type Product, products } from './products.ts';

/** A certificate of the demonstration's certifier, as it is entered into the register. Days count from today. */
export interface OrganicCertificate {
  document: Certificate;
  number: string;
  operator: DemoMember;
  activities: string[];
  /** Plots have a crop and an area, works have none. */
  sites: { place: Place; crop?: string; areaHectares?: number }[];
  products: Product[];
  days: { from: number; until: number };
  withdrawn?: { day: number; reason: string };
}

const period = { from: -500, until: 365 };
const works = (...list: Place[]) => list.map((place) => ({ place }));
const plots = (crop: string, areaHectares: number, ...list: Place[]) =>
  list.map((place) => ({ place, crop, areaHectares }));

/** Every certificate of the demonstration. All hold but one. */
export const organicCertificates: readonly OrganicCertificate[] = [
  {
    document: certificates.kiwiOrganic,
    number: 'DEMO-ORG-HN-01',
    operator: m.kiwiGrower,
    activities: ['growing'],
    sites: plots('kiwifruit', 0.005, places.kiwiPlotA, places.kiwiPlotB, places.kiwiPlotC),
    products: [products.kiwiCrop, products.kiwiRaw],
    days: period,
  },
  {
    document: certificates.kiwiHandling,
    number: 'DEMO-ORG-HN-02',
    operator: m.kiwiPacker,
    activities: ['handling'],
    sites: works(places.kiwiPackhouse, places.kiwiColdStore),
    products: [products.kiwiRaw, products.kiwiBox, products.kiwiSleeve, products.kiwiJuice],
    days: period,
  },
  {
    document: certificates.kiwiDrying,
    number: 'DEMO-ORG-HN-03',
    operator: m.kiwiPacker,
    activities: ['handling'],
    sites: works(places.kiwiPackhouse),
    products: [products.kiwiJuice, products.kiwiSlices],
    days: period,
    withdrawn: { day: -20, reason: '监督检查发现使用非有机辅料 / surveillance found conventional ingredients' },
  },
  {
    document: certificates.mustardOrganic,
    number: 'DEMO-ORG-CQ-01',
    operator: m.mustardGrower,
    activities: ['growing'],
    sites: plots('stem-mustard', 0.003, places.mustardPlotA, places.mustardPlotB),
    products: [products.mustardCrop, products.mustardStem],
    days: period,
  },
  {
    document: certificates.zhacaiHandling,
    number: 'DEMO-ORG-CQ-02',
    operator: m.zhacaiMaker,
    activities: ['handling'],
    sites: works(places.zhacaiYard, places.zhacaiCellar, places.zhacaiPackhouse),
    products: [
      ...[products.mustardStem, products.mustardDried, products.mustardSalted, products.mustardPickled],
      ...[products.zhacaiSachet, products.zhacaiJar],
    ],
    days: period,
  },
];
