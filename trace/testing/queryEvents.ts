import type { EventDraft } from './makeDocument.ts';

const gtin = (serial: number | string) => `https://id.gs1.org/01/06901234000030/21/${serial}`;
const lot = (name: string) => `https://id.gs1.org/01/06901234000030/10/${name}`;
const place = (extension: string) => ({ id: `https://id.gs1.org/414/6901234000108/254/${extension}` });
const place108 = 'https://id.gs1.org/414/6901234000108';
const at = (day: number) => ({ eventTime: `2025-07-0${day}T08:00:00+08:00`, eventTimeZoneOffset: '+08:00' });

/** Names by which the test of every parameter asks for things. */
export const named = { gtin, lot, site: place108, shed: place('shed').id, field: place('field').id };

/** Master data: a shed on a site, a row in the shed; attributes of places, things and a step of farming. */
export const queryVocabularies = [
  {
    type: 'urn:epcglobal:epcis:vtype:BusinessLocation',
    vocabularyElementList: [
      { id: place108, attributes: [{ id: 'urn:epcglobal:cbv:mda#city', attribute: 'Jishou' }], children: [named.shed] },
      { id: named.shed, children: [place('row').id, place108] },
    ],
  },
  {
    type: 'urn:epcglobal:epcis:vtype:ReadPoint',
    vocabularyElementList: [
      { id: named.field, attributes: [{ id: 'urn:epcglobal:cbv:mda#latitude', attribute: '28.3' }] },
    ],
  },
  {
    type: 'urn:epcglobal:epcis:vtype:BusinessTransaction',
    vocabularyElementList: [
      { id: 'urn:x:po:1', attributes: [{ id: 'https://ns.xiangyu.example/mda#paid', attribute: 'yes' }] },
    ],
  },
  {
    type: 'urn:epcglobal:epcis:vtype:BusinessStep',
    vocabularyElementList: [
      {
        id: 'urn:epcglobal:cbv:bizstep:packing',
        attributes: [{ id: 'https://ns.xiangyu.example/mda#paid', attribute: 'no' }],
      },
    ],
  },
  {
    type: 'urn:epcglobal:epcis:vtype:EPCClass',
    vocabularyElementList: [{ id: lot('H'), attributes: [{ id: 'urn:epcglobal:cbv:mda#grade', attribute: 'first' }] }],
  },
  {
    type: 'https://ns.xiangyu.example/vtype/Variety',
    vocabularyElementList: [
      { id: 'urn:x:variety:red', attributes: [{ id: 'urn:epcglobal:cbv:mda#colour', attribute: 'red' }] },
    ],
  },
];

