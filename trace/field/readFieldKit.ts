import type { Sql } from '../../store/index.ts';
import { findCertificates, readCertificate } from '../certificates/findCertificates.ts';
import { readPrefixes } from '../epcis/terms.ts';
import type { ReadMembers } from '../journey/buildJourney.ts';
import { type Description, type LocalText, readDescriptions } from '../names.ts';
import type { EventRecord } from '../query/storedEvent.ts';
import { readThings } from '../things.ts';

/** A place, product or party by its key, as it is described. */
export interface NamedThing {
  id: string;
  name: LocalText | null;
  geo: string | null;
  /** Described by the own organisation, or its party. */
  own: boolean;
}

/** A lot that the organisation's latest events are about. */
export interface RecentLot {
  id: string;
  name: LocalText | null;
  bizStep: string | null;
  /** ISO 8601 in UTC. */
  eventTime: string;
  quantity: number | null;
  uom: string | null;
}

/** What a phone needs to record events without a network. */
export interface FieldKit {
  member: { slug: string; name: LocalText };
  /** The platform's clock, ISO 8601 in UTC. */
  time: string;
  places: NamedThing[];
  products: NamedThing[];
  parties: NamedThing[];
  lots: RecentLot[];
  /** The organisation's certificates that are valid now, and those that only its events know. */
  certificates: { id: string; name: LocalText | null }[];
}

/** Most entries of each list: a phone keeps and shows no more. */
const most = 300;
const mostLots = 100;
const mostCertificates = 20;
/** How many of the latest captures and events are looked at for lots and certificates. */
const [recentJobs, recentEvents] = [200, 500];

interface VocabularyRow {
  id: string;
  own: boolean;
}

async function readVocabulary(sql: Sql, types: string[], member: string): Promise<NamedThing[]> {
  const rows = await sql<VocabularyRow[]>`
    SELECT v.key AS id, (v.member = ${member} OR p.member IS NOT NULL) AS own
    FROM trace.vocabulary v LEFT JOIN trace.member_parties p ON p.party = v.key AND p.member = ${member}
    WHERE v.type = ANY(${types.map((type) => `urn:epcglobal:epcis:vtype:${type}`)}::text[])
    ORDER BY own DESC, v.updated_at DESC, v.key LIMIT ${most}`;
  const known = await readDescriptions(
    sql,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, own }) => {
    const { name = null, geo = null } = known.get(id) ?? {};
    return { id, name, geo, own };
  });
}

async function readRecent(sql: Sql, member: string): Promise<EventRecord[]> {
  return sql<EventRecord[]>`
    SELECT e.*, v.content AS envelope
    FROM (
      SELECT capture_id FROM trace.capture_jobs WHERE member = ${member} ORDER BY sequence DESC LIMIT ${recentJobs}
    ) j
    JOIN trace.events e USING (capture_id) JOIN trace.envelopes v ON v.digest = e.envelope
    ORDER BY e.event_time DESC, e.sequence DESC LIMIT ${recentEvents}`;
}

function collectLots(events: EventRecord[]): Omit<RecentLot, 'name'>[] {
  const lots = new Map<string, Omit<RecentLot, 'name'>>();
  for (const { document, envelope, biz_step: bizStep, event_time: time } of events) {
    const { things } = readThings(document, readPrefixes(envelope['@context'], document['@context']));
    for (const { key, quantity, uom } of things) {
      if (lots.has(key) || lots.size >= mostLots || !/\/(01|00|8003)\/.*|^urn:/.test(key)) continue;
      if (key.includes('/01/') && !key.includes('/10/')) continue;
      lots.set(key, { id: key, bizStep, eventTime: time.toISOString(), quantity, uom });
    }
  }
  return [...lots.values()];
}

/** What people may claim: a certificate that the register knows as suspended, withdrawn or over is not offered. */
async function collectCertificates(
  sql: Sql,
  member: string,
  events: EventRecord[],
): Promise<Map<string, string | null>> {
  const { certificates } = await findCertificates(sql, {
    operator: member,
    state: 'valid',
    perPage: mostCertificates,
    nextPageToken: null,
  });
  const found = new Map<string, string | null>(certificates.map(({ uri, number }) => [uri, number]));
  const named = new Set(events.flatMap(({ document }) => [document.certificationInfo ?? []].flat()));
  for (const id of [...named].slice(0, mostCertificates)) {
    if (!found.has(id) && (await readCertificate(sql, id)) === null) found.set(id, null);
  }
  return found;
}

/** Gathers the names and lots that a member's people use in the field, few enough to be kept on a phone. */
export async function readFieldKit(
  { sql, readMembers }: { sql: Sql; readMembers: ReadMembers },
  member: string,
): Promise<FieldKit> {
  const [places, products, parties, events, [named]] = await Promise.all([
    readVocabulary(sql, ['BusinessLocation', 'ReadPoint'], member),
    readVocabulary(sql, ['EPCClass'], member),
    readVocabulary(sql, ['Party', 'SourceDest'], member),
    readRecent(sql, member),
    readMembers([member]),
  ]);
  const lots = collectLots(events);
  const certificates = await collectCertificates(sql, member, events);
  const known = await readDescriptions(sql, [...lots.map(({ id }) => id), ...certificates.keys()]);
  const nameOf = (id: string): Description['name'] => known.get(id)?.name ?? null;
  return {
    member: { slug: member, name: named?.name ?? { zh: member, en: member } },
    time: new Date().toISOString(),
    places,
    products,
    parties,
    lots: lots.map((lot) => ({ ...lot, name: nameOf(lot.id) })),
    certificates: [...certificates].map(([id, number]) => ({
      id,
      name: nameOf(id) ?? (number === null ? null : { zh: number, en: number }),
    })),
  };
}
