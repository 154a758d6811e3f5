import { expect, test } from 'vitest';
import { EpcisDocument, EpcisQueryDocument } from './documents.ts';
import { ExtensionEvent, eventSchemas } from './events.ts';
import { expectationWords } from './expectations.ts';
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
const wrongLink = 'https://id.gs1.org/01/09521102000115/21/7';
const sensed = (sensorMetadata: object, more: object) => ({
  ...objectEvent,
  sensorElementList: [{ sensorMetadata, sensorReport: [{ type: 'Temperature', value: 4, uom: 'CEL', ...more }] }],
});

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
  expect(issues.slice(1, 4).map(({ zh }) => zh)).toEqual([
    { problem: '值为 "x"', expected: '不重复的编码列表' },
    { problem: '值为 "shiping"', expected: expect.stringContaining('标准中的作业环节') },
    { problem: '不是此处的字段', expected: expect.stringContaining('前缀:名称') },
  ]);
});

test('whatever a schema expects is said in Chinese too', () => {
  const descriptions = JSON.stringify([eventSchemas, ExtensionEvent, EpcisDocument, EpcisQueryDocument]).matchAll(
    /"description":("(?:[^"\\]|\\.)*")/g,
  );
  const texts = [...new Set([...descriptions].map(([, text]) => JSON.parse(text ?? '') as string))];
  expect(texts.length).toBeGreaterThan(25);
  expect(texts.filter((text) => !/[\u4e00-\u9fff]/.test(expectationWords(text).zh))).toEqual([]);
});

test('prefixes of the event itself and those of converters from XML are namespaces too', () => {
  const own = { ...objectEvent, '@context': { foo: 'https://foo.example/' }, 'foo:bar': 1, 'gs1:product': 2 };
  expect(validateDocument(documentOf(own))).toEqual([]);
});

test('clocks may differ by the tolerance, and by no more', () => {
  const soon = { ...objectEvent, eventTime: new Date(Date.now() + 4 * 60_000).toISOString() };
  expect(validateDocument(documentOf(soon))).toEqual([]);
  const read = sensed({}, { time: '2025-06-01T08:05:00+08:00' });
  expect(validateDocument(documentOf(read))).toEqual([]);
  expect(validateDocument(documentOf(soon, read), { clockToleranceMs: 0 })).toHaveLength(2);
});

test('a prefix of the document itself needs a namespace', () => {
  expect(validateDocument({ ...documentOf(objectEvent), 'foo:ignoreFields': ['foo:a'] })).toEqual([
    expect.objectContaining({ pointer: '/foo:ignoreFields' }),
  ]);
});

test('master data is a document too', () => {
  const epcisBody = { vocabularyList: [{ type: 'urn:epcglobal:epcis:vtype:Location' }] };
  const document = { ...documentOf(), type: 'EPCISMasterDataDocument', epcisBody };
  expect(validateDocument(document)).toEqual([]);
  expect(validateDocument({ ...document, epcisBody: {} })).toEqual([
    expect.objectContaining({ pointer: '/epcisBody/vocabularyList' }),
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
    'a sensor attribute in both places, equal or not',
    sensed({ deviceID: 'urn:a:1' }, { deviceID: 'urn:a:1' }),
    '/sensorElementList/0/sensorReport/0/deviceID',
  ],
  [
    'a reading after the event',
    sensed({}, { time: '2025-06-01T08:05:00.001+08:00' }),
    '/sensorElementList/0/sensorReport/0/time',
  ],
  [
    'a period of readings that ends after the event',
    sensed({ startTime: '2025-06-01T07:00:00Z', endTime: '2025-06-01T09:00:00Z' }, {}),
    '/sensorElementList/0/sensorMetadata/startTime',
    '/sensorElementList/0/sensorMetadata/endTime',
  ],
  ['an event in the future', { ...objectEvent, eventTime: '2999-01-01T00:00:00Z' }, '/eventTime'],
  [
    'a declaration in the future',
    { ...objectEvent, errorDeclaration: { declarationTime: '2999-01-01T00:00:00Z' } },
    '/errorDeclaration/declarationTime',
  ],
  ['a wrong check digit', { ...objectEvent, epcList: [item, wrongLink] }, '/epcList/1'],
  [
    'a wrong check digit on another domain',
    { ...objectEvent, epcList: ['https://shop.example/p/01/09521102000115/21/7'] },
    '/epcList/0',
  ],
  [
    'a lot with a wrong check digit',
    { ...objectEvent, quantityList: [{ epcClass: wrongLink }] },
    '/quantityList/0/epcClass',
  ],
  [
    'a place with a wrong check digit',
    { ...objectEvent, readPoint: { id: 'https://id.gs1.org/414/9521900000018' } },
    '/readPoint/id',
  ],
  [
    'a prefix without namespace',
    { ...objectEvent, 'foo:bar': { 'xy:a': [{ 'urn:x:full': 1, 'baz:inner': 2 }] } },
    '/foo:bar',
    '/foo:bar/xy:a/0/baz:inner',
  ],
])('%s is refused', (_, broken, ...pointers) => {
  const found = validateDocument(documentOf(broken)).map((issue) => issue.pointer);
  expect(found).toEqual(pointers.map((pointer) => event + pointer));
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
