import type { JsonObject, Words } from '../../house.ts';
import type { ConnectorEntry } from '../../registry/registry.ts';
import type { CatalogueParts } from '../parts.ts';
import { listActive, splitConnectors } from './departments.ts';

/** Why a catalogue could not be read. */
export interface CopyProblem {
  /** Of the error catalogue; null for what is not of it. */
  code: string | null;
  words: Words;
}

/** Where a reading goes on. */
interface CopyCursor {
  page: number;
  next: string;
  /** Characters that its pages had so far. */
  size: number;
}

/** One asker's copy of one department's catalogue. */
export interface CopyRow {
  participant: string;
  department: string;
  did: string;
  address: string;
  cursor: CopyCursor | null;
  read_at: Date | null;
  failed_at: Date | null;
  failures: number;
  problem: CopyProblem | null;
}

const minute = 60_000;
/** For those who searched within the last hour copies are read every five minutes, for others once a day, for a month. */
const freshMs = 5 * minute;
const idleMs = 24 * 60 * minute;
const askedMs = 60 * minute;
const forgottenMs = 30 * 24 * 60 * minute;
/** Nobody else takes a copy that is being read for this long. */
const leaseMs = 3 * minute;

/** Makes, renews and removes an asker's copies as the registry says who is there; mostly there is nothing to do. */
async function alignCopies(
  { house }: CatalogueParts,
  participant: string,
  elsewhere: readonly ConnectorEntry[],
): Promise<void> {
  const { store } = house;
  const known = await store.sql<Pick<CopyRow, 'department' | 'did' | 'address'>[]>`
    SELECT department, did, address FROM exchange.catalogue_copies WHERE participant = ${participant}`;
  const wanted = new Map(elsewhere.map(({ slug, did, address }) => [slug, { slug, did, address }]));
  const gone = known.filter(({ department }) => !wanted.has(department)).map(({ department }) => department);
  for (const { department, did, address } of known) {
    const entry = wanted.get(department);
    if (entry?.did === did && entry.address === address) wanted.delete(department);
  }
  if (gone.length === 0 && wanted.size === 0) return;
  const fresh = JSON.stringify([...wanted.values()]);
  await store.transaction(async (tx) => {
    await tx`
      DELETE FROM exchange.catalogue_copies WHERE participant = ${participant} AND department = ANY(${gone}::text[])`;
    await tx`
      INSERT INTO exchange.catalogue_copies (participant, department, did, address, due_at)
      SELECT ${participant}, slug, did, address, ${house.now()}
      FROM jsonb_to_recordset(${fresh}::text::jsonb) AS e(slug text, did text, address text)
      ON CONFLICT (participant, department) DO UPDATE
      SET did = excluded.did, address = excluded.address, cursor = NULL, failures = 0, due_at = excluded.due_at`;
  });
}

/** Notes that a department searches; copies that were left to age are read again at once. */
export async function noteSearch(
  parts: CatalogueParts,
  participant: string,
  elsewhere: readonly ConnectorEntry[],
): Promise<void> {
  await alignCopies(parts, participant, elsewhere);
  if (elsewhere.length === 0) return;
  const { store, now } = parts.house;
  const time = now();
  const ago = (ms: number) => new Date(time.getTime() - ms);
  const [asker] = await store.sql`
    SELECT FROM exchange.catalogue_askers WHERE participant = ${participant} AND asked_at > ${ago(minute)}`;
  if (asker) return;
  await store.transaction(async (tx) => {
    await tx`
      INSERT INTO exchange.catalogue_askers (participant, asked_at) VALUES (${participant}, ${time})
      ON CONFLICT (participant) DO UPDATE SET asked_at = excluded.asked_at`;
    await tx`
      UPDATE exchange.catalogue_copies SET due_at = ${time}
      WHERE participant = ${participant} AND failures = 0 AND due_at > ${time} AND read_at < ${ago(freshMs)}`;
  });
}

/** Follows the registry for all who asked: who came, moved or left. */
export async function followRegistry(parts: CatalogueParts): Promise<void> {
  const { house } = parts;
  const { sql } = house.store;
  const long = new Date(house.now().getTime() - forgottenMs);
  await sql`
    DELETE FROM exchange.catalogue_copies c WHERE NOT EXISTS (
      SELECT FROM exchange.catalogue_askers a WHERE a.participant = c.participant AND a.asked_at > ${long})`;
  const askers = await sql<{ participant: string }[]>`
    SELECT participant FROM exchange.catalogue_askers WHERE asked_at > ${long}`;
  if (askers.length === 0) return;
  const { here, elsewhere } = await splitConnectors(parts, await listActive(parts));
  for (const { participant } of askers) {
    await alignCopies(parts, participant, here.includes(participant) ? elsewhere : []);
  }
}

/** Takes the copy that is due first, of a department that is not being read; null when there is none. */
export async function claimCopy({ house }: CatalogueParts, beingRead: Iterable<string>): Promise<CopyRow | null> {
  const now = house.now();
  const [row] = await house.store.sql<CopyRow[]>`
    UPDATE exchange.catalogue_copies SET due_at = ${new Date(now.getTime() + leaseMs)}
    WHERE (participant, department) = (
      SELECT participant, department FROM exchange.catalogue_copies
      WHERE due_at <= ${now} AND department <> ALL(${[...beingRead]}::text[]) ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING participant, department, did, address, cursor, read_at, failed_at, failures, problem`;
  return row ?? null;
}

