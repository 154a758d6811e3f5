import { describe, expect, it } from 'vitest';
import { hashEvents } from '../../proof/index.ts';
import type { JsonObject } from './json.ts';
import { parseXml } from './parseXml.ts';
import { readXmlDocument } from './readXmlDocument.ts';
import { type WriteXmlOptions, writeXmlDocument } from './writeXmlDocument.ts';
import { writeXmlProblem } from './writeXmlProblem.ts';

const xy = 'https://ns.xiangyu.example/epcis/';
const event: JsonObject = {
  type: 'ObjectEvent',
  eventTime: '2026-03-01T00:00:00Z',
  eventTimeZoneOffset: '+08:00',
  eventID: 'urn:uuid:1',
  errorDeclaration: { declarationTime: '2026-03-02T00:00:00Z', reason: 'incorrect_data', 'xy:by': 'Li' },
  action: 'ADD',
  bizStep: 'commissioning',
  quantityList: [{ epcClass: 'urn:epc:class:lgtin:6901234.056789.L1', quantity: 2.5, uom: 'KGM' }],
  sourceList: [{ type: 'owning_party', source: 'urn:epc:id:pgln:6901234.00001' }],
  ilmd: { 'cbvmda:lotNumber': 'L1' },
  'xy:count': 3,
  'xy:organic': true,
  'xy:note': 'a < b & "c"\n\u{1f33f}',
  'xy:plots': [{ 'xy:name': 'East' }, { 'xy:name': 'West', 'xy:areas': [1.5, '2'] }, 'both'],
};
const wrap = (content: JsonObject = {}, more: JsonObject = {}): JsonObject => ({
  '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld', { xy }],
  type: 'EPCISDocument',
  schemaVersion: '2.0',
  creationDate: '2026-03-01T00:00:00Z',
  epcisBody: { eventList: [{ ...event, ...content }] },
  ...more,
});
const eventOf = (document: JsonObject) => (document.epcisBody as { eventList: JsonObject[] }).eventList[0];

