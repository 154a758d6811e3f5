import { demoMembers as m } from './alliance.ts';
import type { Bilingual } from './epcis.ts';
import { gtin, itemUri, lotUri } from './identifiers.ts';

/** A trade item: a crop in the field, a bulk good or a retail pack. */
export interface Product {
  gtin: string;
  id: string;
  name: Bilingual;
  description: Bilingual;
  origin: Bilingual;
  traits: Traits;
}

/** What a balance of masses and a cold chain need to know of a trade item. */
interface Traits {
  /** Crop that it is, or is made of. */
  crop?: string;
  /** Weight of one piece, of goods that are counted. */
  netWeightKilograms?: number;
  minTemperatureCelsius?: number;
  maxTemperatureCelsius?: number;
}

const kiwifruit = { crop: 'kiwifruit' };
const mustard = { crop: 'stem-mustard' };
const chilled = { ...kiwifruit, minTemperatureCelsius: 0, maxTemperatureCelsius: 4 };

const xiangxi = {
  zh: '中国 湖南 湘西土家族苗族自治州',
  en: 'Xiangxi Tujia and Miao Autonomous Prefecture, Hunan, China',
};
const fuling = { zh: '中国 重庆 涪陵', en: 'Fuling, Chongqing, China' };

function product(
  gtin14: string,
  origin: Bilingual,
  zh: [string, string],
  en: [string, string],
  traits: Traits = {},
): Product {
  const name = { zh: `${zh[0]}（示范）`, en: `${en[0]} (Demo)` };
  return { gtin: gtin14, id: itemUri(gtin14), name, description: { zh: zh[1], en: en[1] }, origin, traits };
}

/** Every trade item of the demonstration; indicator 9 marks goods that are weighed, not counted (bulk). */
export const products = {
  kiwiCrop: product(
    gtin(m.kiwiGrower.prefix, 1, 9),
    xiangxi,
    ['猕猴桃园当季果树批次', '一个地块当季的在园猕猴桃'],
    ['Kiwifruit on the vine', 'The season’s crop of one orchard block'],
    kiwifruit,
  ),
  kiwiRaw: product(
    gtin(m.kiwiGrower.prefix, 2, 9),
    xiangxi,
    ['有机猕猴桃原果', '采收后未分选的原果，按公斤计'],
    ['Organic kiwifruit, ungraded', 'Fruit as harvested, by the kilogram'],
    kiwifruit,
  ),
  kiwiBox: product(
    gtin(m.kiwiPacker.prefix, 11, 0),
    xiangxi,
    ['湘西有机猕猴桃 2.5 千克礼盒', '特级果，单层托盘装'],
    ['Xiangxi organic kiwifruit, 2.5 kg box', 'Extra class, one layer on a tray'],
    { ...chilled, netWeightKilograms: 2.5 },
  ),
  kiwiSleeve: product(
    gtin(m.kiwiPacker.prefix, 12, 0),
    xiangxi,
    ['湘西有机猕猴桃 0.5 千克装', '一级果，六枚装'],
    ['Xiangxi organic kiwifruit, 0.5 kg pack', 'Class I, six fruits'],
    { ...chilled, netWeightKilograms: 0.5 },
  ),
  kiwiJuice: product(
    gtin(m.kiwiPacker.prefix, 13, 9),
    xiangxi,
    ['猕猴桃等外果', '供果汁加工，按公斤计'],
    ['Kiwifruit, out of grade', 'For juice, by the kilogram'],
    kiwifruit,
  ),
  kiwiSlices: product(
    gtin(m.kiwiPacker.prefix, 14, 0),
    xiangxi,
    ['湘西有机猕猴桃干 50 克装', '等外果切片烘干'],
    ['Xiangxi organic dried kiwifruit, 50 g', 'Slices of fruit out of grade, dried'],
    { ...kiwifruit, netWeightKilograms: 0.05 },
  ),
  mustardCrop: product(
    gtin(m.mustardGrower.prefix, 1, 9),
    fuling,
    ['青菜头当季地块批次', '一个地块当季的在田茎瘤芥'],
    ['Stem mustard in the field', 'The season’s crop of one plot'],
    mustard,
  ),
  mustardStem: product(
    gtin(m.mustardGrower.prefix, 2, 9),
    fuling,
    ['有机青菜头', '新鲜茎瘤芥瘤茎，按公斤计'],
    ['Organic mustard stems', 'Fresh swollen stems, by the kilogram'],
    mustard,
  ),
  mustardDried: product(
    gtin(m.zhacaiMaker.prefix, 1, 9),
    fuling,
    ['风脱水菜块', '搭架晾晒脱水后的菜块，按公斤计'],
    ['Wind-dried mustard stems', 'Dried on racks in the wind, by the kilogram'],
    mustard,
  ),
  mustardSalted: product(
    gtin(m.zhacaiMaker.prefix, 2, 9),
    fuling,
    ['头腌菜块', '第一次盐腌并压榨后的菜块，按公斤计'],
    ['Salted mustard stems', 'After the first salting and pressing, by the kilogram'],
    mustard,
  ),
  mustardPickled: product(
    gtin(m.zhacaiMaker.prefix, 3, 9),
    fuling,
    ['腌制成熟榨菜', '三腌三榨、后熟完成的榨菜，按公斤计'],
    ['Matured pickled mustard', 'Salted and pressed three times and matured, by the kilogram'],
    mustard,
  ),
  spiceMix: product(
    gtin(m.zhacaiMaker.prefix, 4, 9),
    fuling,
    ['香辛料配料', '辣椒、花椒等配料，按公斤计'],
    ['Spice mix', 'Chilli, Sichuan pepper and other spices, by the kilogram'],
  ),
  zhacaiSachet: product(
    gtin(m.zhacaiMaker.prefix, 11, 0),
    fuling,
    ['涪陵有机榨菜 80 克袋装', '鲜脆榨菜丝'],
    ['Fuling organic zhacai, 80 g sachet', 'Shredded pickled mustard'],
    { ...mustard, netWeightKilograms: 0.08 },
  ),
  zhacaiJar: product(
    gtin(m.zhacaiMaker.prefix, 12, 0),
    fuling,
    ['涪陵有机榨菜 300 克瓶装', '传统整形菜块'],
    ['Fuling organic zhacai, 300 g jar', 'Traditional whole pieces'],
    { ...mustard, netWeightKilograms: 0.3 },
  ),
} satisfies Record<string, Product>;

/** A lot of a product. */
export interface Lot {
  product: Product;
  lot: string;
  id: string;
}

/** Names a lot; the lots of the demonstration keep their numbers from one load to the next, so that printed codes stay good. */
export function makeLot(product: Product, lot: string): Lot {
  return { product, lot, id: lotUri(product.gtin, lot) };
}
