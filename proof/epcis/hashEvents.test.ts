import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { hashEvents, prehashEvents } from './hashEvents.ts';
import { isJsonObject, type JsonObject, type JsonValue } from './json.ts';

const xy = 'https://ns.xiangyu.example/epcis/';

/** One event with every kind of field, so that the properties below meet all of them. */
const event: JsonObject = {
  type: 'TransformationEvent',
  eventID: 'urn:uuid:1',
  eventTime: '2026-03-01T08:00:00.25+08:00',
  recordTime: '2026-03-01T08:00:01+08:00',
  eventTimeZoneOffset: '+08:00',
  certificationInfo: ['https://certs.example/b', 'https://certs.example/a'],
  inputEPCList: ['urn:epc:id:sgtin:6901234.056789.2', 'urn:epc:id:sgtin:6901234.056789.10'],
  inputQuantityList: [
    { epcClass: 'urn:epc:class:lgtin:6901234.056789.L2', quantity: 2.5, uom: 'KGM' },
    { epcClass: 'urn:epc:class:lgtin:6901234.056789.L1', quantity: 3 },
  ],
  outputEPCList: ['https://shop.example/01/06901234567892/21/9'],
  transformationID: 'urn:epc:id:gdti:6901234.56789.7',
  bizStep: 'commissioning',
  disposition: 'in_progress',
  persistentDisposition: { set: ['completeness_verified'], unset: ['completeness_inferred'] },
  readPoint: { id: 'urn:epc:id:sgln:6901234.00001.0', 'xy:gate': 'north' },
  bizLocation: { id: 'geo:29.56,106.55' },
  bizTransactionList: [
    { bizTransaction: 'urn:epcglobal:cbv:bt:6901234000016:2', type: 'po' },
    { bizTransaction: 'https://erp.example/1', type: 'inv' },
  ],
  sourceList: [{ type: 'owning_party', source: 'urn:epc:id:pgln:6901234.00001' }],
  destinationList: [{ type: 'location', destination: 'urn:epc:id:sgln:6901234.00002.0' }],
  sensorElementList: [
    {
      sensorMetadata: { time: '2026-03-01T00:00:00Z', deviceID: 'urn:epc:id:giai:6901234.7', 'xy:rack': 'A' },
      sensorReport: [
        { type: 'Temperature', value: 4.5, uom: 'CEL', booleanValue: true, component: 'x' },
        { type: 'gs1:RelativeHumidity', value: 60, uom: 'A93', exception: 'ALARM_CONDITION' },
      ],
      'xy:battery': 80,
    },
  ],
  ilmd: { 'xy:harvest': '2026-02-28', 'cbvmda:lotNumber': 'L9' },
  'xy:plots': [{ 'xy:name': 'East', 'xy:area': '1.50' }, { 'xy:name': 'West' }],
  'xy:note': ' Spring pick ',
};

const wrap = (events: JsonObject[], more: JsonObject = {}): JsonObject => ({
  '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld', { xy }],
  type: 'EPCISDocument',
  schemaVersion: '2.0',
  epcisBody: { eventList: events },
  ...more,
});
const hash = (one: JsonObject) => hashEvents(wrap([one]))[0];

/** All fields in reverse order, at every depth. */
function reverseKeys(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(reverseKeys);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reverseKeys(inner)]),
  );
}

/** All items in reverse order, at every depth. */
function reverseLists(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(reverseLists).reverse();
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, reverseLists(inner)]));
}

/** Copies of `value`, each with one scalar changed or one field or item of several removed, with the path of it. */
function* vary(value: JsonValue, path = ''): Generator<[path: string, changed: JsonValue]> {
  if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) {
      for (const [where, changed] of vary(item, `${path}[${i}]`)) yield [where, value.with(i, changed)];
      if (value.length > 1) yield [`${path}[${i}] removed`, value.toSpliced(i, 1)];
    }
  } else if (isJsonObject(value)) {
    for (const [key, inner] of Object.entries(value)) {
      for (const [where, changed] of vary(inner, `${path}.${key}`)) yield [where, { ...value, [key]: changed }];
      const { [key]: _, ...rest } = value;
      if (Object.keys(rest).length > 0) yield [`${path}.${key} removed`, rest];
    }
  } else if (typeof value === 'number') yield [path, value + 1];
  else if (typeof value === 'boolean') yield [path, !value];
  else if (typeof value === 'string') {
    const isTime = /^\d{4}-\d\d-\d\dT/.test(value);
    yield [path, isTime ? value.replace(/^\d{4}/, '2031') : `${value}7`];
  }
}

