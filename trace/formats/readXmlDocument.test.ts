import { describe, expect, it } from 'vitest';
import { hashEvents } from '../../proof/index.ts';
import { validateDocument } from '../epcis/validateDocument.ts';
import { readXmlDocument } from './readXmlDocument.ts';

const namespaces =
  'xmlns:epcis="urn:epcglobal:epcis:xsd:2" xmlns:xy="https://ns.xiangyu.example/epcis/" schemaVersion="2.0" creationDate="2026-03-01T00:00:00Z"';
const wrap = (events: string, more = '') =>
  `<epcis:EPCISDocument ${namespaces}>${more}<EPCISBody><EventList>${events}</EventList></EPCISBody></epcis:EPCISDocument>`;
const time = '<eventTime>2026-03-01T08:00:00+08:00</eventTime><eventTimeZoneOffset>+08:00</eventTimeZoneOffset>';
const object = (fields: string) => `<ObjectEvent>${time}<epcList/><action>OBSERVE</action>${fields}</ObjectEvent>`;
const readEvent = (xml: string) => {
  const { eventList } = readXmlDocument(wrap(xml)).epcisBody as { eventList: Record<string, unknown>[] };
  return eventList[0];
};

describe('the JSON form of XML', () => {
  it('has the types, words and prefixes of JSON', () => {
    const xml = `<AggregationEvent>${time}<eventID>urn:uuid:1</eventID>
      <certificationInfo>https://c.example/1</certificationInfo>
      <parentID> urn:epc:id:sscc:6901234.0000000001 </parentID><childEPCs/><action>ADD</action>
      <bizStep>urn:epcglobal:cbv:bizstep:packing</bizStep><disposition>https://ref.gs1.org/cbv/Disp-in_progress</disposition>
      <readPoint><id>urn:epc:id:sgln:6901234.00001.0</id><xy:gate>north</xy:gate></readPoint>
      <bizTransactionList><bizTransaction type="cbv:BTT-po">urn:x:1</bizTransaction><bizTransaction>urn:x:2</bizTransaction></bizTransactionList>
      <childQuantityList><quantityElement><epcClass>urn:epc:class:lgtin:6901234.056789.L1</epcClass><quantity>2.50</quantity><uom>KGM</uom></quantityElement></childQuantityList>
      <sourceList><source type="urn:epcglobal:cbv:sdt:owning_party">urn:epc:id:pgln:6901234.00001</source></sourceList>
      <sensorElementList><sensorElement>
        <sensorMetadata time="2026-03-01T00:00:00Z" xy:rack="A"/>
        <sensorReport type="gs1:Temperature" value="4.50" uom="CEL" booleanValue="true"/>
        <xy:battery xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xs="http://www.w3.org/2001/XMLSchema" xsi:type="xs:integer">80</xy:battery>
      </sensorElement></sensorElementList>
      <xy:plots><xy:name>East &amp; <![CDATA[<West>]]></xy:name><xy:name/></xy:plots><xy:note xml:lang="zh">&#x6625;</xy:note>
    </AggregationEvent>`;
    expect(readEvent(xml)).toEqual({
      type: 'AggregationEvent',
      eventTime: '2026-03-01T08:00:00+08:00',
      eventTimeZoneOffset: '+08:00',
      eventID: 'urn:uuid:1',
      certificationInfo: ['https://c.example/1'],
      parentID: 'urn:epc:id:sscc:6901234.0000000001',
      childEPCs: [],
      action: 'ADD',
      bizStep: 'packing',
      disposition: 'in_progress',
      readPoint: { id: 'urn:epc:id:sgln:6901234.00001.0', 'xy:gate': 'north' },
      bizTransactionList: [{ type: 'po', bizTransaction: 'urn:x:1' }, { bizTransaction: 'urn:x:2' }],
      childQuantityList: [{ epcClass: 'urn:epc:class:lgtin:6901234.056789.L1', quantity: 2.5, uom: 'KGM' }],
      sourceList: [{ type: 'owning_party', source: 'urn:epc:id:pgln:6901234.00001' }],
      sensorElementList: [
        {
          sensorMetadata: { time: '2026-03-01T00:00:00Z', 'xy:rack': 'A' },
          sensorReport: [{ type: 'Temperature', value: 4.5, uom: 'CEL', booleanValue: true }],
          'xy:battery': 80,
        },
      ],
      'xy:plots': { 'xy:name': ['East & <West>', ''] },
      'xy:note': { 'xml:lang': 'zh', '#text': '春' },
    });
    expect(validateDocument(readXmlDocument(wrap(xml)))).toEqual([]);
  });

  it('keeps two namespaces of one prefix apart and has no prefix that is a scheme', () => {
    const event = (attributes: string) => object(`<p:a ${attributes}>1</p:a>`);
    const two = event('xmlns:p="urn:one:"') + event('xmlns:p="urn:two:"') + event('xmlns:p="urn:one:"');
    const document = readXmlDocument(wrap(two));
    expect(document['@context']).toEqual([expect.any(String), { p: 'urn:one:', p1: 'urn:two:' }]);
    const [first, second, third] = hashEvents(document);
    expect([first === third, first === second]).toEqual([true, false]);
    const scheme = readXmlDocument(wrap(object('<https:a xmlns:https="urn:one:">https://x.example</https:a>')));
    expect(scheme['@context']).toEqual([expect.any(String), { ns1: 'urn:one:' }]);
    expect(hashEvents(scheme)).toEqual(
      hashEvents(readXmlDocument(wrap(object('<b:a xmlns:b="urn:one:">https://x.example</b:a>')))),
    );
  });

  it('is the same for version 1.2 with its wrappers', () => {
    const quantities =
      '<quantityList><quantityElement><epcClass>urn:epc:class:lgtin:6901234.056789.L1</epcClass><quantity>3</quantity></quantityElement></quantityList>';
    const now = wrap(
      `<ObjectEvent>${time}<eventID>urn:uuid:2</eventID><epcList/><action>ADD</action>${quantities}<ilmd><xy:a>1</xy:a></ilmd></ObjectEvent>` +
        `<TransformationEvent>${time}<inputEPCList><epc>urn:x:1</epc></inputEPCList><outputEPCList><epc>urn:x:2</epc></outputEPCList></TransformationEvent>`,
    );
    const then = wrap(
      `<ObjectEvent>${time}<baseExtension><eventID>urn:uuid:2</eventID></baseExtension><epcList/><action>ADD</action><extension>${quantities}<ilmd><xy:a>1</xy:a></ilmd></extension></ObjectEvent>` +
        `<extension><TransformationEvent>${time}<inputEPCList><epc>urn:x:1</epc></inputEPCList><outputEPCList><epc>urn:x:2</epc></outputEPCList></TransformationEvent></extension>`,
    ).replace('xsd:2', 'xsd:1');
    expect(readXmlDocument(then)).toEqual(readXmlDocument(now));
    expect(
      readEvent(`<QuantityEvent>${time}<epcClass>urn:x:c</epcClass><quantity>7</quantity></QuantityEvent>`),
    ).toMatchObject({
      type: 'ObjectEvent',
      action: 'OBSERVE',
      quantityList: [{ epcClass: 'urn:x:c', quantity: 7 }],
    });
  });

  it('has the header, the master data and the names of what does not count', () => {
    const header = `<EPCISHeader><sbdh:StandardBusinessDocumentHeader xmlns:sbdh="http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader">
      <sbdh:Sender><sbdh:Identifier Authority="GS1">6901234000016</sbdh:Identifier></sbdh:Sender><sbdh:Receiver><sbdh:Identifier>b</sbdh:Identifier></sbdh:Receiver>
      <sbdh:DocumentIdentification><sbdh:InstanceIdentifier>7</sbdh:InstanceIdentifier></sbdh:DocumentIdentification></sbdh:StandardBusinessDocumentHeader>
      <extension><EPCISMasterData><VocabularyList><Vocabulary type="urn:epcglobal:epcis:vtype:BusinessLocation"><VocabularyElementList>
      <VocabularyElement id="urn:epc:id:sgln:6901234.00001.0"><attribute id="urn:epcglobal:cbv:mda#name">茶山</attribute><children><id>urn:x:1</id></children></VocabularyElement>
      </VocabularyElementList></Vocabulary></VocabularyList></EPCISMasterData></extension></EPCISHeader><xy:ignoreFields><xy:seen/></xy:ignoreFields>`;
    const document = readXmlDocument(wrap(object('<xy:seen>1</xy:seen>'), header));
    expect(document).toMatchObject({
      sender: '6901234000016',
      receiver: 'b',
      instanceIdentifier: '7',
      'xy:ignoreFields': ['xy:seen'],
    });
    expect(document.epcisHeader).toMatchObject({
      epcisMasterData: {
        vocabularyList: [
          {
            type: 'urn:epcglobal:epcis:vtype:BusinessLocation',
            vocabularyElementList: [
              {
                id: 'urn:epc:id:sgln:6901234.00001.0',
                attributes: [{ id: 'urn:epcglobal:cbv:mda#name', attribute: '茶山' }],
                children: ['urn:x:1'],
              },
            ],
          },
        ],
      },
    });
    expect(validateDocument(document)).toEqual([]);
    expect(hashEvents(document)).toEqual(hashEvents(readXmlDocument(wrap(object('')))));
  });
});

