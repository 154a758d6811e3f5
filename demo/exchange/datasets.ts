import { type DepartmentKey, departments } from './departments.ts';
import {
  changedAt,
  codes,
  type ItemDraft,
  item,
  organisationCode,
  personId,
  personName,
  regionCode,
  validUntil,
} from './itemDrafts.ts';
import { city } from './regions.ts';

/** A dataset of the demonstration: its duty, and what its steward writes. */
export interface DemoDataset {
  department: DepartmentKey;
  /** The table of the department's database; it also tells the dataset from the others of the department. */
  table: string;
  /** False for data that are listed but have no source here. */
  connected: boolean;
  duty: { code: string; title: { zh: string; en: string }; legalBasis: string };
  draft: Record<string, unknown>;
}

type Words = readonly [zh: string, en: string];
const words = ([zh, en]: Words) => ({ zh, en });

interface Text {
  duty: readonly [code: string, zh: string, en: string, legalBasis: string];
  title: Words;
  description: Words;
  keywords: string[];
  office: Words;
  items: ItemDraft[];
  more: Record<string, unknown>;
}

function dataset(department: DepartmentKey, table: string, text: Text, connected = true): DemoDataset {
  const [code, zh, en, legalBasis] = text.duty;
  return {
    department,
    table,
    connected,
    duty: { code, title: { zh, en }, legalBasis },
    draft: {
      title: words(text.title),
      description: words(text.description),
      keywords: text.keywords,
      duty: code,
      table,
      updateCycle: 'daily',
      region: city.code,
      regionName: { zh: city.zh, en: city.en },
      items: text.items,
      department: words(text.office),
      contact: { name: `${departments[department].name.zh}${text.office[0]}`, phone: '0731-00000000' },
      changeItem: connected ? 'changed_at' : null,
      ...text.more,
    },
  };
}