describe('hash ids', () => {
  it('write the event in canonical order and form', () => {
    expect(prehashEvents(wrap([event]))).toEqual([
      [
        'eventType=TransformationEventeventTime=2026-03-01T00:00:00.250ZeventTimeZoneOffset=+08:00',
        'certificationInfo=https://certs.example/acertificationInfo=https://certs.example/b',
        'inputEPCListepc=https://id.gs1.org/01/06901234567892/21/10epc=https://id.gs1.org/01/06901234567892/21/2',
        'inputQuantityListquantityElementepcClass=https://id.gs1.org/01/06901234567892/10/L1quantity=3',
        'quantityElementepcClass=https://id.gs1.org/01/06901234567892/10/L2quantity=2.5uom=KGM',
        'outputEPCListepc=https://id.gs1.org/01/06901234567892/21/9',
        'transformationID=https://id.gs1.org/253/69012345678927bizStep=https://ref.gs1.org/cbv/BizStep-commissioning',
        'disposition=https://ref.gs1.org/cbv/Disp-in_progress',
        'persistentDispositionset=https://ref.gs1.org/cbv/Disp-completeness_verified',
        'unset=https://ref.gs1.org/cbv/Disp-completeness_inferred',
        `readPointid=https://id.gs1.org/414/6901234000016{${xy}}gate=northbizLocationid=geo:29.56,106.55`,
        'sensorElementListsensorElementsensorMetadatatime=2026-03-01T00:00:00.000Z',
        `deviceID=https://id.gs1.org/8004/69012347{${xy}}rack=A`,
        'sensorReporttype=https://gs1.org/voc/RelativeHumidityexception=https://gs1.org/voc/ALARM_CONDITION',
        'value=60uom=A93sensorReporttype=https://gs1.org/voc/Temperaturevalue=4.5',
        `component=https://ref.gs1.org/cbv/Comp-xbooleanValue=trueuom=CEL{${xy}}battery=80`,
        'bizTransactionListtype=https://ref.gs1.org/cbv/BTT-invbizTransaction=https://erp.example/1',
        'type=https://ref.gs1.org/cbv/BTT-pobizTransaction=urn:epcglobal:cbv:bt:6901234000016:2',
        'destinationListtype=https://ref.gs1.org/cbv/SDT-locationdestination=https://id.gs1.org/414/6901234000023',
        `ilmd{${xy}}harvest=2026-02-28{urn:epcglobal:cbv:mda:}lotNumber=L9`,
        'sourceListtype=https://ref.gs1.org/cbv/SDT-owning_partysource=https://id.gs1.org/417/6901234000016',
        `{${xy}}note=Spring pick{${xy}}plots{${xy}}area=1.5{${xy}}name=East{${xy}}plots{${xy}}name=West`,
      ].join(''),
    ]);
  });

  it('are SHA-256 of that text as a named information URI, whoever computes it', () => {
    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
    const [text = ''] = prehashEvents(wrap([event]));
    expect(hashEvents(wrap([event]))).toEqual([`ni:///sha-256;${sha256(text)}?ver=CBV2.0`]);
    expect(hashEvents(wrap([event]), { sha256 })).toEqual(hashEvents(wrap([event])));
  });

  it('do not depend on the order of fields or items, nor on how an identifier is written', () => {
    expect(hash(reverseKeys(event) as JsonObject)).toBe(hash(event));
    expect(hash(reverseLists(event) as JsonObject)).toBe(hash(event));
    expect(hash({ ...event, bizStep: 'urn:epcglobal:cbv:bizstep:commissioning' })).toBe(hash(event));
    expect(hash({ ...event, bizStep: 'cbv:BizStep-commissioning' })).toBe(hash(event));
    expect(hash({ ...event, eventTime: '2026-03-01T00:00:00.2500Z' })).toBe(hash(event));
    expect(hash({ ...event, outputEPCList: ['urn:epc:id:sgtin:6901234.056789.9'] })).toBe(hash(event));
    const renamed = JSON.parse(
      JSON.stringify(wrap([event]))
        .replaceAll('xy:', 'p:')
        .replace('"xy"', '"p"'),
    );
    expect(hashEvents(renamed)).toEqual(hashEvents(wrap([event])));
  });

  it('write out compact URIs of the standard and leave those of others as they stand', () => {
    const report = (type: string) => ({ sensorElementList: [{ sensorReport: [{ type, value: 1 }] }] });
    const text = (type: string) => prehashEvents(wrap([{ ...event, ...report(type) }]))[0];
    expect(text('gs1:Temperature')).toBe(text('Temperature'));
    expect(text('xy:Sweetness')).toContain('sensorReporttype=xy:Sweetness');
    expect(prehashEvents(wrap([{ ...event, type: 'xy:Picking' }]))[0]).toMatch(`eventType=${xy}Picking`);
  });

  it('change with every field', () => {
    const unchanged = ['.eventID', '.recordTime'].flatMap((path) => [path, `${path} removed`]);
    const seen = new Map([[hash(event), 'original']]);
    const missed: string[] = [];
    for (const [path, changed] of vary(event)) {
      if (path === '.type removed') continue;
      const id = hash(changed as JsonObject);
      if (unchanged.includes(path)) expect(id).toBe(hash(event));
      else if (seen.has(id)) missed.push(`${path} like ${seen.get(id)}`);
      seen.set(id, path);
    }
    expect(seen.size).toBeGreaterThan(100);
    expect(missed).toEqual([]);
  });

  it('leave out comments, the declaration of an error and empty fields', () => {
    const more = { 'rdfs:comment': 'x', comment: 'y', errorDeclaration: { reason: 'incorrect_data' }, epcList: [] };
    expect(hash({ ...event, ...more, parentID: null, childEPCs: [''] })).toBe(hash(event));
  });

  it('sort by UTF-8 bytes', () => {
    const [text = ''] = prehashEvents(wrap([{ ...event, 'xy:emoji': ['\u{1f600}', '\uff5e'] }]));
    expect(text).toContain(`{${xy}}emoji=\uff5e{${xy}}emoji=\u{1f600}`);
  });
});

