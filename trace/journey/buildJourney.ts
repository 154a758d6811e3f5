import { inBoth, parseDigitalLink, wordsOfError } from '../../proof/index.ts';
import type { Store } from '../../store/index.ts';
import { publicViewer } from '../access/viewer.ts';
import { readPhotos } from '../attachments/readPhotos.ts';
import { bareWord, type Prefixes, readExtension, readPrefixes } from '../epcis/terms.ts';
import { traceErrors } from '../errors.ts';
import type { Evidence, EvidenceLog, EvidenceStatus } from '../evidence.ts';
import { readSeenRecords } from '../graph/lineage/readLineageEvents.ts';
import { traceBounds } from '../graph/traceBack.ts';
import { walkBack } from '../graph/walkBack.ts';
import { type Description, type LocalText, readDescriptions } from '../names.ts';
import type { EventRecord } from '../query/storedEvent.ts';
import { toThingKey } from '../things.ts';
import { summariseTemperature, type Temperature } from './summariseTemperature.ts';

/** A certificate or test result that an event names. */
interface JourneyCertificate {
  id: string;
  /** `certificationInfo`, or the type of the business transaction: `cert` or `testres`. */
  type: string;
  name: LocalText | null;
}

/** One event of a journey. */
interface JourneyStep {
  eventID: string;
  hash: string;
  type: string;
  eventTime: string;
  eventTimeZoneOffset: string;
  bizStep: string | null;
  disposition: string | null;
  member: { slug: string; name: LocalText };
  place: { id: string; name: LocalText | null; geo: string | null } | null;
  title: LocalText | null;
  inputs: string[];
  outputs: string[];
  parent: string | null;
  temperature: Temperature | null;
  certificates: JourneyCertificate[];
  /** SHA-256 of the pictures that the event names, hexadecimal. */
  photos: string[];
  statementId: string;
  status: EvidenceStatus;
}

/** What the product page tells of a lot: where it came from and where it went, in the order of time. */
export interface Journey {
  product: {
    gtin: string;
    lot: string;
    digitalLink: string;
    name: LocalText | null;
    image: null;
    origin: LocalText | null;
    description: LocalText | null;
    demo: boolean;
  };
  steps: JourneyStep[];
  /** Steps that are not for everybody: whose they are, and their evidence. */
  sealed: Pick<JourneyStep, 'hash' | 'member' | 'statementId' | 'status'>[];
  /** True when there are more steps than one page tells. */
  truncated: boolean;
}

/** Gives the names of members; those it does not know are left out. */
export type ReadMembers = (slugs: readonly string[]) => Promise<{ slug: string; name: LocalText }[]>;

export interface JourneyHouse {
  store: Store;
  ledger: Pick<EvidenceLog, 'findStatements'>;
  readMembers: ReadMembers;
}

const maxSteps = 300;

/**
 * Builds the journey of a lot. Throws TRACE_INVALID_IDENTIFIER when the GTIN's check digit or the lot is wrong, and
 * TRACE_NO_SUCH_PRODUCT when no event mentions the lot.
 */
export async function buildJourney(house: JourneyHouse, gtin: string, lot: string): Promise<Journey> {
  const digitalLink = readLot(gtin, lot);
  const { sql } = house.store;
  const walk = await walkBack(sql, digitalLink, traceBounds);
  if (walk.events.size === 0) throw traceErrors.noSuchProduct({ gtin, lot });
  const found = await readSeenRecords(sql, [...walk.events], publicViewer);
  const all = found.filter(({ visible }) => visible);
  const sealed = found.filter(({ visible }) => !visible).slice(0, maxSteps);
  const records = all.slice(0, maxSteps);
  const [descriptions, members, evidence] = await Promise.all([
    readDescriptions(sql, [digitalLink, ...records.flatMap(namedThings)]),
    house.readMembers([...new Set([...records, ...sealed].map(({ member }) => member))]),
    readEvidence(house.ledger, [...records, ...sealed]),
  ]);
  const names = new Map(members.map((member) => [member.slug, member.name]));
  const product = descriptions.get(digitalLink);
  return {
    product: {
      gtin: gtin.padStart(14, '0'),
      lot,
      digitalLink,
      name: product?.name ?? null,
      image: null,
      origin: product?.origin ?? null,
      description: product?.description ?? null,
      demo: product?.demo ?? false,
    },
    steps: records.map((record) => toStep(record, descriptions, names, evidence.get(record.hash))),
    sealed: sealed.map(({ hash, member, statement_id }) => ({
      hash,
      member: { slug: member, name: names.get(member) ?? { zh: member, en: member } },
      statementId: statement_id ?? '',
      status: findStatement(evidence.get(hash), statement_id)?.status ?? 'pending',
    })),
    truncated: walk.truncated || all.length > records.length,
  };
}