describe('JSON to XML and back', () => {
  it('gives the same event with the types of its values', () => {
    const { eventList } = wrap().epcisBody as { eventList: JsonObject[] };
    expect(eventOf(readXmlDocument(writeXmlDocument(wrap())))).toEqual({ ...eventList[0], epcList: [] });
  });

  it.each<[string, JsonObject]>([
    ['an event with prefixes of its own', { '@context': { xy: 'urn:other:' }, 'xy:a': '1' }],
    [
      'prefixes that the schema itself wants',
      { '@context': { xsi: 'urn:a:', xs: 'urn:b:', epcis: 'urn:c:' }, 'xs:a': 1, 'epcis:b': '2' },
    ],
    ['a term of the standard as prefix', { 'epcis:b': '2', 'gs1:c': '3', 'rdfs:comment': 'no' }],
    ['names without a prefix within an extension', { 'xy:list': { epcClass: 'urn:x:1', quantity: 1 } }],
    [
      'a text beside other content',
      { 'xy:a': { '#text': 'x', 'xy:unit': 'kg' }, 'xy:b': { '#text': 'y', 'xy:c': [1, 2] } },
    ],
    ['empty content', { 'xy:a': '', 'xy:b': {}, 'xy:c': [], 'xy:d': null }],
    ['an event type of a vocabulary of one’s own', { type: 'xy:FarmEvent', 'xy:crop': 'tea' }],
  ])('keeps the hash of %s', (_, content) => {
    const document = wrap(content);
    expect(hashEvents(readXmlDocument(writeXmlDocument(document)))).toEqual(hashEvents(document));
  });

  it('keeps master data, parties and what does not count', () => {
    const attributes = [
      { id: 'urn:epcglobal:cbv:mda#name', attribute: '茶山' },
      { id: 'urn:x:a', attribute: { 'xy:b': 1 } },
    ];
    const elements = [{ id: 'urn:epc:id:sgln:6901234.00001.0', attributes, children: ['urn:x:1'] }];
    const vocabularyList = [{ type: 'urn:epcglobal:epcis:vtype:BusinessLocation', vocabularyElementList: elements }];
    const more = {
      epcisHeader: { epcisMasterData: { vocabularyList } },
      sender: 'a',
      receiver: 'b',
      instanceIdentifier: '7',
    };
    const document = wrap({}, { ...more, 'xy:ignoreFields': ['xy:note'] });
    const back = readXmlDocument(writeXmlDocument(document));
    expect(back).toMatchObject({ ...more, 'xy:ignoreFields': ['xy:note'] });
    expect(hashEvents(back)).toEqual(hashEvents(wrap({ 'xy:note': 'other' }, { 'xy:ignoreFields': ['xy:note'] })));
  });

  it.each([
    ['ObjectEvent', '<epcList/>'],
    ['TransactionEvent', '<epcList/>'],
    ['AggregationEvent', '<childEPCs/>'],
  ])('writes the list that the schema wants of an %s even when it is empty', (type, list) => {
    expect(writeXmlDocument(wrap({ type }))).toContain(list);
  });

  it('writes the answer of a query in its own namespace', () => {
    const results = { queryName: 'SimpleEventQuery', subscriptionID: 's', resultsBody: { eventList: [event] } };
    const document = wrap({}, { type: 'EPCISQueryDocument', epcisBody: { queryResults: results } });
    const xml = writeXmlDocument(document);
    expect(parseXml(xml)).toMatchObject({ uri: 'urn:epcglobal:epcis-query:xsd:2', local: 'EPCISQueryDocument' });
    expect(readXmlDocument(xml)).toMatchObject({
      epcisBody: { queryResults: { ...results, resultsBody: { eventList: [{ ...event, epcList: [] }] } } },
    });
  });

  it('writes version 1.2 with its wrappers', () => {
    const xml = writeXmlDocument(wrap(), { version: '1.2' });
    expect(xml).toMatch(/<baseExtension>\s*<eventID>.*<\/baseExtension>.*<extension>\s*<quantityList>/s);
    expect(readXmlDocument(xml)).toEqual(readXmlDocument(writeXmlDocument(wrap())));
    const transformation = wrap({ type: 'TransformationEvent', transformationID: 'urn:x:1' });
    const old = writeXmlDocument(transformation, { version: '1.2' });
    expect(old).toMatch(/<extension>\s*<TransformationEvent>/);
    expect(hashEvents(readXmlDocument(old))).toEqual(hashEvents(transformation));
  });

  it.each<[WriteXmlOptions['cbvFormat'], string]>([
    ['Always_URN', 'urn:epcglobal:cbv:bizstep:commissioning'],
    ['Always_Web_URI', 'https://ref.gs1.org/cbv/BizStep-commissioning'],
    ['No_Preference', 'urn:epcglobal:cbv:bizstep:commissioning'],
  ])('writes words of the CBV as %s asks', (cbvFormat, written) => {
    const xml = writeXmlDocument(wrap(), { ...(cbvFormat && { cbvFormat }) });
    expect(xml).toContain(`<bizStep>${written}</bizStep>`);
    expect(hashEvents(readXmlDocument(xml))).toEqual(hashEvents(wrap()));
  });
});

it.each<[string, JsonObject, WriteXmlOptions, RegExp]>([
  ['a prefix without namespace', { 'zz:a': '1' }, {}, /"zz:a" cannot be written as XML: the @context has no namespace/],
  ['a name that no element may have', { 'xy:1 a': '1' }, {}, /"xy:1 a" cannot be written as XML: it is no name/],
  ['a character that XML lacks', { 'xy:a': 'b\u0001' }, {}, /XML has no way to write one of its characters/],
  ['a list of lists', { 'xy:a': [[1]] }, {}, /"xy:a" cannot be written as XML: it is a list of lists/],
  ['sensors in 1.2', { sensorElementList: [] }, { version: '1.2' }, /"sensorElementList".*EPCIS 1.2 does not have it/],
  [
    'an association in 1.2',
    { type: 'AssociationEvent' },
    { version: '1.2' },
    /"AssociationEvent".*1.2 does not have it/,
  ],
])('refuses %s and names it', (_, content, options, message) => {
  expect(() => writeXmlDocument(wrap(content), options)).toThrow(message);
});

it('writes a problem whatever its text is', () => {
  const xml = writeXmlProblem({ type: 'epcisException:ValidationException', title: 'a\u0000 <b>', status: 400 });
  const root = parseXml(xml);
  expect([root.uri, root.local]).toEqual(['urn:epcglobal:epcis:xsd:2', 'EPCISException']);
  expect(root.children.map(({ local, text }) => [local, text])).toEqual([
    ['type', 'epcisException:ValidationException'],
    ['title', 'a\ufffd <b>'],
    ['status', '400'],
  ]);
});
