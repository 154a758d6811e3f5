import type { Role } from '../things.ts';

/** Things whose keys begin alike: what an EPC pattern stands for. */
export interface KeyRange {
  /** Keys from here … */
  from: string;
  /** … to before here, in the order of their bytes. */
  until: string;
  /** Serial numbers of a pattern such as `[100-200]`, which stand behind `from`; bounds included. */
  serials: { least: string; greatest: string } | null;
}

/** Events that have one of `keys`, or a key in one of `ranges`, in one of `roles`. */
export interface ThingFilter {
  roles: readonly Role[];
  /** 'any': in lists of EPCs and of quantities alike. */
  level: 'instance' | 'class' | 'any';
  keys: string[];
  ranges: KeyRange[];
}

export type Comparison = 'EQ' | 'GT' | 'GE' | 'LT' | 'LE';

/** A value to compare with, in each of the forms that it can be meant in. */
export interface Operand {
  text: string;
  number: number | null;
  /** Milliseconds since 1970. */
  time: number | null;
  /** True when the query wrote it as a number, not as text. */
  numeric: boolean;
}

/** Events with a value in one of the indexed fields `names` that compares with one of `operands`; with none: any value. */
export interface FieldFilter {
  /** Alternative names of one field, as readFields.ts writes them. */
  names: string[];
  comparison: Comparison;
  operands: Operand[] | null;
}

/** A quantity or a sensor value in one unit, or in any when `unit` is null. */
export interface UnitFilter {
  /** 'quantity', or the attribute of a sensor report. */
  of: string;
  comparison: Comparison;
  values: number[];
  /** UN/CEFACT Recommendation 20 code. */
  unit: string | null;
}

/** Places, with what master data puts below them when `descendants`. */
export interface PlaceFilter {
  column: 'read_point' | 'biz_location';
  keys: string[];
  descendants: boolean;
}

/** Events whose `field` names something that has the attribute in master data, with one of `values` unless null. */
export interface AttributeFilter {
  field: string;
  attributes: string[];
  values: string[] | null;
}

/** ISO 8601 in UTC; from inclusive, until exclusive. */
export interface TimeRange {
  from: string | null;
  until: string | null;
}

/** A SimpleEventQuery of EPCIS 2.0, section 8.2.7. Null where the query says nothing. */
export interface EventQuery {
  things: ThingFilter[];
  eventTypes: string[] | null;
  actions: string[] | null;
  bizSteps: string[] | null;
  dispositions: string[] | null;
  eventIDs: string[] | null;
  transformationIDs: string[] | null;
  places: PlaceFilter[];
  eventTime: TimeRange;
  recordTime: TimeRange;
  fields: FieldFilter[];
  units: UnitFilter[];
  attributes: AttributeFilter[];
  /** Fields of the standard that must be there, by the key they have in the event. */
  present: string[];
  /** 'eventTime', 'recordTime', or the indexed names of an extension field. */
  orderBy: 'eventTime' | 'recordTime' | { names: string[] };
  descending: boolean;
  /** Only that many of the first events. */
  eventCountLimit: number | null;
  /** An error when there are more. */
  maxEventCount: number | null;
  perPage: number;
  nextPageToken: string | null;
  /** Names the query in its page tokens. */
  text: string;
}
