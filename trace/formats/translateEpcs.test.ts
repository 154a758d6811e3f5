import { expect, it } from 'vitest';
import { hashEvents } from '../../proof/index.ts';
import type { JsonObject, JsonValue } from './json.ts';
import { translateEpcs } from './translateEpcs.ts';

/** An event that names something of the company 6901234 wherever an event may name anything. */
const event: JsonObject = {
  type: 'TransformationEvent',
  eventID: 'urn:uuid:1',
  eventTime: '2026-03-01T00:00:00Z',
  eventTimeZoneOffset: '+08:00',
  epcList: ['urn:epc:id:sgtin:6901234.056789.1'],
  childEPCs: ['urn:epc:id:itip:6901234.056789.01.02.7'],
  parentID: 'urn:epc:id:sscc:6901234.0000000001',
  inputEPCList: ['urn:epc:id:grai:6901234.56789.2', 'https://own.example/things/1'],
  outputEPCList: ['urn:epc:id:upui:6901234.056789.AB'],
  inputQuantityList: [{ epcClass: 'urn:epc:class:lgtin:6901234.056789.L%2F1', quantity: 3 }],
  outputQuantityList: [{ epcClass: 'urn:epc:idpat:sgtin:6901234.056789.*', quantity: 2, uom: 'KGM' }],
  quantityList: [{ epcClass: 'urn:epc:idpat:itip:6901234.056789.01.02.*' }],
  childQuantityList: [{ epcClass: 'urn:epc:idpat:cpi:6901234.AB.*' }],
  transformationID: 'urn:epc:id:gdti:6901234.56789.7',
  readPoint: { id: 'urn:epc:id:sgln:6901234.00001.0', 'xy:seenBy': 'urn:epc:id:gsrn:6901234.0000000001' },
  bizLocation: { id: 'urn:epc:id:sgln:6901234.00001.A' },
  bizTransactionList: [{ type: 'inv', bizTransaction: 'urn:epc:id:gdti:6901234.56789.8' }],
  sourceList: [{ type: 'owning_party', source: 'urn:epc:id:pgln:6901234.00001' }],
  destinationList: [{ type: 'location', destination: 'urn:epc:id:sgln:6901234.00002.0' }],
  sensorElementList: [
    {
      sensorMetadata: { deviceID: 'urn:epc:id:giai:6901234.S1', rawData: 'https://id.gs1.org/8004/6901234S1' },
      sensorReport: [{ type: 'Temperature', value: 1, uom: 'CEL', deviceID: 'urn:epc:id:giai:6901234.S2' }],
    },
  ],
  ilmd: { 'xy:from': 'urn:epc:id:sgln:6901234.00001.0' },
};
const document: JsonObject = {
  '@context': { xy: 'https://ns.xiangyu.example/epcis/' },
  type: 'EPCISDocument',
  epcisHeader: {
    epcisMasterData: {
      vocabularyList: [
        {
          type: 'urn:epcglobal:epcis:vtype:BusinessLocation',
          vocabularyElementList: [
            { id: 'urn:epc:id:sgln:6901234.00001.0', children: ['urn:epc:id:sgln:6901234.00001.A'] },
          ],
        },
      ],
    },
  },
  epcisBody: { eventList: [event] },
};

const count = (value: JsonValue, part: string) => JSON.stringify(value).split(part).length - 1;

it('turns every URN of a thing into a link and back, and nothing else', () => {
  const before = structuredClone(document);
  const links = translateEpcs(document, 'Always_GS1_Digital_Link');
  // What extensions and ILMD say is not ours to rewrite.
  expect(count(links, 'urn:epc:')).toBe(2);
  expect(count(links, 'https://id.gs1.org/')).toBe(20);
  expect(hashEvents(links)).toEqual(hashEvents(document));

  // One URN that is left shows where the prefix ends; the key of the file stays the address that it is.
  const back = translateEpcs(links, 'Always_EPC_URN');
  const upui = 'urn:epc:id:upui:6901234.056789.AB';
  expect(JSON.stringify(back)).toBe(JSON.stringify(document));
  expect(count(back, upui)).toBe(1);
  expect(hashEvents(back)).toEqual(hashEvents(document));
  expect(document).toEqual(before);
});

it('leaves everything as it was captured when the caller does not mind', () => {
  expect(translateEpcs(document, 'No_Preference')).toBe(document);
  expect(translateEpcs(document, 'Never_Translates')).toBe(document);
});

it('divides links where the document or the caller knows the prefix', () => {
  const link = 'https://id.gs1.org/01/06901234567892/21/7';
  const urnOf = (extra: JsonObject, known?: ReadonlySet<string>) =>
    translateEpcs({ type: 'ObjectEvent', parentID: link, ...extra }, 'Always_EPC_URN', known).parentID;
  expect(urnOf({})).toBe('urn:epc:id:sgtin:6901234.056789.7');
  expect(urnOf({}, new Set(['690123456']))).toBe('urn:epc:id:sgtin:690123456.0789.7');
  expect(urnOf({ epcList: ['urn:epc:id:sgtin:69012345.06789.8'] })).toBe('urn:epc:id:sgtin:69012345.06789.7');
});

it('translates the answer of a query', () => {
  const answer = { type: 'EPCISQueryDocument', epcisBody: { queryResults: { resultsBody: { eventList: [event] } } } };
  expect(count(translateEpcs(answer, 'Always_GS1_Digital_Link'), 'urn:epc:')).toBe(2);
});
