import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemViewer } from '../access/viewer.ts';
import { makeDocument } from '../testing/makeDocument.ts';
import { named, queryEvents, queryVocabularies } from '../testing/queryEvents.ts';
import { openTestTrace, type TestTrace } from '../testing.ts';
import { findEvents } from './findEvents.ts';
import { eventParameters } from './parameters.ts';
import { parseEventQuery } from './parseQuery.ts';

let room: TestTrace;
beforeAll(async () => {
  room = await openTestTrace();
  await room.trace.capture(makeDocument(queryEvents, queryVocabularies), { member: 'farm' });
});
afterAll(() => room?.close());

const names = queryEvents.map(({ eventID }) => String(eventID).slice(6));
const all = names.join(' ');

/** The events that answer, by name, in the order in which they were stored. */
async function ask(parameters: Record<string, unknown>, json = false): Promise<string> {
  const query = parseEventQuery(parameters, { json });
  const { events } = await findEvents(room.store.sql, query, systemViewer);
  const found = events.map((event) => event.event_id.slice(6));
  return names.filter((name) => found.includes(name)).join(' ');
}

const { gtin, lot, site, shed, field } = named;
const farm = 'urn:epc:idpat:sgtin:6901234';

/** Parameter, value, and exactly which of the events answer: those not named are the negative cases. */
const cases: [string, unknown, string][] = [
  ['eventType', 'AggregationEvent|TransactionEvent', 'pack sell'],
  ['GE_eventTime', '2025-07-04T00:00:00Z', 'sense wrong sell'],
  ['LT_eventTime', '2025-07-02T00:00:00Z', 'make'],
  ['GE_recordTime', '2020-01-01T00:00:00Z', all],
  ['GE_recordTime', '2120-01-01T00:00:00Z', ''],
  ['LT_recordTime', '2120-01-01T00:00:00Z', all],
  ['LT_recordTime', '2020-01-01T00:00:00Z', ''],
  ['EQ_action', ['ADD', 'DELETE'], 'make wrong sell'],
  ['EQ_bizStep', 'packing|https://ref.gs1.org/cbv/BizStep-commissioning', 'make pack'],
  ['EQ_bizStep', 'xy:nothing|https://ns.xiangyu.example/bizStep/market', 'sell'],
  ['EQ_disposition', 'urn:epcglobal:cbv:disp:active', 'make'],
  ['EQ_persistentDisposition_set', 'completeness_verified', 'press'],
  ['EQ_persistentDisposition_set', 'completeness_inferred', ''],
  ['EQ_persistentDisposition_unset', 'completeness_inferred', 'press'],
  ['EQ_readPoint', 'urn:epc:id:sgln:6901234.00010.shed', 'pack'],
  ['EQ_bizLocation', site, 'pack'],
  ['WD_readPoint', site, 'pack'],
  ['WD_readPoint', `${field}|${shed}`, 'make pack'],
  ['WD_bizLocation', site, 'make pack'],
  ['WD_bizLocation', field, ''],
  ['EQ_bizTransaction_po', 'urn:x:po:1', 'make'],
  ['EQ_bizTransaction_urn:epcglobal:cbv:btt:inv', 'urn:x:po:1', 'pack'],
  ['EQ_source_owning_party', 'https://id.gs1.org/417/6901234000016', 'make'],
  ['EQ_source_owning_party', 'https://id.gs1.org/417/6901234000023', ''],
  ['EQ_destination_possessing_party', 'urn:epc:id:pgln:6901234.00002', 'make'],
  ['EQ_transformationID', 'urn:epc:id:gdti:6901234.00001.77', 'press'],
  ['EQ_transformationID', 'https://id.gs1.org/253/690123400001677', 'press'],
  ['EQ_eventID', 'urn:x:sell|urn:x:none', 'sell'],
  // Things: by name in any form, by class, by pattern, by range.
  ['MATCH_epc', [gtin(25), gtin(150)], 'make pack'],
  ['MATCH_epc', 'urn:epc:id:sgtin:6901234.000004.A%2FB', 'sell'],
  ['MATCH_epc', `${farm}.000003.*`, 'make pack wrong'],
  ['MATCH_epc', `${farm}.000003.[6-200]`, 'make pack'],
  ['MATCH_epc', `${farm}.000003.[6-24]`, ''],
  ['MATCH_epc', `${farm}.*.*`, 'make pack wrong sell'],
  ['MATCH_epc', 'urn:epc:idpat:sgtin:6909999.*.*', ''],
  ['MATCH_epc', 'urn:epc:idpat:sscc:6901234.*', 'sense'],
  ['MATCH_parentID', 'https://id.gs1.org/00/169012340000000013', 'pack sell'],
  ['MATCH_parentID', gtin(150), ''],
  ['MATCH_inputEPC', gtin(5), 'press'],
  ['MATCH_outputEPC', `${farm}.000006.*`, 'press'],
  ['MATCH_outputEPC', gtin(5), ''],
  ['MATCH_anyEPC', gtin(5), 'make press'],
  ['MATCH_anyEPC', `urn:epc:idpat:sscc:6901234.*|${farm}.000006.*`, 'pack press sense sell'],
  ['MATCH_anyEPC', lot('H'), 'make press'],
  ['MATCH_epcClass', lot('H'), 'make'],
  ['MATCH_epcClass', `${farm}.000004.*`, 'pack'],
  ['MATCH_epcClass', `${farm}.*.*`, 'make pack'],
  ['MATCH_inputEPCClass', 'urn:epc:class:lgtin:6901234.000003.H', 'press'],
  ['MATCH_outputEPCClass', 'https://id.gs1.org/01/06901234000061', 'press'],
  ['MATCH_outputEPCClass', lot('H'), ''],
  ['MATCH_anyEPCClass', 'https://id.gs1.org/01/06901234000030', 'make press'],
  ['EQ_quantity', '120|80', 'make press'],
  ['GT_quantity', 120, 'pack'],
  ['GE_quantity', 120, 'make pack'],
  ['LT_quantity', 120, 'press'],
  ['LE_quantity', 120, 'make press'],
  ['EQ_quantity_KGM', 0.5, 'pack'],
  ['GT_quantity_GRM', 1000, 'make'],
  ['LE_quantity_MLT', 80_000, 'press'],
  // Declarations of errors.
  ['EXISTS_errorDeclaration', true, 'wrong'],
  ['EXISTS_errorDeclaration', false, all],
  ['GE_errorDeclarationTime', '2025-07-06T00:00:00Z', 'wrong'],
  ['GE_errorDeclaration_Time', '2025-07-06T00:00:01Z', ''],
  ['LT_errorDeclarationTime', '2025-07-06T00:00:00Z', ''],
  ['LT_ERROR_DECLARATION_Time', '2025-07-07T00:00:00Z', 'wrong'],
  ['EQ_errorReason', 'https://ref.gs1.org/cbv/ER-incorrect_data', 'wrong'],
  ['EQ_errorReason', 'did_not_occur', ''],
  ['EQ_correctiveEventID', 'urn:x:make', 'wrong'],
  ['EQ_correctiveEventID', 'urn:x:pack', ''],
  ['EQ_ERROR_DECLARATION_xy:clerk', 'Wang', 'wrong'],
  ['EXISTS_ERROR_DECLARATION_xy:review', 'true', 'wrong'],
  ['GE_INNER_ERROR_DECLARATION_xy:round', '2', 'wrong'],
  ['GT_INNER_ERROR_DECLARATION_xy:round', '2', ''],
  // Extension fields, in the event and in its making.
  ['EQ_xy:grade', 'B|C', 'pack'],
  ['EQ_https://ns.xiangyu.example/epcis/#grade', 'A', 'make'],
  ['EQ_xy:score', '5', 'make'],
  ['EQ_xy:score', '7', ''],
  ['EQ_xy:score', '007', 'pack'],
  ['GT_xy:score', '5', 'pack'],
  ['GE_xy:score', '5', 'make pack'],
  ['LT_xy:score', '7', 'make'],
  ['LE_xy:score', '7', 'make pack'],
  ['GE_xy:checked', '2025-07-02T00:00:00Z', 'pack'],
  ['EQ_xy:checked', '2025-07-01T02:00:00Z', 'make'],
  ['EXISTS_xy:inspection', '', 'make'],
  ['EQ_INNER_xy:by', 'Li', 'make'],
  ['EQ_xy:by', 'Li', ''],
  ['GT_INNER_xy:points', 91, 'make'],
  ['EXISTS_INNER_xy:points', true, 'make'],
  ['EQ_ILMD_xy:variety', 'Hongyang', 'make'],
  ['EQ_xy:variety', 'Hongyang', ''],
  ['GE_ILMD_xy:sugar', 11, 'make press'],
  ['GT_ILMD_xy:sugar', 11, 'make'],
  ['LT_ILMD_xy:sugar', '14.5', 'press'],
  ['LE_ILMD_xy:sugar', '14.5', 'make press'],
  ['EXISTS_ILMD_xy:variety', true, 'make'],
  ['EQ_INNER_ILMD_xy:hand', 'left', 'make'],
  ['LT_INNER_ILMD_xy:hours', 3, ''],
  ['LE_INNER_ILMD_xy:hours', 3, 'make'],
  ['EXISTS_INNER_ILMD_xy:hand', true, 'make'],
  ['EQ_READPOINT_xy:slope', 'steep', 'make'],
  ['EQ_BIZLOCATION_xy:roof', 'tin', ''],
  ['EQ_bizLocation_xy:roof', 'glass', 'make'],
  // Sensor data, whether in the metadata or in the report, in any unit.
  ['EXISTS_sensorElementList', true, 'sense sell'],
  ['EXISTS_readPoint', true, 'make pack'],
  ['GE_time', '2025-07-03T23:00:00Z', 'sense'],
  ['LT_time', '2025-07-03T23:00:00Z', ''],
  ['GE_startTime', '2025-07-03T22:00:00Z', 'sense'],
  ['LT_startTime', '2025-07-03T22:00:00Z', ''],
  ['GE_endTime', '2025-07-04T00:00:01Z', ''],
  ['LT_endTime', '2025-07-04T00:00:01Z', 'sense'],
  ['EQ_type', 'https://gs1.org/voc/Temperature', 'sense sell'],
  ['EQ_type', 'RelativeHumidity', 'sense'],
  ['EQ_deviceID', 'https://id.gs1.org/8004/6901234T1', 'sense'],
  ['EQ_deviceID', 'https://id.gs1.org/8004/6901234T2', ''],
  ['EQ_dataProcessingMethod', 'urn:x:method:1', 'sense'],
  ['EQ_bizRules', 'urn:x:rule:1', 'sense'],
  ['EQ_bizRules', 'urn:x:rule:2', ''],
  ['EQ_microorganism', 'urn:x:yeast', 'sense'],
  ['EQ_chemicalSubstance', 'urn:x:sugar|urn:x:salt', 'sense'],
  ['EQ_stringValue', 'ripe', ''],
  ['EQ_hexBinaryValue', 'f00d', 'sense'],
  ['EQ_uriValue', 'urn:x:state:ripe', 'sense'],
  ['EQ_booleanValue', 'true', 'sense'],
  ['EQ_booleanValue', false, ''],
  ['EQ_value_CEL', '10|4', 'sense sell'],
  ['EQ_value_KEL', 283.15, 'sell'],
  ['GE_value_KEL', 277.15, 'sense sell'],
  ['GT_value_KEL', 277.15, 'sell'],
  ['LT_value_FAH', 50, 'sense'],
  ['LE_value_FAH', 50, 'sense sell'],
  ['GE_value_GRM', 0, ''],
  ['GE_value_KMQ', 3, 'sense'],
  ['EQ_value_NX', 850, 'sense'],
  ['GE_minValue_CEL', 2, 'sense'],
  ['LT_minValue_KEL', 275.15, ''],
  ['GT_maxValue_FAH', 46, 'sense'],
  ['LE_maxValue_FAH', 46, ''],
  ['EQ_meanValue_KEL', 278.15, 'sense'],
  // A deviation of 1.5 degrees is one of 1.5 kelvin, not of 274.65.
  ['EQ_sDev_KEL', 1.5, 'sense'],
  ['GT_sDev_FAH', 2.6, 'sense'],
  ['GE_percValue_P1', 60, 'sense'],
  ['GT_percValue_NX', 600, ''],
  ['EQ_percRank', 50, 'sense'],
  ['LT_percRank', 50, ''],
  ['EQ_SENSORELEMENT_xy:rack', 'upper', 'sense'],
  ['EQ_SENSORMETADATA_xy:firmware', '2.1', 'sense'],
  ['EQ_SENSORREPORT_xy:probe', 'core', 'sense'],
  ['EXISTS_SENSORREPORT_xy:firmware', true, ''],
  // Attributes of what an event names, in master data.
  ['HASATTR_bizLocation', 'urn:epcglobal:cbv:mda#city', 'pack'],
  ['HASATTR_readPoint', ['city', 'latitude'], 'make'],
  ['HASATTR_bizTransaction', 'https://ns.xiangyu.example/mda#paid', 'make pack'],
  ['EQATTR_bizStep_https://ns.xiangyu.example/mda#paid', 'no', 'pack'],
  ['EQATTR_bizLocation_city', 'Changsha', ''],
  ['EQATTR_bizLocation_city', 'Changsha|Jishou', 'pack'],
  ['EQ_ATTR_epcClass_grade', 'first', 'make press'],
  ['HASATTR_xy:kind', 'colour', 'make'],
  ['EQATTR_xy:kind_colour', 'blue', ''],
];