function readLot(gtin: string, lot: string): string {
  const path = `/01/${encodeURIComponent(gtin)}/10/${encodeURIComponent(lot)}`;
  try {
    parseDigitalLink(path);
  } catch (cause) {
    const { en, zh } = wordsOfError(cause);
    const problem = { en, zh: zh.replace(/。$/, '') };
    throw traceErrors.invalidIdentifier(...inBoth({ value: path.slice(0, 200), problem }, { cause }));
  }
  return toThingKey(`https://id.gs1.org${path}`);
}

const prefixesOf = ({ envelope, document }: EventRecord) => readPrefixes(envelope['@context'], document['@context']);
const placeOf = ({ document }: EventRecord) => document.bizLocation?.id ?? document.readPoint?.id ?? null;

function namedThings(record: EventRecord): string[] {
  const place = placeOf(record);
  const certificates = readCertificates(record, prefixesOf(record)).map(({ id }) => toThingKey(id));
  return [...(place === null ? [] : [toThingKey(place)]), ...certificates];
}

function readCertificates({ document }: EventRecord, prefixes: Prefixes): { id: string; type: string }[] {
  const found = new Map<string, string>();
  for (const { type, bizTransaction } of document.bizTransactionList ?? []) {
    const word = type === undefined ? '' : bareWord(prefixes, type);
    if (word === 'cert' || word === 'testres') found.set(bizTransaction, word);
  }
  for (const id of [document.certificationInfo ?? []].flat()) if (!found.has(id)) found.set(id, 'certificationInfo');
  return [...found].map(([id, type]) => ({ id, type }));
}

async function readEvidence(ledger: JourneyHouse['ledger'], records: EventRecord[]) {
  const hashes = [...new Set(records.map(({ hash }) => hash))];
  const statements = await Promise.all(hashes.map((hash) => ledger.findStatements(hash)));
  return new Map(hashes.map((hash, index) => [hash, statements[index] ?? []]));
}

function toStep(
  record: EventRecord,
  descriptions: Map<string, Description>,
  names: Map<string, LocalText>,
  evidence: Awaited<ReturnType<EvidenceLog['findStatements']>> = [],
): JourneyStep {
  const { document, member } = record;
  const prefixes = prefixesOf(record);
  const place = placeOf(record);
  const described = place === null ? undefined : descriptions.get(toThingKey(place));
  const statement = findStatement(evidence, record.statement_id);
  const things = (uris: string[] = [], quantities: { epcClass: string }[] = []) =>
    [...uris, ...quantities.map(({ epcClass }) => epcClass)].map(toThingKey);
  return {
    eventID: record.event_id,
    hash: record.hash,
    type: document.type,
    eventTime: record.event_time.toISOString(),
    eventTimeZoneOffset: document.eventTimeZoneOffset,
    bizStep: record.biz_step,
    disposition: record.disposition,
    member: { slug: member, name: names.get(member) ?? { zh: member, en: member } },
    place: place === null ? null : { id: place, name: described?.name ?? null, geo: described?.geo ?? null },
    title: readTitle(record, prefixes),
    inputs: things(document.inputEPCList, document.inputQuantityList),
    outputs: things(document.outputEPCList, document.outputQuantityList),
    parent: document.parentID === undefined ? null : toThingKey(document.parentID),
    temperature: summariseTemperature(document.sensorElementList ?? [], { eventTime: document.eventTime, prefixes }),
    photos: readPhotos(record),
    certificates: readCertificates(record, prefixes).map(({ id, type }) => ({
      id,
      type,
      name: descriptions.get(toThingKey(id))?.name ?? null,
    })),
    statementId: record.statement_id ?? '',
    status: statement?.status ?? 'pending',
  };
}

const findStatement = (evidence: readonly Evidence[] = [], id: string | null) =>
  evidence.find(({ statementId }) => statementId === id) ?? evidence[0];

const noteNamespace = 'https://ns.xiangyu.example/epcis/';

function readTitle({ document }: EventRecord, prefixes: Prefixes): LocalText | null {
  const read = (name: string) => {
    const value = readExtension(prefixes, document, [noteNamespace + name]);
    return typeof value === 'string' ? value : null;
  };
  const zh = read('noteZh') ?? read('noteEn');
  const en = read('noteEn') ?? zh;
  return zh === null || en === null ? null : { zh, en };
}
