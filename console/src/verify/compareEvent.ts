import { epcsOf, idOf, readEvents, textOf } from '../api/epcis.ts';
import type { JourneyStep } from '../api/getJourney.ts';
import { isRecord } from '../api/problem.ts';
import { bareWord } from '../i18n/bareWord.ts';

/** What a page shows of a record; only the fields that are given are compared. */
export type DisplayedRecord = Pick<JourneyStep, 'statementId' | 'hash'> & Partial<JourneyStep>;

export type Difference =
  | 'subject'
  | 'kind'
  | 'member'
  | 'eventID'
  | 'type'
  | 'eventTime'
  | 'bizStep'
  | 'disposition'
  | 'place'
  | 'epcs'
  | 'temperature'
  | 'certificates'
  | 'title';

/** Brings an identifier to the one form in which two of them can be compared. */
export type CanonicalId = (id: string) => string;

const listNames = [
  'epcList',
  'childEPCs',
  'inputEPCList',
  'outputEPCList',
  'quantityList',
  'childQuantityList',
  'inputQuantityList',
  'outputQuantityList',
];

/**
 * Finds where a displayed record and its (separately verified) bundle disagree, so that an answer changed between the log
 * and this page is found. `compared` tells whether the bundle had the full event to compare with.
 */
export function compareEvent(
  shown: DisplayedRecord,
  bundle: unknown,
  canonicalId: CanonicalId = (id) => id,
): { differences: Difference[]; compared: boolean } {
  const statement = isRecord(bundle) && isRecord(bundle.statement) ? bundle.statement : {};
  const payload = isRecord(bundle) && isRecord(bundle.payload) ? bundle.payload : null;
  const [event] = payload === null ? [] : readEvents(payload.content);
  const differences: Difference[] = [];
  const expect = (id: Difference, same: boolean) => void (same || differences.push(id));

  expect('subject', statement.subject === shown.hash);
  expect('kind', statement.kind === 'epcis.event');
  if (shown.member !== undefined) expect('member', statement.member === shown.member.slug);
  if (event === undefined) return { differences, compared: false };

  const word = (value: string | null) => (value === null ? null : bareWord(value));
  if (shown.eventID !== undefined) expect('eventID', shown.eventID === (textOf(event, 'eventID') ?? shown.hash));
  if (shown.type !== undefined) expect('type', shown.type === textOf(event, 'type'));
  if (shown.eventTime !== undefined) {
    expect('eventTime', Date.parse(shown.eventTime) === Date.parse(textOf(event, 'eventTime') ?? ''));
  }
  if (shown.bizStep !== undefined) expect('bizStep', word(shown.bizStep) === word(textOf(event, 'bizStep')));
  if (shown.disposition !== undefined) {
    expect('disposition', word(shown.disposition) === word(textOf(event, 'disposition')));
  }
  if (shown.place) {
    const places = [idOf(event, 'readPoint'), idOf(event, 'bizLocation')].filter((id) => id !== null).map(canonicalId);
    expect('place', places.includes(canonicalId(shown.place.id)));
  }
  const known = new Set([...epcsOf(event, listNames), textOf(event, 'parentID') ?? ''].map(canonicalId));
  const items = [...(shown.inputs ?? []), ...(shown.outputs ?? []), ...(shown.parent ? [shown.parent] : [])];
  expect(
    'epcs',
    items.every((id) => known.has(canonicalId(id))),
  );
  if (shown.temperature) expect('temperature', sameTemperature(shown.temperature, event));
  const texts = new Set(textsIn(event));
  expect(
    'certificates',
    (shown.certificates ?? []).every(({ id }) => texts.has(id)),
  );
  expect('title', !shown.title || (texts.has(shown.title.zh) && texts.has(shown.title.en)));
  return { differences, compared: true };
}

function sameTemperature(shown: NonNullable<JourneyStep['temperature']>, event: Record<string, unknown>): boolean {
  const values = temperaturesIn(event);
  const close = (left: number, right: number) => Math.abs(left - right) < 0.05;
  return (
    values.length > 0 &&
    close(shown.min, Math.min(...values)) &&
    close(shown.max, Math.max(...values)) &&
    shown.points.every(({ value }) => values.some((known) => close(known, value)))
  );
}

const toCelsius: Record<string, (value: number) => number> = {
  CEL: (value) => value,
  FAH: (value) => ((value - 32) * 5) / 9,
  KEL: (value) => value - 273.15,
};

/** Every temperature of the event's sensor reports, in degrees Celsius (units are UN/CEFACT codes). */
function temperaturesIn(event: Record<string, unknown>): number[] {
  return recordsIn(event.sensorElementList)
    .flatMap((element) => recordsIn(element.sensorReport))
    .filter(({ type }) => typeof type === 'string' && /(^|[:/#])Temperature$/.test(type))
    .flatMap((report) => {
      const convert = toCelsius[typeof report.uom === 'string' ? report.uom : 'CEL'];
      const values = [report.value, report.minValue, report.maxValue, report.meanValue];
      return convert ? values.filter((value) => typeof value === 'number').map(convert) : [];
    });
}

const recordsIn = (list: unknown) => (Array.isArray(list) ? list.filter(isRecord) : []);

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
