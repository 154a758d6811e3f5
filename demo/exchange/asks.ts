import type { DatasetKey } from './datasets.ts';
import type { DepartmentKey } from './departments.ts';

/** A matter (事项) that a department of the demonstration handles. */
export interface DemoMatter {
  department: DepartmentKey;
  code: string;
  name: { zh: string; en: string };
  legalBasis: string;
  needs: { dataset: DatasetKey; items: string[] }[];
}

const subsidyCode = 'DEMO-NY-STNC';
const producerItems = ['certificate_no', 'credit_code', 'name', 'product', 'area_mu', 'region_code', 'valid_until'];

/** Matters; the first one is what the demonstration is about. */
export const matters: readonly [DemoMatter, ...DemoMatter[]] = [
  {
    department: 'agriculture',
    code: subsidyCode,
    name: { zh: '生态农场补贴', en: 'Subsidy for ecological farms' },
    legalBasis: '《南岭市生态农场补贴管理办法（示范）》第六条',
    needs: [
      { dataset: 'recipients', items: ['question:on-allowance'] },
      { dataset: 'residents', items: ['question:registered-here'] },
      { dataset: 'licences', items: ['question:valid-licence'] },
      { dataset: 'organicProducers', items: producerItems },
    ],
  },
  {
    department: 'bigData',
    code: 'DEMO-SJJ-ZLHC',
    name: { zh: '公共数据质量核查', en: 'Check of the quality of public data' },
    legalBasis: '《政务数据共享条例》',
    needs: [{ dataset: 'socialOrganisations', items: ['credit_code', 'name', 'region_code'] }],
  },
];

/** How an application of the demonstration ends. */
export type AskOutcome = 'granted' | 'waits' | 'refused';

/** An application of the demonstration. `standing`: a rule of the provider approves it without anybody deciding. */
export interface DemoAsk {
  key: string;
  matter: DemoMatter;
  dataset: DatasetKey;
  items: string[];
  ways: ('rows' | 'answer')[];
  reason: string;
  outcome: AskOutcome;
  standing: boolean;
}

const [subsidy, check] = [matters[0], matters[1] as DemoMatter];

const answer = (dataset: DatasetKey, question: string, reason: string): DemoAsk => ({
  key: `demo ${question}`,
  matter: subsidy,
  dataset,
  items: [`question:${question}`],
  ways: ['answer'],
  reason,
  outcome: 'granted',
  standing: true,
});

/** What the departments asked one another for: granted, waiting for a person, and refused. */
export const asks: readonly DemoAsk[] = [
  answer('recipients', 'on-allowance', '核验补贴申请人家庭是否享受低保，低保家庭优先安排'),
  answer('residents', 'registered-here', '核验补贴申请人户籍是否在本市所填区县'),
  answer('licences', 'valid-licence', '核验申请补贴的合作社执照是否有效'),
  {
    key: 'demo organic producers',
    matter: subsidy,
    dataset: 'organicProducers',
    items: producerItems,
    ways: ['rows'],
    reason: '比对申请补贴的有机生产面积',
    outcome: 'granted',
    standing: true,
  },
  {
    key: 'demo social organisations',
    matter: check,
    dataset: 'socialOrganisations',
    items: ['credit_code', 'name', 'region_code'],
    ways: ['rows'],
    reason: '核查社会组织名录的完整性',
    outcome: 'granted',
    standing: false,
  },
  {
    key: 'demo waiting',
    matter: subsidy,
    dataset: 'recipients',
    items: ['person_id', 'grade', 'valid_until'],
    ways: ['rows'],
    reason: '为低保家庭批量核定优先顺序，请求按周取得在保名单',
    outcome: 'waits',
    standing: false,
  },
  {
    key: 'demo refused',
    matter: subsidy,
    dataset: 'residents',
    items: ['person_id', 'birth_date', 'address'],
    ways: ['rows'],
    reason: '希望取得全部申请人的住址用于寄送通知',
    outcome: 'refused',
    standing: false,
  },
];
