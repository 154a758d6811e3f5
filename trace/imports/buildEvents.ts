import type { JsonValue } from '../../proof/index.ts';
import { type ColumnId, columns, type TemplateId } from './columns.ts';
import { type CellProblem, problemAt } from './problems.ts';
import type { EventRows, ReadRow } from './readRows.ts';
import { findUnit } from './words.ts';

type JsonObject = Record<string, JsonValue>;

/** An event of a file and the rows that it was made of. */
export interface BuiltEvent {
  event: JsonObject;
  rows: readonly number[];
}

interface Goods {
  epcs: string[];
  quantities: JsonObject[];
}

const ownStep = (word: string) => `https://ns.xiangyu.example/bizStep/${word}`;
const round = (value: number) => Number(value.toFixed(6));

/** What is left out when it is empty. */
const given = (fields: Record<string, JsonValue | undefined>): JsonObject =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]])),
  );

/** Makes the EPCIS events of a file, and names what is missing for them. */
export function buildEvents(template: TemplateId, events: readonly EventRows[], problems: CellProblem[]): BuiltEvent[] {
  return events.map((group) => ({
    event: buildEvent(template, group, problems),
    rows: group.rows.map(({ number }) => number),
  }));
}

function buildEvent(template: TemplateId, { rows, shared }: EventRows, problems: CellProblem[]): JsonObject {
  const time = shared.time ?? '';
  const note = shared.note ?? '';
  const chinese = /\p{Script=Han}/u.test(note);
  return given({
    ...happeningOf(template, rows, shared, problems),
    eventTime: time,
    eventTimeZoneOffset: time.slice(-6),
    readPoint: shared.place && { id: shared.place },
    // Goods on the way are nowhere.
    bizLocation: template === 'ship' ? undefined : shared.place && { id: shared.place },
    certificationInfo: shared.certificate,
    'xy:noteZh': chinese ? note : undefined,
    'xy:noteEn': chinese ? undefined : note,
  });
}

/** What happened to which things, as on the phone in the field: the part in which the templates differ. */
function happeningOf(
  template: TemplateId,
  rows: readonly ReadRow[],
  shared: EventRows['shared'],
  problems: CellProblem[],
): Record<string, JsonValue | undefined> {
  const first = rows[0]?.number ?? 0;
  const goods = gather(rows, problems, {
    item: 'item',
    product: 'product',
    lot: 'lot',
    quantity: 'quantity',
    unit: 'unit',
  });
  const need = (some: Goods, code: 'nothing' | 'noInput' | 'noOutput') => {
    const wrong = problems.some(({ row }) => rows.some(({ number }) => number === row));
    if (some.epcs.length + some.quantities.length === 0 && !wrong)
      problems.push(problemAt({ row: first, column: null }, code));
  };
  const lists = ({ epcs, quantities }: Goods, epcName: string, quantityName: string) => ({
    [epcName]: epcs.length > 0 ? epcs : undefined,
    [quantityName]: quantities.length > 0 ? quantities : undefined,
  });
  const day = shared.time?.slice(0, 10);
  const growing = shared.certificate ? 'ORGANIC' : undefined;
  if (template === 'harvest') {
    need(goods, 'nothing');
    const ilmd = {
      'cbvmda:lotNumber': rows[0]?.values.lot,
      'cbvmda:harvestStartDate': day,
      'cbvmda:harvestEndDate': day,
    };
    return {
      ...{ type: 'ObjectEvent', action: 'ADD', bizStep: ownStep('harvesting'), disposition: 'in_progress' },
      ...lists(goods, 'epcList', 'quantityList'),
      ilmd: given({ ...ilmd, 'cbvmda:countryOfOrigin': 'CN', 'cbvmda:growingMethodCode': growing }),
    };
  }
  if (template === 'process') {
    const names = {
      item: 'inputItem',
      product: 'inputProduct',
      lot: 'inputLot',
      quantity: 'inputQuantity',
      unit: 'inputUnit',
    } as const;
    const inputs = gather(rows, problems, names);
    need(inputs, 'noInput');
    need(goods, 'noOutput');
    const ilmd = {
      'cbvmda:lotNumber': rows.find(({ values }) => values.lot)?.values.lot,
      'cbvmda:bestBeforeDate': shared.bestBefore,
    };
    return {
      ...{ type: 'TransformationEvent', bizStep: shared.method, disposition: 'in_progress' },
      ...lists(inputs, 'inputEPCList', 'inputQuantityList'),
      ...lists(goods, 'outputEPCList', 'outputQuantityList'),
      ilmd: given({ ...ilmd, 'cbvmda:growingMethodCode': growing }),
    };
  }
  need(goods, 'nothing');
  if (template === 'pack') {
    return {
      ...{ type: 'AggregationEvent', action: 'ADD', bizStep: 'packing', disposition: 'in_progress' },
      parentID: shared.container,
      ...lists(goods, 'childEPCs', 'childQuantityList'),
    };
  }
  const observed = { type: 'ObjectEvent', action: 'OBSERVE', ...lists(goods, 'epcList', 'quantityList') };
  if (template === 'sell') return { ...observed, bizStep: 'retail_selling', disposition: 'retail_sold' };
  return { ...observed, ...consign(template, shared) };
}

