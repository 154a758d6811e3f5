import type { Bilingual } from './epcis.ts';
import { type CompanyPrefix, gln, partyUri } from './identifiers.ts';

type DemoMemberKind =
  | 'grower'
  | 'certifier'
  | 'laboratory'
  | 'processor'
  | 'carrier'
  | 'distributor'
  | 'retailer'
  | 'department';

/** An invented organisation of the demonstration; the names say so in both languages. */
export interface DemoMember {
  slug: string;
  name: Bilingual;
  kind: DemoMemberKind;
  /** Own GS1 company prefix: an organisation numbers its own goods, places, loads and documents. */
  prefix: CompanyPrefix;
  /** GS1 Digital Link of the party (AI 417). */
  party: string;
  demo: true;
}

function member(slug: string, kind: DemoMemberKind, prefix: CompanyPrefix, zh: string, en: string): DemoMember {
  return { slug, kind, prefix, name: { zh, en }, party: partyUri(gln(prefix, 0)), demo: true };
}

/** The demonstration alliance: both food chains, their certifier and laboratory, and a department that inspects. */
export const demoMembers = {
  kiwiGrower: member(
    'demo-xiangxi-kiwifruit',
    'grower',
    '9521101',
    '湘西示范猕猴桃专业合作社',
    'Xiangxi Demo Kiwifruit Cooperative',
  ),
  kiwiPacker: member('demo-jishou-fruit', 'processor', '9521102', '吉首示范果品有限公司', 'Jishou Demo Fruit Co.'),
  coldCarrier: member(
    'demo-xiangyu-coldchain',
    'carrier',
    '9521103',
    '湘渝示范冷链物流有限公司',
    'Xiangyu Demo Cold Chain Logistics',
  ),
  hunanDistributor: member(
    'demo-changsha-fresh',
    'distributor',
    '9521104',
    '长沙示范生鲜配送中心',
    'Changsha Demo Fresh Distribution',
  ),
  hunanRetailer: member('demo-changsha-market', 'retailer', '9521105', '长沙示范超市', 'Changsha Demo Supermarket'),
  mustardGrower: member(
    'demo-fuling-mustard',
    'grower',
    '9521201',
    '涪陵示范青菜头种植专业合作社',
    'Fuling Demo Mustard Growers Cooperative',
  ),
  zhacaiMaker: member('demo-fuling-zhacai', 'processor', '9521202', '涪陵示范榨菜有限公司', 'Fuling Demo Zhacai Co.'),
  roadCarrier: member('demo-yudong-freight', 'carrier', '9521203', '渝东示范货运有限公司', 'Yudong Demo Freight'),
  chongqingDistributor: member(
    'demo-chongqing-trade',
    'distributor',
    '9521204',
    '重庆示范商贸配送中心',
    'Chongqing Demo Trade Distribution',
  ),
  chongqingRetailer: member(
    'demo-chongqing-market',
    'retailer',
    '9521205',
    '重庆示范百货超市',
    'Chongqing Demo Department Store',
  ),
  certifier: member(
    'demo-wuling-certification',
    'certifier',
    '9521301',
    '武陵示范有机认证中心',
    'Wuling Demo Organic Certification',
  ),
  laboratory: member(
    'demo-xiangyu-testing',
    'laboratory',
    '9521302',
    '湘渝示范食品检测中心',
    'Xiangyu Demo Food Testing Laboratory',
  ),
  department: member(
    'demo-xiangxi-agriculture',
    'department',
    '9521303',
    '湘西州农业农村局（示范）',
    'Xiangxi Agriculture and Rural Affairs Bureau (Demo)',
  ),
} satisfies Record<string, DemoMember>;