describe('documents', () => {
  it('may be query documents and bare events', () => {
    const { type, epcisBody, ...header } = wrap([]);
    expect([type, epcisBody]).toHaveLength(2);
    const body = { queryResults: { resultsBody: { eventList: [event, event] } } };
    expect(hashEvents({ ...header, type: 'EPCISQueryDocument', epcisBody: body })).toEqual([hash(event), hash(event)]);
    expect(hashEvents({ '@context': { xy }, ...event })).toEqual([hash(event)]);
    expect(hashEvents(wrap([]))).toEqual([]);
  });

  it('may name extensions that do not count, but no standard field', () => {
    const extended = { ...event, 'xy:seen': 'now', action: 'ADD' };
    const ignoring = wrap([extended], { 'xy:ignoreFields': ['xy:seen', 'action'] });
    expect(hashEvents(ignoring)).toEqual([hash({ ...event, action: 'ADD' })]);
    expect(hashEvents(ignoring)).not.toEqual([hash(event)]);
  });

  it('are not changed', () => {
    const document = wrap([event]);
    const before = JSON.stringify(document);
    hashEvents(document);
    expect(JSON.stringify(document)).toBe(before);
  });

  it.each<[JsonValue]>([[null], ['x'], [[]], [{}], [{ epcisBody: 1 }], [{ epcisBody: { eventList: [1] } }]])(
    'are refused when they are %j',
    (value) => expect(() => hashEvents(value)).toThrow('neither an EPCIS document nor an EPCIS event'),
  );

  it('are refused when they are nested without end', () => {
    let deep: JsonValue = 'x';
    for (let i = 0; i < 5000; i++) deep = i % 2 ? [deep] : { 'xy:a': deep };
    expect(() => hash({ ...event, 'xy:deep': deep })).toThrow('nested deeper');
  });
});
