import type { EventDraft } from './makeDocument.ts';

const link = (path: string) => `https://id.gs1.org/${path}`;

/** Things of a chain from field to shop. */
export const things = {
  crop: link('01/96901234000019/10/CROP-7'),
  harvest: link('01/96901234000026/10/H-1'),
  product: link('01/06901234000030/10/P-1'),
  otherProduct: link('01/06901234000030/10/P-2'),
  item: link('01/06901234000030/21/0001'),
  crate: link('8003/06901234000047C1'),
  case1: link('01/16901234000037/21/1'),
  case2: link('01/16901234000037/21/2'),
  case3: link('01/16901234000037/21/3'),
  pallet: link('00/369012340000000017'),
  otherPallet: link('00/369012340000000024'),
  truck: link('8004/6901234TRUCK1'),
  logger: link('8004/6901234LOG1'),
  field: link('414/6901234000016'),
  certificate: 'https://certifier.example.com/certificates/2025-7',
};

const at = (day: number, clock: string) => ({ eventTime: `2025-06-${String(day).padStart(2, '0')}T${clock}:00Z` });
const label = (name: string) => ({ 'xy:noteEn': name });
const kilograms = (epcClass: string, quantity: number) => ({ epcClass, quantity, uom: 'KGM' });
const see = (name: string, day: number, clock: string, thing: string): EventDraft => ({
  type: 'ObjectEvent',
  action: 'OBSERVE',
  epcList: [thing],
  ...at(day, clock),
  ...label(name),
});
const pack = (
  name: string,
  [day, clock]: [number, string],
  action: 'ADD' | 'DELETE',
  parentID: string,
  content: Partial<EventDraft>,
): EventDraft => ({ type: 'AggregationEvent', action, parentID, ...content, ...at(day, clock), ...label(name) });
const pieces = (epcClass: string, quantity: number) => ({ childQuantityList: [{ epcClass, quantity }] });

const t = things;