/** The stored set: six events of five types, called by the last letter of their eventIDs. */
export const queryEvents: EventDraft[] = [
  {
    type: 'ObjectEvent',
    eventID: 'urn:x:make',
    ...at(1),
    action: 'ADD',
    bizStep: 'commissioning',
    disposition: 'active',
    epcList: [gtin(5), gtin(25)],
    quantityList: [{ epcClass: lot('H'), quantity: 120, uom: 'KGM' }],
    readPoint: { ...place('field'), 'xy:slope': 'steep' },
    bizLocation: { ...place('row'), 'xy:roof': 'glass' },
    bizTransactionList: [{ type: 'po', bizTransaction: 'urn:x:po:1' }],
    sourceList: [{ type: 'owning_party', source: 'urn:epc:id:pgln:6901234.00001' }],
    destinationList: [{ type: 'possessing_party', destination: 'urn:epc:id:pgln:6901234.00002' }],
    ilmd: { 'xy:variety': 'Hongyang', 'xy:sugar': 14.5, 'xy:picked': { 'xy:hand': 'left', 'xy:hours': 3 } },
    'xy:grade': 'A',
    'xy:score': 5,
    'xy:checked': '2025-07-01T10:00:00+08:00',
    'xy:kind': 'urn:x:variety:red',
    'xy:inspection': { 'xy:by': 'Li', 'xy:points': 92 },
  },
  {
    type: 'AggregationEvent',
    eventID: 'urn:x:pack',
    ...at(2),
    action: 'OBSERVE',
    bizStep: 'packing',
    disposition: 'in_progress',
    parentID: 'urn:epc:id:sscc:6901234.1000000001',
    childEPCs: [gtin(150)],
    childQuantityList: [{ epcClass: 'https://id.gs1.org/01/06901234000047', quantity: 500, uom: 'GRM' }],
    readPoint: place('shed'),
    bizLocation: { id: place108 },
    bizTransactionList: [{ type: 'inv', bizTransaction: 'urn:x:po:1' }],
    'xy:grade': 'B',
    'xy:score': '007',
    'xy:checked': '2025-07-03T10:00:00Z',
  },
  {
    type: 'TransformationEvent',
    eventID: 'urn:x:press',
    ...at(3),
    transformationID: 'urn:epc:id:gdti:6901234.00001.77',
    inputEPCList: [gtin(5)],
    inputQuantityList: [{ epcClass: lot('H') }],
    outputEPCList: ['urn:epc:id:sgtin:6901234.000006.JUICE'],
    outputQuantityList: [{ epcClass: 'https://id.gs1.org/01/06901234000061/10/J', quantity: 80, uom: 'LTR' }],
    persistentDisposition: { set: ['completeness_verified'], unset: ['completeness_inferred'] },
    ilmd: { 'xy:sugar': 11 },
  },
  {
    type: 'ObjectEvent',
    eventID: 'urn:x:sense',
    ...at(4),
    action: 'OBSERVE',
    bizStep: 'sensor_reporting',
    epcList: ['urn:epc:id:sscc:6901234.1000000001'],
    sensorElementList: [
      {
        'xy:rack': 'upper',
        sensorMetadata: {
          startTime: '2025-07-04T06:00:00+08:00',
          endTime: '2025-07-04T08:00:00+08:00',
          deviceID: 'urn:epc:id:giai:6901234.T1',
          dataProcessingMethod: 'urn:x:method:1',
          'xy:firmware': '2.1',
        },
        sensorReport: [
          {
            type: 'Temperature',
            value: 4,
            minValue: 2,
            maxValue: 8,
            meanValue: 5,
            sDev: 1.5,
            uom: 'CEL',
            'xy:probe': 'core',
          },
          { type: 'RelativeHumidity', value: 85, percRank: 50, percValue: 60, uom: 'P1', bizRules: 'urn:x:rule:1' },
          {
            type: 'MassConcentration',
            value: 3,
            uom: 'GL',
            chemicalSubstance: 'urn:x:sugar',
            microorganism: 'urn:x:yeast',
          },
          { type: 'Dimensionless', stringValue: 'ripe|soft', time: '2025-07-04T07:00:00+08:00' },
          { type: 'Dimensionless', booleanValue: true, hexBinaryValue: 'f00d' },
          { type: 'Dimensionless', uriValue: 'urn:x:state:ripe' },
        ],
      },
    ],
  },
  {
    type: 'ObjectEvent',
    eventID: 'urn:x:wrong',
    ...at(5),
    action: 'DELETE',
    bizStep: 'destroying',
    epcList: [gtin(999)],
    errorDeclaration: {
      declarationTime: '2025-07-06T08:00:00+08:00',
      reason: 'incorrect_data',
      correctiveEventIDs: ['urn:x:make'],
      'xy:clerk': 'Wang',
      'xy:review': { 'xy:round': 2 },
    },
  },
  {
    type: 'TransactionEvent',
    eventID: 'urn:x:sell',
    ...at(6),
    action: 'ADD',
    bizStep: 'https://ns.xiangyu.example/bizStep/market',
    parentID: 'urn:epc:id:sscc:6901234.1000000001',
    epcList: ['https://shop.example/01/06901234000047/21/A%2FB'],
    bizTransactionList: [{ type: 'po', bizTransaction: 'urn:x:po:2' }],
    sensorElementList: [{ sensorReport: [{ type: 'Temperature', value: 50, uom: 'FAH' }] }],
  },
];