/** What is known of a dataset of a page, ready to be stored. */
export interface CopiedEntry {
  id: string;
  entry: JsonObject;
  content: JsonObject;
  freshness: JsonObject | null;
  words: string[];
}

/** Whether a page has changed since it was read last. */
export async function isPageKnown(
  { house }: CatalogueParts,
  { participant, department }: CopyRow,
  { page, digest }: { page: number; digest: string },
): Promise<boolean> {
  const rows = await house.store.sql`
    SELECT FROM exchange.catalogue_pages
    WHERE participant = ${participant} AND department = ${department} AND page = ${page} AND digest = ${digest}`;
  return rows.length > 0;
}

/** Stores a page that has changed; what was on it before stays until the whole catalogue has been read. */
export async function storePage(
  { house }: CatalogueParts,
  { participant, department }: CopyRow,
  { page, digest, entries }: { page: number; digest: string; entries: readonly CopiedEntry[] },
): Promise<void> {
  const ids = entries.map(({ id }) => id);
  await house.store.transaction(async (tx) => {
    for (const { id, entry, content, freshness, words } of entries) {
      await tx`
        INSERT INTO exchange.catalogue_entries (participant, department, id, entry, content, freshness, words)
        VALUES (${participant}, ${department}, ${id}, ${tx.json(entry)}, ${tx.json(content)},
          ${freshness && tx.json(freshness)}, array_to_tsvector(${words}::text[]))
        ON CONFLICT (participant, department, id) DO UPDATE SET entry = excluded.entry, content = excluded.content,
          freshness = excluded.freshness, words = excluded.words
        WHERE catalogue_entries.entry IS DISTINCT FROM excluded.entry`;
    }
    await tx`
      INSERT INTO exchange.catalogue_pages (participant, department, page, digest, ids)
      VALUES (${participant}, ${department}, ${page}, ${digest}, ${ids}::text[])
      ON CONFLICT (participant, department, page) DO UPDATE SET digest = excluded.digest, ids = excluded.ids`;
  });
}

/** Keeps where the reading has come to, unless the connector has moved meanwhile: then that leads nowhere. */
export async function keepCursor(
  { house }: CatalogueParts,
  { participant, department, did, address }: CopyRow,
  cursor: CopyRow['cursor'],
): Promise<void> {
  const { sql } = house.store;
  await sql`
    UPDATE exchange.catalogue_copies SET cursor = ${cursor && sql.json({ ...cursor })}
    WHERE participant = ${participant} AND department = ${department} AND did = ${did} AND address = ${address}`;
}

/** The whole catalogue was read: what none of its pages has any more is gone. */
export async function finishCopy({ house }: CatalogueParts, copy: CopyRow, pages: number): Promise<void> {
  const { participant, department, did, address } = copy;
  const now = house.now();
  await house.store.transaction(async (tx) => {
    const [asker] = await tx<{ asked_at: Date }[]>`
      SELECT asked_at FROM exchange.catalogue_askers WHERE participant = ${participant}`;
    const isAsking = asker !== undefined && asker.asked_at.getTime() > now.getTime() - askedMs;
    const { count } = await tx`
      UPDATE exchange.catalogue_copies SET cursor = NULL, read_at = ${now}, failed_at = NULL, failures = 0, problem = NULL,
        due_at = ${new Date(now.getTime() + (isAsking ? freshMs : idleMs))}
      WHERE participant = ${participant} AND department = ${department} AND did = ${did} AND address = ${address}`;
    if (count === 0) return;
    const dropped = await tx`
      DELETE FROM exchange.catalogue_pages
      WHERE participant = ${participant} AND department = ${department} AND page > ${pages}`;
    await tx`
      DELETE FROM exchange.catalogue_entries e
      WHERE participant = ${participant} AND department = ${department} AND NOT EXISTS (
        SELECT FROM exchange.catalogue_pages p
        WHERE p.participant = e.participant AND p.department = e.department AND e.id = ANY(p.ids))`;
    if (dropped.count > 0) house.context.logger.debug({ participant, department }, 'a catalogue has fewer pages');
  });
}

/** A reading failed; what was read before stays, unless the department no longer wants the asker to see it. */
export async function failCopy(
  { house }: CatalogueParts,
  { participant, department, failures }: CopyRow,
  { problem, isRefused }: { problem: CopyProblem; isRefused: boolean },
): Promise<void> {
  const now = house.now();
  const waitMs = Math.min(30 * minute, 30_000 * 2 ** Math.min(failures, 10));
  await house.store.transaction(async (tx) => {
    await tx`
      UPDATE exchange.catalogue_copies SET failed_at = ${now}, failures = failures + 1,
        problem = ${tx.json({ code: problem.code, words: { ...problem.words } })},
        due_at = ${new Date(now.getTime() + waitMs)}
        ${isRefused ? tx`, cursor = NULL, read_at = NULL` : tx``}
      WHERE participant = ${participant} AND department = ${department}`;
    if (!isRefused) return;
    for (const table of ['catalogue_entries', 'catalogue_pages']) {
      await tx`DELETE FROM ${tx(`exchange.${table}`)} WHERE participant = ${participant} AND department = ${department}`;
    }
  });
}