test.each(cases)('%s = %j', async (name, value, expected) => {
  expect(await ask({ [name]: value })).toBe(expected);
});

test('every parameter of the catalogue has a case', () => {
  const tested = new Set(cases.map(([name]) => name));
  const paging = ['orderBy', 'orderDirection', 'eventCountLimit', 'maxEventCount', 'perPage', 'nextPageToken'];
  // Read by the same code as those that have one.
  const alike = /^EQ_(deviceMetadata|rawData|coordinateReferenceSystem|component|exception)$|^(GT|GE|LE)_percRank$/;
  expect(
    Object.keys(eventParameters).filter((name) => !tested.has(name) && !paging.includes(name) && !alike.test(name)),
  ).toEqual([]);
});

test('parameters narrow each other, and an unknown thing answers with nothing', async () => {
  expect(
    await ask({ EQ_action: 'ADD', GE_eventTime: '2025-07-02T00:00:00Z', EQ_bizTransaction_po: 'urn:x:po:2' }),
  ).toBe('sell');
  expect(await ask({ EQ_action: 'ADD', EQ_bizTransaction_po: 'urn:x:po:3' })).toBe('');
});

test('a JSON body has lists, numbers and a context of its own', async () => {
  const context = [
    'https://ref.gs1.org/standards/epcis/epcis-context.jsonld',
    { farm: 'https://ns.xiangyu.example/epcis/' },
  ];
  expect(await ask({ '@context': context, 'EQ_farm:grade': ['A', 'B'], EQ_action: ['OBSERVE'] }, true)).toBe('pack');
  // In a body the bar is a character; a number is compared by its size, whatever the event wrote.
  expect(await ask({ EQ_stringValue: ['ripe|soft'] }, true)).toBe('sense');
  expect(await ask({ 'EQ_xy:score': 7 }, true)).toBe('pack');
  expect(await ask({ EXISTS_errorDeclaration: null }, true)).toBe('wrong');
});
