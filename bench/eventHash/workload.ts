import type { JsonValue } from '../../proof/index.ts';

type Json = { [key: string]: JsonValue };

/** A small linear congruential generator: the same seed gives the same documents on every machine. */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const COMPANIES = ['6901234', '6905678', '6920001', '6933333'];

/**
 * EPCIS documents of a food chain: harvest, packing, sale, transport with temperatures and reuse of crates, the five
 * types of event in turn. The compared library puts source lists before destination lists and business transactions
 * before sensor data, other than the published hashes do, so no event has both of a pair. It writes an SSCC given as URN
 * one digit too long and takes some URIs that end in digits for times: boxes are Digital Links, certificates end in `A`.
 */
export function createWorkload(documentCount: number, eventsPerDocument: number): Json[] {
  const random = createRandom(7);
  const company = () => COMPANIES[random(COMPANIES.length)] ?? '6901234';
  const digits = (length: number) => Array.from({ length }, () => random(10)).join('');
  const item = () => `urn:epc:id:sgtin:${company()}.0${digits(5)}.${random(1e9)}`;
  const lot = () => `urn:epc:class:lgtin:${company()}.0${digits(5)}.L${random(1e5)}`;
  const box = () => `https://id.gs1.org/00/0${company()}${digits(10)}`;
  const link = () => `https://id.gs1.org/01/06901234567892/21/${random(1e9)}`;
  const place = () => ({ id: `urn:epc:id:sgln:${company()}.000${10 + random(20)}.0` });
  const party = () => `urn:epc:id:pgln:${company()}.000${10 + random(20)}`;
  const some = <T>(count: number, make: () => T) => Array.from({ length: count }, make);
  const when = (at: number) => new Date(Date.UTC(2026, 2, 1) + at * 61_000 + random(1000)).toISOString();

  const base = (type: string, at: number, bizStep: string, disposition: string): Json => ({
    type,
    eventID: `urn:uuid:00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
    eventTime: when(at),
    eventTimeZoneOffset: '+08:00',
    bizStep,
    disposition,
    readPoint: place(),
  });

  const makers: ((at: number) => Json)[] = [
    (at) => ({
      ...base('ObjectEvent', at, 'commissioning', 'active'),
      action: 'ADD',
      quantityList: [{ epcClass: lot(), quantity: 100 + random(900) / 4, uom: 'KGM' }],
      bizLocation: place(),
      ilmd: { 'xy:harvestDate': '2026-02-28', 'xy:variety': 'Huangjin', 'cbvmda:lotNumber': `L${random(1e5)}` },
      'xy:noteEn': 'First pick of the eastern terraces',
    }),
    (at) => ({
      ...base('AggregationEvent', at, 'packing', 'in_progress'),
      action: 'ADD',
      parentID: box(),
      childEPCs: some(8 + random(12), item),
      bizLocation: place(),
    }),
    (at) => ({
      ...base('TransactionEvent', at, 'shipping', 'in_transit'),
      action: 'ADD',
      epcList: some(3, link),
      bizTransactionList: [
        { type: 'po', bizTransaction: `urn:epcglobal:cbv:bt:${company()}000016:${random(1e6)}` },
        { type: 'desadv', bizTransaction: `urn:epcglobal:cbv:bt:${company()}000016:${random(1e6)}` },
      ],
      destinationList: [{ type: 'owning_party', destination: party() }],
    }),
    (at) => ({
      ...base('TransformationEvent', at, 'commissioning', 'active'),
      inputQuantityList: some(2, () => ({ epcClass: lot(), quantity: 50 + random(100), uom: 'KGM' })),
      outputEPCList: some(10, item),
      transformationID: `urn:epc:id:gdti:${company()}.${digits(5)}.${random(1e6)}`,
      certificationInfo: `https://certificates.example/organic/${random(1e5)}A`,
    }),
    (at) => ({
      ...base('AssociationEvent', at, 'sensor_reporting', 'in_progress'),
      action: 'ADD',
      parentID: `urn:epc:id:grai:${company()}.${digits(5)}.${random(1e6)}`,
      childEPCs: [`urn:epc:id:giai:${company()}.${random(1e6)}`],
      sensorElementList: some(3, () => ({
        sensorMetadata: { time: when(at), deviceID: `urn:epc:id:giai:${company()}.${random(1e4)}` },
        sensorReport: [
          { type: 'Temperature', value: 2 + random(60) / 10, uom: 'CEL' },
          { type: 'RelativeHumidity', value: 60 + random(300) / 10, uom: 'A93' },
        ],
      })),
    }),
  ];

  return Array.from({ length: documentCount }, (_, document) => ({
    '@context': [
      'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld',
      { xy: 'https://ns.xiangyu.example/epcis/', cbvmda: 'urn:epcglobal:cbv:mda:' },
    ],
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: '2026-03-01T00:00:00.000Z',
    epcisBody: {
      eventList: Array.from({ length: eventsPerDocument }, (_, i) => {
        const at = document * eventsPerDocument + i;
        return makers[at % makers.length]?.(at) ?? {};
      }),
    },
  }));
}