describe('bad XML is refused with its place', () => {
  const bomb = `<!DOCTYPE l [<!ENTITY a "lol"><!ENTITY b "${'&a;'.repeat(10)}">]>`;
  const deep = (levels: number) => '<xy:a>'.repeat(levels) + '</xy:a>'.repeat(levels);
  it.each([
    ['an entity bomb', `${bomb}${wrap(object('<xy:a>&b;</xy:a>'))}`, /line 1, column \d+: a document type declaration/],
    [
      'an external entity',
      `<!DOCTYPE a SYSTEM "file:///etc/passwd">\n${wrap('')}`,
      /line 1, column \d+: a document type/,
    ],
    ['an entity nobody declared', `\n${wrap(object('<xy:a>&xxe;</xy:a>'))}`, /line 2, column \d+: undefined entity/],
    ['an element that does not end', wrap(object('<xy:a>')), /unexpected close tag/],
    ['text that is no XML', '{"type":"EPCISDocument"}', /line 1, column \d+: text data outside of root node/],
    ['nothing', '', /line 1, column 1: document must contain a root element/],
    ['a prefix without namespace', wrap(object('<z:a/>')), /unbound namespace prefix: "z"/],
    [
      'an unknown namespace',
      '<EPCISDocument xmlns="urn:example:other"/>',
      /line 1, column 1: EPCISDocument is in the namespace "urn:example:other"/,
    ],
    ['another document', '<html/>', /the root element html is none of EPCISDocument/],
    [
      'a document without body',
      `<epcis:EPCISDocument ${namespaces}/>`,
      /line 1, column 1: the element EPCISDocument has no EPCISBody/,
    ],
    [
      'a query',
      '<q:EPCISQueryDocument xmlns:q="urn:epcglobal:epcis-query:xsd:2"><EPCISBody><q:Poll/></EPCISBody></q:EPCISQueryDocument>',
      /holds Poll, not the results of a query/,
    ],
    [
      'a field given twice',
      `\n${wrap(object('\n<action>ADD</action>'))}`,
      /line 3, column 1: the element action is there twice/,
    ],
    [
      'a list of something else',
      wrap(`<ObjectEvent><epcList><id>1</id></epcList></ObjectEvent>`),
      /the element id stands within epcList, which holds epc only/,
    ],
    [
      'an element within a text',
      wrap('<ObjectEvent><action><b/></action></ObjectEvent>'),
      /the element b stands within action, which is a text/,
    ],
    [
      'a name that reaches the prototype',
      wrap(object('<__proto__>1</__proto__>')),
      /the element name __proto__ is reserved/,
    ],
    ['a character that XML lacks', wrap(object('<xy:a>&#0;</xy:a>')), /line 1, column \d+: /],
    [
      'an encoding that was misread',
      `<?xml version="1.0" encoding="GBK"?>${wrap('')}`,
      /the encoding is GBK, and only UTF-8 is read/,
    ],
    [
      'an attribute nobody knows',
      wrap(object('<bizStep type="x">a</bizStep>')),
      /the element bizStep has no attribute type/,
    ],
    ['elements without end', wrap(object(deep(5000))), /more than 64 levels of elements/],
  ])('%s', (_, xml, message) => {
    expect(() => readXmlDocument(xml)).toThrow(message);
  });

  it('and so is more of it than the limits allow', () => {
    const limits = { characters: 5000, depth: 10, nodes: 40, namespaces: 5 };
    expect(() => readXmlDocument(wrap(object(' '.repeat(5000))), limits)).toThrow('more than 5000 characters');
    expect(() => readXmlDocument(wrap(object('<xy:a/>'.repeat(40))), limits)).toThrow('more than 40 elements');
    const spaces = Array.from({ length: 9 }, (_, i) => `<p:a xmlns:p="urn:${i}:"/>`).join('');
    expect(() => readXmlDocument(wrap(object(spaces)), limits)).toThrow('more than 5 namespaces');
    const attributes = Array.from({ length: 40 }, (_, i) => ` xy:a${i}=""`).join('');
    expect(() => readXmlDocument(wrap(object(`<xy:a${attributes}/>`)), limits)).toThrow('elements and attributes');
  });

  it('what only breaks the schema comes over, for capture to name', () => {
    const document = readXmlDocument(wrap(`${object('<colour>red</colour>')}<FarmEvent>${time}</FarmEvent>`));
    expect(validateDocument(document)).toMatchObject([
      { pointer: '/epcisBody/eventList/0/colour' },
      { pointer: '/epcisBody/eventList/1/type' },
    ]);
  });
});
