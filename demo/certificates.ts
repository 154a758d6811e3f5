import { type DemoMember, demoMembers as m } from './alliance.ts';
import type { Bilingual } from './epcis.ts';
import { documentUri } from './identifiers.ts';

/** A document that events refer to: a certificate or a test report. All are invented. */
export interface Certificate {
  id: string;
  type: 'cert' | 'testres';
  name: Bilingual;
}

const documentTypes = { cert: 1, testres: 2 };

function certificate(issuer: DemoMember, type: Certificate['type'], serial: string, zh: string, en: string) {
  return { id: documentUri(issuer.prefix, documentTypes[type], serial), type, name: { zh, en } } satisfies Certificate;
}

/** Certificates and test reports of the demonstration. */
export const certificates = {
  kiwiOrganic: certificate(
    m.certifier,
    'cert',
    'DEMO-ORG-HN-01',
    '有机产品认证证书：猕猴桃种植（示范）',
    'Organic certificate: kiwifruit growing (Demo)',
  ),
  kiwiHandling: certificate(
    m.certifier,
    'cert',
    'DEMO-ORG-HN-02',
    '有机产品认证证书：果品分选包装（示范）',
    'Organic certificate: fruit grading and packing (Demo)',
  ),
  kiwiResidue: certificate(
    m.laboratory,
    'testres',
    'DEMO-R-K1',
    '农药残留检测报告：合格（示范）',
    'Pesticide residue report: conformant (Demo)',
  ),
  kiwiDrying: certificate(
    m.certifier,
    'cert',
    'DEMO-ORG-HN-03',
    '有机产品认证证书：果干加工（示范）',
    'Organic certificate: fruit drying (Demo)',
  ),
  mustardOrganic: certificate(
    m.certifier,
    'cert',
    'DEMO-ORG-CQ-01',
    '有机产品认证证书：青菜头种植（示范）',
    'Organic certificate: stem mustard growing (Demo)',
  ),
  zhacaiHandling: certificate(
    m.certifier,
    'cert',
    'DEMO-ORG-CQ-02',
    '有机产品认证证书：榨菜加工（示范）',
    'Organic certificate: zhacai processing (Demo)',
  ),
  zhacaiQuality: certificate(
    m.laboratory,
    'testres',
    'DEMO-R-Z1',
    '榨菜出厂检验报告：合格（示范）',
    'Zhacai release test report: conformant (Demo)',
  ),
} satisfies Record<string, Certificate>;
