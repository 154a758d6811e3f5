import { type DemoMember, demoMembers } from './alliance.ts';
import type { Bilingual } from './epcis.ts';
import { gln, placeUri } from './identifiers.ts';

/** A place of an invented organisation in a county, city or district that exists. */
export interface Place {
  id: string;
  name: Bilingual;
  /** Degrees, WGS 84, to a hundredth (about a kilometre): the county or district, not an address. */
  latitude: number;
  longitude: number;
  /** ISO 3166-2. */
  region: Region;
}

/** ISO 3166-2 codes of Hunan and Chongqing. */
type Region = 'CN-43' | 'CN-50';

type Area = { zh: string; en: string; latitude: number; longitude: number };

const areas = {
  fenghuang: { zh: '湘西州凤凰县', en: 'Fenghuang County, Xiangxi', latitude: 27.95, longitude: 109.6 },
  huayuan: { zh: '湘西州花垣县', en: 'Huayuan County, Xiangxi', latitude: 28.57, longitude: 109.48 },
  jishou: { zh: '湘西州吉首市', en: 'Jishou City, Xiangxi', latitude: 28.26, longitude: 109.7 },
  changshaCounty: { zh: '长沙市长沙县', en: 'Changsha County, Changsha', latitude: 28.25, longitude: 113.08 },
  kaifu: { zh: '长沙市开福区', en: 'Kaifu District, Changsha', latitude: 28.26, longitude: 112.99 },
  fuling: { zh: '重庆市涪陵区', en: 'Fuling District, Chongqing', latitude: 29.7, longitude: 107.39 },
  shapingba: { zh: '重庆市沙坪坝区', en: 'Shapingba District, Chongqing', latitude: 29.54, longitude: 106.46 },
  yuzhong: { zh: '重庆市渝中区', en: 'Yuzhong District, Chongqing', latitude: 29.55, longitude: 106.57 },
} satisfies Record<string, Area>;

function place(owner: DemoMember, location: number, area: Area, zh: string, en: string, part?: string): Place {
  const { latitude, longitude } = area;
  const name = { zh: `${area.zh} ${zh}`, en: `${en}, ${area.en}` };
  // Chongqing lies west of Hunan.
  const region = longitude < 108.5 ? 'CN-50' : 'CN-43';
  return { id: placeUri(gln(owner.prefix, location), part), name, latitude, longitude, region };
}

const m = demoMembers;

/** Every place of the demonstration. */
export const places = {
  kiwiPlotA: place(m.kiwiGrower, 1, areas.fenghuang, '示范猕猴桃园 A 区', 'Demo kiwifruit orchard, block A', 'A'),
  kiwiPlotB: place(m.kiwiGrower, 2, areas.huayuan, '示范猕猴桃园 B 区', 'Demo kiwifruit orchard, block B', 'B'),
  kiwiPlotC: place(m.kiwiGrower, 3, areas.huayuan, '示范猕猴桃园 C 区', 'Demo kiwifruit orchard, block C', 'C'),
  kiwiPackhouse: place(m.kiwiPacker, 1, areas.jishou, '示范果品分选厂', 'Demo fruit packhouse'),
  kiwiColdStore: place(m.kiwiPacker, 2, areas.jishou, '示范果品冷库', 'Demo fruit cold store'),
  hunanCentre: place(m.hunanDistributor, 1, areas.changshaCounty, '示范配送中心', 'Demo distribution centre'),
  hunanShop: place(m.hunanRetailer, 1, areas.kaifu, '示范超市', 'Demo supermarket'),
  mustardPlotA: place(m.mustardGrower, 1, areas.fuling, '示范青菜头基地 1 号地', 'Demo mustard field, plot 1', '1'),
  mustardPlotB: place(m.mustardGrower, 1, areas.fuling, '示范青菜头基地 2 号地', 'Demo mustard field, plot 2', '2'),
  zhacaiYard: place(m.zhacaiMaker, 1, areas.fuling, '示范榨菜厂 晾晒场', 'Demo zhacai works, drying yard'),
  zhacaiCellar: place(m.zhacaiMaker, 2, areas.fuling, '示范榨菜厂 腌制池', 'Demo zhacai works, pickling cellar'),
  zhacaiPackhouse: place(m.zhacaiMaker, 3, areas.fuling, '示范榨菜厂 包装车间', 'Demo zhacai works, packing hall'),
  chongqingCentre: place(
    m.chongqingDistributor,
    1,
    areas.shapingba,
    '示范商贸配送中心',
    'Demo trade distribution centre',
  ),
  chongqingShop: place(m.chongqingRetailer, 1, areas.yuzhong, '示范百货超市', 'Demo department store'),
  laboratory: place(m.laboratory, 1, areas.jishou, '示范检测中心', 'Demo testing laboratory'),
} satisfies Record<string, Place>;
