import type { ActionId } from './actions.ts';
import type { UnitId } from './units.ts';

/** A thing that was scanned, chosen or typed. */
export interface Thing {
  /** GS1 Digital Link or another URI. */
  id: string;
  /** Text of a number; empty for an instance, or where nobody counted. */
  quantity: string;
  unit: UnitId;
}

/** Where the phone was, as it says itself. */
export interface Position {
  latitude: number;
  longitude: number;
  /** Metres. */
  accuracy: number;
}

/** How something was processed; the steps of making that the CBV has no words for are ours. */
export const methodIds = ['grading', 'drying', 'salting', 'pickling', 'seasoning', 'other'] as const;
export type MethodId = (typeof methodIds)[number];

/** What somebody filled into a form; everything is text as it was typed. */
export interface FormValues {
  /** Local time of the phone, `YYYY-MM-DDTHH:MM`; empty for the moment of saving. */
  time: string;
  /** Key of the place; empty for none. */
  place: string;
  position: Position | null;
  note: string;
  /** SHA-256 of the photos, hexadecimal. */
  photos: string[];
  things: Thing[];
  product: string;
  crop: string;
  lot: string;
  quantity: string;
  unit: UnitId;
  area: string;
  areaUnit: 'mu' | 'hectare';
  cultivar: string;
  material: string;
  method: MethodId;
  bestBefore: string;
  /** Key of the container; `new` for one without a label. */
  container: string;
  partner: string;
  paper: string;
  certificate: string;
}

/** What is remembered of one use of a form for the next. */
export type LastValues = Partial<Record<ActionId, Partial<FormValues>>>;

/** An empty form. */
export const emptyValues: FormValues = {
  time: '',
  place: '',
  position: null,
  note: '',
  photos: [],
  things: [],
  product: '',
  crop: '',
  lot: '',
  quantity: '',
  unit: 'kg',
  area: '',
  areaUnit: 'mu',
  cultivar: '',
  material: '',
  method: 'grading',
  bestBefore: '',
  container: '',
  partner: '',
  paper: '',
  certificate: '',
};

/** What the next form of the same action begins with: where and what, never the numbers of the last time. */
export function rememberValues(values: FormValues): Partial<FormValues> {
  const { place, product, unit, areaUnit, cultivar, material, method, partner, certificate, crop } = values;
  return { place, product, unit, areaUnit, cultivar, material, method, partner, certificate, crop };
}
