/** Text in both languages of the region's users. */
export type Bilingual = { zh: string; en: string };

/** An amount of a lot; `uom` is a UN/CEFACT Recommendation 20 code such as KGM, absent when pieces are counted. */
export type Quantity = { epcClass: string; quantity?: number; uom?: string };

type SensorReport = {
  type: string;
  time?: string;
  value?: number;
  minValue?: number;
  maxValue?: number;
  uom: string;
};
export type SensorElement = {
  sensorMetadata: { deviceID?: string; startTime?: string; endTime?: string; time?: string };
  sensorReport: SensorReport[];
};

export type Action = 'ADD' | 'OBSERVE' | 'DELETE';
export type BizTransaction = {
  type: 'cert' | 'desadv' | 'inv' | 'po' | 'prodorder' | 'recadv' | 'testres';
  bizTransaction: string;
};
export type SourceType = 'owning_party' | 'possessing_party' | 'location';

/** An EPCIS 2.0 event as far as the demonstration uses the standard (EPCIS 2.0, section 7.4). */
export type EpcisEvent = {
  type: 'ObjectEvent' | 'AggregationEvent' | 'TransactionEvent' | 'TransformationEvent' | 'AssociationEvent';
  eventID: string;
  eventTime: string;
  eventTimeZoneOffset: string;
  certificationInfo?: string[];
  action?: Action;
  epcList?: string[];
  quantityList?: Quantity[];
  parentID?: string;
  childEPCs?: string[];
  childQuantityList?: Quantity[];
  inputQuantityList?: Quantity[];
  outputQuantityList?: Quantity[];
  bizStep: string;
  disposition?: string;
  readPoint: { id: string };
  bizLocation?: { id: string };
  bizTransactionList?: BizTransaction[];
  sourceList?: { type: SourceType; source: string }[];
  destinationList?: { type: SourceType; destination: string }[];
  sensorElementList?: SensorElement[];
  ilmd?: Record<string, string>;
  'xy:noteZh': string;
  'xy:noteEn': string;
};

export type VocabularyElement = { id: string; attributes: { id: string; attribute: string }[] };
export type Vocabulary = { type: string; vocabularyElementList: VocabularyElement[] };

type EpcisDocument = {
  '@context': (string | Record<string, string>)[];
  id: string;
  type: 'EPCISDocument';
  schemaVersion: '2.0';
  creationDate: string;
  epcisHeader: { epcisMasterData: { vocabularyList: Vocabulary[] } };
  epcisBody: { eventList: EpcisEvent[] };
};

/** One document as one member's system would send it. `key` is stable from one load to the next. */
export type DemoDocument = { key: string; member: string; document: EpcisDocument };
