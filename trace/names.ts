import type { JsonValue } from '../proof/index.ts';
import type { Sql } from '../store/index.ts';
import { tradeItemOf } from './things.ts';

/** Text in both languages of the region's users. */
export interface LocalText {
  zh: string;
  en: string;
}

/** What master data says of a thing. */
export interface Description {
  name: LocalText | null;
  origin: LocalText | null;
  /** The describer's own words about it. */
  description: LocalText | null;
  /** `geo:` URI (RFC 5870), such as geo:28.21,109.71. */
  geo: string | null;
  /** True for things that a demonstration brought along. */
  demo: boolean;
}

const extension = 'https://ns.xiangyu.example/mda#';

/** Descriptions of things by key; an item or a lot that has none of its own has that of its trade item. */
export async function readDescriptions(sql: Sql, keys: readonly string[]): Promise<Map<string, Description>> {
  const wanted = new Set(keys.flatMap((key) => [key, tradeItemOf(key) ?? key]));
  const rows = await sql<{ key: string; attributes: Record<string, JsonValue> }[]>`
    SELECT key, attributes FROM trace.vocabulary WHERE key = ANY(${[...wanted]}::text[])`;
  const attributes = new Map(rows.map((row) => [row.key, row.attributes]));
  const described = keys.flatMap((key): [string, Description][] => {
    const all = { ...attributes.get(tradeItemOf(key) ?? key), ...attributes.get(key) };
    return Object.keys(all).length > 0 ? [[key, describe(all)]] : [];
  });
  return new Map(described);
}

function describe(attributes: Record<string, JsonValue>): Description {
  const read = (name: string): string | null => {
    for (const id of [`${extension}${name}`, `urn:epcglobal:cbv:mda#${name}`, `urn:epcglobal:cbv:mda:${name}`]) {
      const value = attributes[id];
      if (typeof value === 'string' || typeof value === 'number') return String(value);
    }
    return null;
  };
  const text = (name: string): LocalText | null => {
    const plain = read(name);
    const zh = read(`${name}.zh`) ?? plain ?? read(`${name}.en`);
    const en = read(`${name}.en`) ?? plain ?? zh;
    return zh === null || en === null ? null : { zh, en };
  };
  const [latitude, longitude] = [read('latitude'), read('longitude')];
  return {
    name: text('name'),
    origin: text('origin'),
    description: text('description'),
    geo: read('geo') ?? (latitude && longitude ? `geo:${latitude},${longitude}` : null),
    demo: read('demo') === 'true',
  };
}
