import { parseDigitalLink, toDigitalLink } from '../proof/index.ts';
import type { EpcisEvent, QuantityElement } from './epcis/event.ts';
import { type Prefixes, readExtension } from './epcis/terms.ts';

/** Which part a thing takes in an event. */
export type Role = 'epc' | 'parent' | 'child' | 'input' | 'output' | 'emptied';

/** A thing in an event, under its canonical name. */
export interface EventThing {
  key: string;
  role: Role;
  level: 'instance' | 'class';
  quantity: number | null;
  uom: string | null;
}

/** An item whose lot an event told. */
export interface LotItem {
  lot: string;
  item: string;
}

/** Keys of the last URIs: within a document the same places, lots and items are named again and again. */
const recent = new Map<string, string>();
const mostRecent = 4_096;
/** Longer ones are no identifiers; remembering them would only take memory. */
const longestRecent = 200;

/** The one name under which a thing is stored and looked up: its canonical GS1 Digital Link, or the URI as given. */
export function toThingKey(uri: string): string {
  const known = recent.get(uri);
  if (known !== undefined) return known;
  const key = toDigitalLink(uri) ?? uri;
  if (uri.length > longestRecent) return key;
  if (recent.size >= mostRecent) recent.clear();
  recent.set(uri, key);
  return key;
}

/** The key of a lot of a trade item, or null when the lot number breaks the rules of AI 10. */
function toLotKey(tradeItemKey: string, lot: string): string | null {
  const key = toDigitalLink(`${tradeItemKey}/10/${encodeURIComponent(lot)}`);
  return key?.includes('/10/') ? key : null;
}

const tradeItem = /^(https:\/\/id\.gs1\.org\/01\/\d{14})(?:\/|$)/;

/** The key of the trade item (GTIN) that a key belongs to, if it is one of a trade item. */
export function tradeItemOf(key: string): string | null {
  return tradeItem.exec(key)?.[1] ?? null;
}

/** The lot that a Digital Link with a serial number names besides it; the canonical link leaves it out. */
function readWrittenLot(link: string): string | null {
  if (!/\/(?:10|lot)\//.test(link)) return null;
  try {
    return parseDigitalLink(link).ai.find(([ai]) => ai === '10')?.[1] ?? null;
  } catch {
    return null;
  }
}

const lotNumberNames = ['urn:epcglobal:cbv:mda:lotNumber', 'urn:epcglobal:cbv:mda#lotNumber'];

/** Every thing that takes part in an event, and the lots that the event tells of serialised items. */
export function readThings(event: EpcisEvent, prefixes: Prefixes): { things: EventThing[]; lotItems: LotItem[] } {
  const lotNumber = event.ilmd && readExtension(prefixes, event.ilmd, lotNumberNames);
  const things: EventThing[] = [];
  const lotItems: LotItem[] = [];

  const tellLot = (item: string, lot: string) => {
    const trade = tradeItemOf(item);
    const key = trade === null ? null : toLotKey(trade, lot);
    if (key !== null) lotItems.push({ lot: key, item });
    return key;
  };
  const addInstance = (role: Role, uri: string, made: boolean) => {
    const key = toThingKey(uri);
    things.push({ key, role, level: 'instance', quantity: null, uom: null });
    if (!key.includes('/21/')) return;
    const written = uri.startsWith('http') ? readWrittenLot(uri) : null;
    if (written !== null) tellLot(key, written);
    else if (made && typeof lotNumber === 'string') tellLot(key, lotNumber);
  };
  const addClass = (role: Role, { epcClass, quantity = null, uom = null }: Loose, made: boolean) => {
    const item = toThingKey(epcClass);
    // A quantity of a bare trade item that the event itself assigns to a lot is a quantity of that lot.
    const lot = made && typeof lotNumber === 'string' && tradeItemOf(item) === item ? toLotKey(item, lotNumber) : null;
    things.push({ key: lot ?? item, role, level: 'class', quantity, uom });
  };
  const add = (role: Role, uris: string[] = [], quantities: QuantityElement[] = [], made = false) => {
    for (const uri of uris) addInstance(role, uri, made);
    for (const element of quantities) addClass(role, element, made);
  };

  if (event.parentID !== undefined) {
    const emptied = event.action === 'DELETE' && !event.childEPCs?.length && !event.childQuantityList?.length;
    add('parent', [event.parentID]);
    if (emptied && event.type !== 'TransactionEvent') add('emptied', [event.parentID]);
  }
  add('epc', event.epcList, event.quantityList, event.action === 'ADD');
  add('child', event.childEPCs, event.childQuantityList);
  add('input', event.inputEPCList, event.inputQuantityList);
  add('output', event.outputEPCList, event.outputQuantityList, true);
  return { things, lotItems };
}

interface Loose {
  epcClass: string;
  quantity?: number | null;
  uom?: string | null;
}
