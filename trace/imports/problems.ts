import type { Words } from '../../proof/index.ts';

/** What can be wrong with a cell, in both languages; `{value}` and others are filled in. */
const texts = {
  missing: ['请填写', 'is missing'],
  formula: ['不能是公式；请粘贴为数值或文本', 'is a formula; paste it as value or text'],
  tooLong: ['不能超过 {most} 个字符', 'has more than {most} characters'],
  digitsLost: [
    '被表格当作数字，后面的数字已丢失；请把此列设为文本再输入',
    'was kept as a number and lost its last digits; set the column to text and type it again',
  ],
  time: ['{value} 不是时间；请写成 2026-10-12 08:30', '{value} is no time; write 2026-10-12 08:30'],
  future: ['{value} 在未来', '{value} is in the future'],
  day: ['{value} 不是日期；请写成 2026-10-12', '{value} is no date; write 2026-10-12'],
  place: ['{value} 不是有效的 GLN 或地点链接', '{value} is no valid GLN or link of a place'],
  party: ['{value} 不是有效的 GLN 或机构链接', '{value} is no valid GLN or link of a party'],
  product: ['{value} 不是有效的 GTIN（请核对校验码）', '{value} is no valid GTIN (look at the check digit)'],
  lot: [
    '{value} 不是有效的批次号（最多 20 个字母、数字或常用符号）',
    '{value} is no valid lot number (at most 20 letters, digits and signs)',
  ],
  thing: [
    '{value} 不是有效的 SSCC 或单件链接（请核对校验码）',
    '{value} is no valid SSCC or link of an item (look at the check digit)',
  ],
  quantity: ['{value} 不是大于 0 的数', '{value} is no number above 0'],
  unit: ['{value} 不是已知单位；可用 {known}', '{value} is no known unit; use {known}'],
  method: ['{value} 不是已知工序；可用 {known}', '{value} is no known method; use {known}'],
  link: ['{value} 不是网址或链接', '{value} is no link'],
  control: ['含有不可见的控制字符', 'holds control characters'],
  together: ['{others} 有内容时必须填写', 'is missing, as {others} is given'],
  differs: [
    '与第 {row} 行不同；同一事件的行在此列必须相同',
    'differs from row {row}; rows of one event must agree here',
  ],
  nothing: ['这个事件没有货物', 'this event has no goods'],
  noInput: ['这个事件没有投入', 'this event has no input'],
  noOutput: ['这个事件没有产出', 'this event has no output'],
  repeated: [
    '与第 {row} 行的事件完全相同；请改正时间，或删除其中一个',
    'is the same event as row {row}; correct the time, or delete one of them',
  ],
  extraCells: ['这一行的单元格比表头多', 'the row has more cells than the headings'],
  standard: ['不符合标准：{value}', 'breaks a rule of the standard: {value}'],
} as const satisfies Record<string, readonly [string, string]>;

export type ProblemCode = keyof typeof texts;

/** What is wrong with a cell of a file. */
export interface CellProblem {
  /** Number of the row in the file, from 1. */
  row: number;
  /** Id of the column; null when it is about the whole row. */
  column: string | null;
  code: ProblemCode;
  zh: string;
  en: string;
}

/** Values in messages are short and on one line. */
const shorten = (value: string | number | undefined) =>
  String(value ?? '')
    .replace(/\s+/g, ' ')
    .slice(0, 60);

/** Makes the problem of a cell. */
export function problemAt(
  place: { row: number; column: string | null },
  code: ProblemCode,
  values: Record<string, string | number | Words> = {},
): CellProblem {
  const fill = (text: string, language: keyof Words) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name];
      return shorten(typeof value === 'object' ? value[language] : value);
    });
  const [zh, en] = texts[code];
  return { ...place, code, zh: fill(zh, 'zh'), en: fill(en, 'en') };
}
