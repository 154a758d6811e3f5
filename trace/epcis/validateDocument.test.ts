import { expect, test } from 'vitest';
import { validateDocument } from './validateDocument.ts';

const when = { eventTime: '2025-06-01T08:00:00.000+08:00', eventTimeZoneOffset: '+08:00' };
const item = 'urn:epc:id:sgtin:4012345.011111.987';

function documentOf(...eventList: object[]) {
  return {
    '@context': [
      'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld',
      { xy: 'https://ns.xiangyu.example/epcis/' },
    ],
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: '2025-06-01T08:00:00Z',
    epcisBody: { eventList },
  };
}
const objectEvent = { type: 'ObjectEvent', ...when, action: 'OBSERVE', epcList: [item] };
const event = '/epcisBody/eventList/0';

test('a valid event with an extension has no issue', () => {
  expect(validateDocument(documentOf({ ...objectEvent, 'xy:noteZh': '早稻' }))).toEqual([]);
});

test('one answer names every issue with its place, what is there and what is expected', () => {
  const { eventTime: _, ...timeless } = objectEvent;
  const issues = validateDocument(
    documentOf({ ...timeless, bizStep: 'shiping', readpoint: 1, epcList: 'x', ilmd: {} }),
  );
  expect(issues).toEqual([
    expect.objectContaining({
      pointer: `${event}/eventTime`,
      problem: 'is missing',
      expected: expect.stringContaining('date-time'),
    }),
    expect.objectContaining({
      pointer: `${event}/epcList`,
      problem: 'is "x"',
      expected: expect.stringContaining('list of identifiers'),
    }),
    expect.objectContaining({
      pointer: `${event}/bizStep`,
      problem: 'is "shiping"',
      expected: expect.stringContaining('business steps'),
    }),
    expect.objectContaining({ pointer: `${event}/readpoint`, expected: expect.stringContaining('prefix:name') }),
    expect.objectContaining({ pointer: event, problem: 'names no object' }),
    expect.objectContaining({ pointer: `${event}/ilmd` }),
  ]);
});

test('at most 100 issues are reported', () => {
  const broken = { ...objectEvent, epcList: undefined, bizStep: '?', disposition: '?' };
  expect(validateDocument(documentOf(...Array.from({ length: 60 }, () => broken)))).toHaveLength(100);
});

test.each([
  [
    'AssociationEvent without parent',
    { type: 'AssociationEvent', ...when, action: 'ADD', childEPCs: [item] },
    '/parentID',
  ],
  [
    'AggregationEvent without parent',
    { type: 'AggregationEvent', ...when, action: 'DELETE', childEPCs: [item] },
    '/parentID',
  ],
  ['AssociationEvent without children', { type: 'AssociationEvent', ...when, action: 'ADD', parentID: item }, ''],
  ['AggregationEvent without children', { type: 'AggregationEvent', ...when, action: 'OBSERVE', parentID: item }, ''],
  [
    'TransactionEvent without objects',
    { type: 'TransactionEvent', ...when, action: 'ADD', bizTransactionList: [{ bizTransaction: item }] },
    '',
  ],
  ['TransformationEvent without outputs', { type: 'TransformationEvent', ...when, inputEPCList: [item] }, ''],
  ['a leap second', { ...objectEvent, eventTime: '2016-12-31T23:59:60Z' }, '/eventTime'],
  [
    'contradicting sensor attributes',
    {
      ...objectEvent,
      sensorElementList: [
        { sensorMetadata: { deviceID: 'urn:a:1' }, sensorReport: [{ type: 'Temperature', deviceID: 'urn:a:2' }] },
      ],
    },
    '/sensorElementList/0/sensorReport/0/deviceID',
  ],
])('%s is refused', (_, broken, pointer) => {
  expect(validateDocument(documentOf(broken)).map((issue) => issue.pointer)).toEqual([event + pointer]);
});

test('what a database or a canonical text cannot keep is refused with its place', () => {
  expect(validateDocument(documentOf({ ...objectEvent, 'xy:a': 'a\0' }))[0]).toMatchObject({
    pointer: `${event}/xy:a`,
  });
  expect(validateDocument(documentOf({ ...objectEvent, 'xy:a': ['\ud800'] }))[0]).toMatchObject({
    pointer: `${event}/xy:a/0`,
  });
  const deep = JSON.parse(`${'['.repeat(5000)}1${']'.repeat(5000)}`);
  expect(validateDocument(documentOf({ ...objectEvent, 'xy:a': deep }))[0]?.problem).toContain('nested deeper');
});

test.each([null, 7, 'text', [], {}, { type: 'ObjectEvent' }])('%j is no document', (value) => {
  expect(validateDocument(value)[0]).toMatchObject({ pointer: '/type' });
});