/** Who gives the goods to whom, and the paper about it. */
function consign(template: 'ship' | 'receive', shared: EventRows['shared']): Record<string, JsonValue | undefined> {
  const sends = template === 'ship';
  const party = sends ? shared.recipient : shared.sender;
  const [word, list] = sends ? ['destination', 'destinationList'] : ['source', 'sourceList'];
  const parties = party && ['owning_party', 'possessing_party'].map((type) => ({ type, [word]: party }));
  const gln = /\/417\/(\d{13})/.exec(sends ? '' : (party ?? ''))?.[1];
  const number = encodeURIComponent(shared.paper ?? '');
  const bizTransaction = gln
    ? `urn:epcglobal:cbv:bt:${gln}:${number}`
    : `https://ns.xiangyu.example/despatchAdvice/${number}`;
  return {
    bizStep: sends ? 'shipping' : 'receiving',
    disposition: sends ? 'in_transit' : 'in_progress',
    [list]: parties || undefined,
    bizTransactionList: shared.paper === undefined ? undefined : [{ type: 'desadv', bizTransaction }],
  };
}

/** Goods of each row: an item, or a quantity of a lot. */
function gather(
  rows: readonly ReadRow[],
  problems: CellProblem[],
  names: Record<'item' | 'product' | 'lot' | 'quantity' | 'unit', ColumnId>,
): Goods {
  const goods: Goods = { epcs: [], quantities: [] };
  for (const { number, values, texts } of rows) {
    const item = values[names.item];
    if (item !== undefined) goods.epcs.push(item);
    const parts = [names.product, names.lot, names.quantity] as const;
    const present = [...parts, names.unit].filter((id) => values[id] !== undefined);
    if (present.length === 0) continue;
    const others = present.map((id) => `${columns[id].zh} ${columns[id].en}`).join('、');
    for (const id of parts) {
      // A cell that is wrong has been named already.
      const empty = (texts[id] ?? '').trim() === '';
      const known = problems.some(({ row, column }) => row === number && column === id);
      if (values[id] === undefined && empty && !known)
        problems.push(problemAt({ row: number, column: id }, 'together', { others }));
    }
    const [product, lot, quantity] = parts.map((id) => values[id]);
    if (product === undefined || lot === undefined || quantity === undefined) continue;
    const unit = findUnit(values[names.unit] ?? '');
    goods.quantities.push({
      epcClass: `${product}/10/${encodeURIComponent(lot)}`,
      quantity: round(Number(quantity) * (unit?.factor ?? 1)),
      ...(unit?.uom && { uom: unit.uom }),
    });
  }
  return goods;
}
