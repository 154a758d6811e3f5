/** Units as people write them, with the UN/CEFACT Recommendation 20 code; a count has none in EPCIS. */
const units: readonly { words: readonly string[]; uom: string | null; factor: number }[] = [
  { words: ['千克', '公斤', 'kg', 'kgm', 'kilogram'], uom: 'KGM', factor: 1 },
  // The market jin is half a kilogram and has no code.
  { words: ['斤', '市斤', 'jin'], uom: 'KGM', factor: 0.5 },
  { words: ['吨', 't', 'tonne', 'tne'], uom: 'TNE', factor: 1 },
  { words: ['克', 'g', 'gram', 'grm'], uom: 'GRM', factor: 1 },
  { words: ['升', 'l', 'litre', 'liter', 'ltr'], uom: 'LTR', factor: 1 },
  { words: ['件', '个', '盒', '箱', '袋', '瓶', 'piece', 'pieces', 'pcs', 'h87', 'ea'], uom: null, factor: 1 },
];

/** Units for a message. */
export const knownUnits = units.map(({ words }) => words[0]).join('、');

/** Finds a unit by any of its words; null when none has it. */
export function findUnit(text: string): { uom: string | null; factor: number } | null {
  const word = text.toLowerCase();
  return units.find(({ words }) => words.includes(word)) ?? null;
}

/** Steps of making, which the Core Business Vocabulary lacks; making something of another kind begins a new lot. */
const methods: readonly { words: readonly string[]; bizStep: string }[] = [
  ...(
    [
      ['分级', 'grading'],
      ['晾晒', 'drying'],
      ['盐渍', 'salting'],
      ['腌制', 'pickling'],
      ['拌料', 'seasoning'],
    ] as const
  ).map((words) => ({ words, bizStep: `https://ns.xiangyu.example/bizStep/${words[1]}` })),
  { words: ['其他', 'other'], bizStep: 'commissioning' },
];

/** Methods for a message. */
export const knownMethods = methods.map(({ words }) => words.join(' ')).join('、');

/** Finds the business step of a method; null when it is not known. */
export function findMethod(text: string): string | null {
  const word = text.toLowerCase();
  return methods.find(({ words }) => words.includes(word))?.bizStep ?? null;
}
