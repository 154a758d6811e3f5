/** What may stand in the cells of a column. */
export type ColumnKind =
  | 'text'
  | 'time'
  | 'place'
  | 'party'
  | 'product'
  | 'lot'
  | 'thing'
  | 'quantity'
  | 'unit'
  | 'method'
  | 'day';

/** A column of the templates: its heading in both languages, and an example that is valid. */
export interface Column {
  kind: ColumnKind;
  zh: string;
  en: string;
  example: string;
  hintZh: string;
  hintEn: string;
}

const define = (kind: ColumnKind, zh: string, en: string, example: string, hintZh: string, hintEn: string): Column => ({
  kind,
  zh,
  en,
  example,
  hintZh,
  hintEn,
});

const gln = ['13 位 GLN 或 GS1 数字链接', 'GLN of 13 digits, or a GS1 Digital Link'] as const;
const gtin = ['8 至 14 位 GTIN', 'GTIN of 8 to 14 digits'] as const;
const lot = ['最多 20 个字符', 'at most 20 characters'] as const;
const amount = ['大于 0 的数', 'a number above 0'] as const;
const unit = ['千克、斤、吨、克、升、件', 'kg, jin, tonne, gram, litre, piece'] as const;

/** Every column by its stable id. */
export const columns = {
  event: define(
    'text',
    '事件编号',
    'Event',
    '1',
    '编号相同的行合为一个事件',
    'rows with the same number are one event',
  ),
  time: define('time', '时间', 'Time', '2026-10-12 08:30', '当地时间，可带时区', 'local time, or with a time zone'),
  place: define('place', '地点', 'Place', '9521900000019', ...gln),
  product: define('product', '产品', 'Product', '9521102000114', ...gtin),
  lot: define('lot', '批次', 'Lot', 'LOT-2026-1', ...lot),
  quantity: define('quantity', '数量', 'Quantity', '120.5', ...amount),
  unit: define('unit', '单位', 'Unit', 'kg', ...unit),
  item: define(
    'thing',
    '单件或箱托',
    'Item or pallet',
    '',
    '18 位 SSCC 或 GS1 数字链接',
    'SSCC of 18 digits, or a GS1 Digital Link',
  ),
  container: define('thing', '包装', 'Container', '095210000000000018', '18 位 SSCC', 'SSCC of 18 digits'),
  inputItem: define(
    'thing',
    '投入的单件',
    'Input item',
    '',
    '18 位 SSCC 或 GS1 数字链接',
    'SSCC of 18 digits, or a GS1 Digital Link',
  ),
  inputProduct: define('product', '投入产品', 'Input product', '9521102000107', ...gtin),
  inputLot: define('lot', '投入批次', 'Input lot', 'RAW-2026-1', ...lot),
  inputQuantity: define('quantity', '投入数量', 'Input quantity', '150', ...amount),
  inputUnit: define('unit', '投入单位', 'Input unit', 'kg', ...unit),
  method: define(
    'method',
    '工序',
    'Method',
    '分级',
    '分级、晾晒、盐渍、腌制、拌料、其他',
    'grading, drying, salting, pickling, seasoning, other',
  ),
  bestBefore: define('day', '保质期至', 'Best before', '2027-10-12', '年-月-日', 'year-month-day'),
  sender: define('party', '发货方', 'Sender', '9521900000026', ...gln),
  recipient: define('party', '收货方', 'Recipient', '9521900000033', ...gln),
  paper: define(
    'text',
    '单据号',
    'Despatch advice',
    'DA-1001',
    '发货方的发货单号',
    "the sender's number of the despatch advice",
  ),
  certificate: define('text', '证书', 'Certificate', '', '证书的网址或数字链接', 'link of the certificate'),
  note: define('text', '备注', 'Note', '', '', ''),
} as const satisfies Record<string, Column>;

export type ColumnId = keyof typeof columns;

const goods = ['item', 'product', 'lot', 'quantity', 'unit'] as const;

/** The templates: their columns in order, those with `*` in every event. */
export const templates = {
  harvest: {
    zh: '采收',
    en: 'Harvest',
    columns: ['time*', 'place*', 'product*', 'lot*', 'quantity*', 'unit*', 'certificate', 'note'],
  },
  process: {
    zh: '加工',
    en: 'Process',
    columns: [
      'event',
      'time*',
      'place*',
      'method*',
      'inputItem',
      'inputProduct',
      'inputLot',
      'inputQuantity',
      'inputUnit',
      'product',
      'lot',
      'quantity',
      'unit',
      'bestBefore',
      'certificate',
      'note',
    ],
  },
  pack: { zh: '包装', en: 'Pack', columns: ['event', 'time*', 'place*', 'container*', ...goods, 'note'] },
  ship: {
    zh: '发货',
    en: 'Ship',
    columns: ['event', 'time*', 'place*', ...goods, 'recipient*', 'paper', 'certificate', 'note'],
  },
  receive: {
    zh: '收货',
    en: 'Receive',
    columns: ['event', 'time*', 'place*', ...goods, 'sender*', 'paper', 'certificate', 'note'],
  },
  sell: { zh: '销售', en: 'Sell', columns: ['event', 'time*', 'place*', ...goods, 'note'] },
} as const satisfies Record<string, { zh: string; en: string; columns: readonly (ColumnId | `${ColumnId}*`)[] }>;

export type TemplateId = keyof typeof templates;
export const templateIds = Object.keys(templates) as TemplateId[];

/** A template's columns without their marks. */
export function columnsOf(template: TemplateId): { id: ColumnId; required: boolean }[] {
  const listed: readonly string[] = templates[template].columns;
  return listed.map((name) => ({ id: name.replace('*', '') as ColumnId, required: name.endsWith('*') }));
}