/** The events in the order in which they happen; `xy:noteEn` names them. */
export const chain: EventDraft[] = [
  { ...see('crate before', 1, '08:00', t.crate) },
  {
    type: 'ObjectEvent',
    action: 'ADD',
    bizStep: 'commissioning',
    quantityList: [{ epcClass: t.crop }],
    readPoint: { id: t.field },
    ...at(2, '08:00'),
    ...label('sow'),
  },
  {
    type: 'ObjectEvent',
    action: 'OBSERVE',
    bizStep: 'inspecting',
    quantityList: [{ epcClass: t.crop }],
    certificationInfo: t.certificate,
    ...at(3, '08:00'),
    ...label('inspect'),
  },
  {
    type: 'TransformationEvent',
    inputQuantityList: [{ epcClass: t.crop }],
    outputQuantityList: [kilograms(t.harvest, 1000)],
    ...at(10, '08:00'),
    ...label('harvest'),
  },
  pack('into crate', [10, '09:00'], 'ADD', t.crate, { childQuantityList: [kilograms(t.harvest, 1000)] }),
  see('crate with harvest', 10, '10:00', t.crate),
  pack('part out of crate', [10, '10:30'], 'DELETE', t.crate, { childQuantityList: [kilograms(t.harvest, 400)] }),
  see('crate with the rest', 10, '10:45', t.crate),
  pack('out of crate', [10, '11:00'], 'DELETE', t.crate, { childQuantityList: [kilograms(t.harvest, 600)] }),
  see('crate after', 10, '12:00', t.crate),
  {
    type: 'TransformationEvent',
    inputQuantityList: [kilograms(t.harvest, 900)],
    outputQuantityList: [{ epcClass: t.product, quantity: 300 }],
    ...at(11, '08:00'),
    ...label('process'),
  },
  {
    type: 'ObjectEvent',
    action: 'OBSERVE',
    quantityList: [kilograms(t.harvest, 100)],
    ...at(11, '09:00'),
    ...label('rest of the harvest, later'),
  },
  {
    type: 'ObjectEvent',
    action: 'ADD',
    bizStep: 'commissioning',
    epcList: [t.item],
    ilmd: { 'cbvmda:lotNumber': 'P-1' },
    ...at(11, '10:00'),
    ...label('item'),
  },
  pack('case 1', [12, '08:00'], 'ADD', t.case1, pieces(t.product, 100)),
  pack('case 2', [12, '08:10'], 'ADD', t.case2, pieces(t.product, 100)),
  pack('case 3', [12, '08:20'], 'ADD', t.case3, pieces(t.otherProduct, 100)),
  pack('pallet', [12, '09:00'], 'ADD', t.pallet, { childEPCs: [t.case1, t.case2] }),
  pack('other pallet', [12, '09:10'], 'ADD', t.otherPallet, { childEPCs: [t.case3] }),
  see('truck before', 12, '20:00', t.truck),
  {
    type: 'AssociationEvent',
    action: 'ADD',
    parentID: t.pallet,
    childEPCs: [t.logger],
    ...at(13, '07:00'),
    ...label('logger on'),
  },
  pack('load', [13, '08:00'], 'ADD', t.truck, { childEPCs: [t.pallet, t.otherPallet] }),
  see('other pallet on the way', 13, '09:00', t.otherPallet),
  {
    ...see('drive', 13, '10:00', t.truck),
    bizStep: 'transporting',
    sensorElementList: [
      {
        sensorMetadata: { deviceID: 'urn:epc:id:giai:6901234.LOG1' },
        sensorReport: [
          { type: 'Temperature', time: '2025-06-13T09:00:00Z', value: 4, uom: 'CEL' },
          { type: 'gs1:Temperature', time: '2025-06-13T09:30:00Z', value: 41, uom: 'FAH' },
          { type: 'Temperature', minValue: 3.5, maxValue: 6.25, uom: 'CEL' },
          { type: 'RelativeHumidity', value: 80, uom: 'P1' },
        ],
      },
    ],
  },
  see('logger on the way', 13, '11:00', t.logger),
  pack('unload', [13, '12:00'], 'DELETE', t.truck, { childEPCs: [t.pallet] }),
  see('truck after', 13, '14:00', t.truck),
  {
    type: 'AssociationEvent',
    action: 'DELETE',
    parentID: t.pallet,
    childEPCs: [t.logger],
    ...at(13, '15:00'),
    ...label('logger off'),
  },
  see('logger after', 13, '16:00', t.logger),
  pack('empty pallet', [14, '09:00'], 'DELETE', t.pallet, {}),
  see('pallet after', 14, '10:00', t.pallet),
  pack('open case 1', [15, '08:00'], 'DELETE', t.case1, pieces(t.product, 100)),
  {
    type: 'ObjectEvent',
    action: 'OBSERVE',
    bizStep: 'retail_selling',
    quantityList: [{ epcClass: t.product, quantity: 2 }],
    ...at(16, '08:00'),
    ...label('sell'),
  },
];

/** Master data of the chain. */
export const vocabularies = [
  {
    type: 'urn:epcglobal:epcis:vtype:EPCClass',
    vocabularyElementList: [
      {
        id: 'urn:epc:idpat:sgtin:6901234.000003.*',
        attributes: [
          { id: 'https://ns.xiangyu.example/mda#name.zh', attribute: '猕猴桃' },
          { id: 'https://ns.xiangyu.example/mda#name.en', attribute: 'Kiwifruit' },
          { id: 'https://ns.xiangyu.example/mda#origin.zh', attribute: '湘西' },
          { id: 'https://ns.xiangyu.example/mda#origin.en', attribute: 'Xiangxi' },
        ],
      },
    ],
  },
  {
    type: 'urn:epcglobal:epcis:vtype:BusinessLocation',
    vocabularyElementList: [
      {
        id: 'urn:epc:id:sgln:6901234.00001.0',
        attributes: [
          { id: 'urn:epcglobal:cbv:mda#name', attribute: 'Field 7' },
          { id: 'urn:epcglobal:cbv:mda#latitude', attribute: '28.3' },
          { id: 'urn:epcglobal:cbv:mda#longitude', attribute: '109.7' },
        ],
      },
    ],
  },
  {
    type: 'urn:epcglobal:epcis:vtype:BusinessTransaction',
    vocabularyElementList: [
      { id: things.certificate, attributes: [{ id: 'urn:epcglobal:cbv:mda#name', attribute: 'Organic 2025-7' }] },
    ],
  },
];