/** The catalogue of the five departments: every sharing type, level, kind of mask and way of giving is there once. */
export const datasets = {
  recipients: dataset('civilAffairs', 'allowance_recipients', {
    duty: ['MZ-01', '最低生活保障管理', 'Minimum living allowance', '《社会救助暂行办法》'],
    title: ['最低生活保障对象', 'Recipients of the minimum living allowance'],
    description: [
      '全市在册低保对象，每日更新（合成数据）',
      'Residents on the allowance, updated daily (synthetic data)',
    ],
    keywords: ['低保', '社会救助', 'allowance'],
    office: ['社会救助科', 'Social Aid Office'],
    items: [
      personId,
      personName,
      item('household_no', 'text', '低保证号', 'Household number', { sensitive: true, mask: { kind: 'pseudonym' } }),
      item('grade', 'integer', '保障等级', 'Grade', { validity: { least: 1, most: 3 } }),
      item('monthly_amount', 'number', '月保障金额（元）', 'Monthly amount (CNY)', {
        mask: { kind: 'number', step: 100 },
      }),
      regionCode,
      item('state', 'text', '状态', 'State', codes(['receiving', '在保', 'receiving'], ['ended', '停保', 'ended'])),
      validUntil,
      changedAt,
    ],
    more: {
      sharing: 'conditional',
      conditions: words([
        '仅用于核验申请人是否享受低保；优先以问答方式提供',
        'To check whether an applicant is on the allowance; by preference as answers',
      ]),
      methods: ['pull', 'answer'],
      subject: 'person',
      level: 3,
    },
  }),
  socialOrganisations: dataset('civilAffairs', 'social_organisations', {
    duty: ['MZ-02', '社会组织登记', 'Registration of social organisations', '《社会团体登记管理条例》'],
    title: ['社会组织登记名录', 'Register of social organisations'],
    description: [
      '在册社会组织，无条件共享（合成数据）',
      'Registered social organisations, open to all departments (synthetic data)',
    ],
    keywords: ['社会组织', '志愿服务', 'charity'],
    office: ['社会组织管理科', 'Office of Social Organisations'],
    items: [
      organisationCode,
      item('name', 'text', '名称', 'Name'),
      regionCode,
      item('registered_on', 'date', '登记日期', 'Registered on'),
      changedAt,
    ],
    more: { sharing: 'unconditional', methods: ['pull'], subject: 'organisation', level: 1, updateCycle: 'monthly' },
  }),
  residents: dataset('publicSecurity', 'residents', {
    duty: ['GA-01', '户籍管理', 'Household registration', '《中华人民共和国户口登记条例》'],
    title: ['户籍登记信息', 'Household registration'],
    description: ['全市户籍人口（合成数据）', 'Residents registered in the city (synthetic data)'],
    keywords: ['户籍', '人口', 'residents'],
    office: ['户政科', 'Registration Office'],
    items: [
      personId,
      personName,
      item('birth_date', 'date', '出生日期', 'Date of birth', { sensitive: true, mask: { kind: 'date', to: 'year' } }),
      { ...regionCode, mask: { kind: 'region', to: 'county' } },
      item('address', 'text', '住址', 'Address', { sensitive: true, mask: { kind: 'redact' } }),
      item('state', 'text', '状态', 'State', codes(['registered', '在册', 'registered'], ['moved', '迁出', 'moved'])),
      item('registered_on', 'date', '登记日期', 'Registered on'),
      changedAt,
    ],
    more: {
      sharing: 'conditional',
      conditions: words(['须有法律、法规依据，并说明办件编号', 'With a legal basis and a case number']),
      methods: ['pull', 'answer'],
      subject: 'person',
      level: 3,
    },
  }),
  caseLeads: dataset(
    'publicSecurity',
    'case_leads',
    {
      duty: ['GA-02', '刑事侦查', 'Criminal investigation', '《中华人民共和国刑事诉讼法》'],
      title: ['案件侦查线索', 'Leads of criminal investigations'],
      description: ['仅列入目录，不予共享', 'Listed in the catalogue, not shared'],
      keywords: ['侦查'],
      office: ['法制科', 'Legal Office'],
      items: [],
      more: {
        sharing: 'none',
        legalGround: '《中华人民共和国保守国家秘密法》关于追查刑事犯罪中的秘密事项的规定',
        conditions: words(['不予共享', 'Not shared']),
        methods: [],
        subject: 'matter',
        level: 4,
        updateCycle: 'irregular',
      },
    },
    false,
  ),
  licences: dataset('marketRegulation', 'licences', {
    duty: ['SJ-01', '市场主体登记', 'Registration of market entities', '《中华人民共和国市场主体登记管理条例》'],
    title: ['市场主体营业执照', 'Licences of market entities'],
    description: [
      '企业、个体工商户和农民专业合作社的登记与执照状态（合成数据）',
      'Companies, traders and cooperatives with the state of their licences (synthetic data)',
    ],
    keywords: ['营业执照', '合作社', 'licence'],
    office: ['登记注册科', 'Registration Office'],
    items: [
      organisationCode,
      item('name', 'text', '名称', 'Name'),
      item(
        'kind',
        'text',
        '类型',
        'Kind',
        codes(
          ['cooperative', '农民专业合作社', 'farmers’ cooperative'],
          ['company', '企业', 'company'],
          ['individual', '个体工商户', 'trader'],
        ),
      ),
      item('legal_person', 'text', '法定代表人', 'Legal representative', {
        sensitive: true,
        mask: { kind: 'keep', first: 1, last: 0 },
      }),
      regionCode,
      item('capital', 'number', '注册资本（万元）', 'Registered capital (10,000 CNY)'),
      item('state', 'text', '执照状态', 'State', codes(['valid', '有效', 'valid'], ['revoked', '吊销', 'revoked'])),
      validUntil,
      changedAt,
    ],
    more: {
      sharing: 'conditional',
      conditions: words(['用于办理具体事项时核验', 'To check a party to a matter']),
      methods: ['pull', 'answer'],
      subject: 'organisation',
      level: 2,
    },
  }),
  organicProducers: dataset('marketRegulation', 'organic_producers', {
    duty: ['SJ-02', '有机产品认证监督', 'Supervision of organic certification', '《有机产品认证管理办法》'],
    title: ['有机产品生产者名录', 'Organic producers'],
    description: [
      '持有有效有机认证的生产者及面积（合成数据）',
      'Producers with organic certificates and their area (synthetic data)',
    ],
    keywords: ['有机', '认证', '生态农场', 'organic'],
    office: ['认证监管科', 'Certification Office'],
    items: [
      item('certificate_no', 'text', '证书编号', 'Certificate number', { key: true }),
      { ...organisationCode, key: false },
      item('name', 'text', '生产者名称', 'Producer'),
      item('product', 'text', '产品', 'Product'),
      item('area_mu', 'number', '面积（亩）', 'Area (mu)'),
      regionCode,
      validUntil,
      item('contact_phone', 'text', '联系电话', 'Phone', {
        sensitive: true,
        mask: { kind: 'keep', first: 5, last: 2 },
      }),
      item('inspection_notes', 'text', '检查记录', 'Notes of inspections', { sharing: 'none', sensitive: true }),
      changedAt,
    ],
    more: {
      sharing: 'conditional',
      conditions: words([
        '用于涉农补贴的核验；检查记录不予共享',
        'To check agricultural subsidies; notes of inspections are not shared',
      ]),
      methods: ['pull', 'push', 'stream'],
      subject: 'organisation',
      level: 2,
      updateCycle: 'weekly',
      terms: { longestDays: 366 },
    },
  }),
  subsidyApplications: dataset('agriculture', 'subsidy_applications', {
    duty: ['NY-01', '农业补贴管理', 'Agricultural subsidies', '《中华人民共和国农业法》'],
    title: ['生态农场补贴申请', 'Applications for the subsidy for ecological farms'],
    description: ['申请、核验与发放状态（合成数据）', 'Applications and how far they are (synthetic data)'],
    keywords: ['补贴', '生态农场', 'subsidy'],
    office: ['计划财务科', 'Finance Office'],
    items: [
      item('application_no', 'text', '办件编号', 'Case number', { key: true }),
      { ...personId, key: false, mask: { kind: 'keep', first: 6, last: 4 } },
      { ...organisationCode, key: false },
      regionCode,
      item('area_mu', 'number', '面积（亩）', 'Area (mu)'),
      item(
        'state',
        'text',
        '状态',
        'State',
        codes(['received', '已受理', 'received'], ['checking', '核验中', 'checking'], ['granted', '已发放', 'granted']),
      ),
      item('applied_on', 'date', '申请日期', 'Applied on'),
      changedAt,
    ],
    more: {
      sharing: 'conditional',
      conditions: words(['用于避免重复补贴', 'To avoid double subsidies']),
      methods: ['pull'],
      subject: 'matter',
      level: 3,
    },
  }),
  regionCodes: dataset('bigData', 'region_codes', {
    duty: ['SJJ-01', '公共基础数据管理', 'Common reference data', '《政务数据共享条例》'],
    title: ['行政区划代码表', 'Region codes'],
    description: [
      '示范城市的行政区划代码，无条件共享',
      'Region codes of the demonstration city, open to all departments',
    ],
    keywords: ['行政区划', '代码', 'region'],
    office: ['数据资源科', 'Data Resources Office'],
    items: [
      { ...regionCode, key: true },
      item('name_zh', 'text', '名称', 'Name in Chinese'),
      item('name_en', 'text', '英文名称', 'Name in English'),
      changedAt,
    ],
    more: { sharing: 'unconditional', methods: ['pull'], subject: 'place', level: 1, updateCycle: 'yearly' },
  }),
} as const satisfies Record<string, DemoDataset>;

export type DatasetKey = keyof typeof datasets;
