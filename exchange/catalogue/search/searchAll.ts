import type { JsonObject, Words } from '../../house.ts';
import type { DatasetFilter } from '../dataset.ts';
import { conditionOf } from '../findDatasets.ts';
import { describeDatasets } from '../message/catalogMessage.ts';
import { type CatalogEntry, readEntry } from '../message/readCatalog.ts';
import { type CataloguePage, type PageParameters, readPageToken, toPage } from '../page.ts';
import type { CatalogueParts } from '../parts.ts';
import { toUuid, type VersionRow, versionOf } from '../rows.ts';
import { type CopyProblem, type CopyRow, noteSearch } from './copies.ts';
import { findSearched } from './departments.ts';

/** A dataset with the department that has it. */
export interface FoundEntry extends CatalogEntry {
  department: string;
}

/** A department whose catalogue was searched. */
export interface SearchedDepartment {
  department: string;
  name: Words;
  /** Datasets that were found there. */
  found: number;
  /** Whether its catalogue is in this database, and so as it is now. */
  here: boolean;
  /** When its catalogue was read last; null before the first time. */
  readAt: string | null;
  /** Why it could not be read since, and when that was tried. */
  failedAt: string | null;
  problem: CopyProblem | null;
}

/** What a search over all catalogues finds. */
export interface FoundPage extends CataloguePage<FoundEntry> {
  departments: SearchedDepartment[];
}

/** Copies that nobody could renew for so long are no longer shown. */
const longestMs = 7 * 24 * 60 * 60_000;

type Found = { department: string; id: string } & ({ row: VersionRow } | { entry: CatalogEntry });

/** The conditions of a search, for datasets here (`d`, `v`) and for copies (`d`, `o`). */
function openSearch(
  parts: CatalogueParts,
  p: { asker: string; here: string[]; elsewhere: string[]; granted: string[]; filter: DatasetFilter },
) {
  const { sql } = parts.house.store;
  const { asker, here, elsewhere, granted, filter } = p;
  const ids = granted.map(toUuid).filter((id) => id !== null);
  return {
    datasets: sql`
      FROM exchange.datasets d
      JOIN exchange.dataset_versions v ON v.dataset = d.id AND v.version = d.version,
        LATERAL (SELECT v.content AS c, v.words AS w) x
      WHERE d.participant = ANY(${here}::text[]) AND d.state <> 'withdrawn'
        AND (d.participant = ${asker} OR (c->>'level')::int < ${parts.rules.grantedOnlyFromLevel}
          OR d.id = ANY(${ids}::uuid[]))
        ${conditionOf(sql, filter)}`,
    copies: sql`
      FROM exchange.catalogue_entries d
      JOIN exchange.catalogue_copies o ON o.participant = d.participant AND o.department = d.department,
        LATERAL (SELECT d.content AS c, d.words AS w) x
      WHERE d.participant = ${asker} AND d.department = ANY(${elsewhere}::text[])
        AND (o.read_at IS NULL OR o.read_at > ${new Date(parts.house.now().getTime() - longestMs)})
        ${conditionOf(sql, filter)}`,
  };
}

/** Entries as their departments would show them to others, in the order that they were found. */
async function describe(parts: CatalogueParts, found: readonly Found[]): Promise<FoundEntry[]> {
  const rows = found.flatMap((one) => ('row' in one ? [versionOf(one.row)] : []));
  const bodies = new Map<string, JsonObject>();
  for (const [participant, datasets] of Map.groupBy(rows, (dataset) => dataset.participant)) {
    for (const [id, body] of await describeDatasets(parts, participant, datasets)) bodies.set(id, body);
  }
  return found.flatMap((one) => {
    const body = bodies.get(one.id);
    const entry = 'entry' in one ? one.entry : body && readEntry(body);
    return entry ? [{ ...entry, department: one.department }] : [];
  });
}

/**
 * Searches the catalogues of all departments that the asker may see: those of this database as they are, those elsewhere as they
 * were read last for this asker.
 */
export async function searchAll(
  parts: CatalogueParts,
  p: { asker: string; filter: DatasetFilter; page: PageParameters },
): Promise<FoundPage> {
  const { asker, filter, page } = p;
  const [after, afterId = ''] = readPageToken(page.pageToken, 2) ?? [];
  const { sql } = parts.house.store;
  const all = await findSearched(parts, asker);
  await noteSearch(parts, asker, all.elsewhere);
  const { here } = all;
  const elsewhere = all.elsewhere.map(({ slug }) => slug);
  const granted = [...(await parts.grantedTo(null, { slug: asker, did: null }))];
  const from = openSearch(parts, { asker, here, elsewhere, granted, filter });
  const most = page.perPage + 1;
  const isFirst = after === undefined;
  const [rows, entries, counts, copies] = await Promise.all([
    sql<VersionRow[]>`
      SELECT d.id, d.participant, d.state, d.quality, d.freshness, v.version, v.content, v.digest, v.published_at
      ${from.datasets} AND (${isFirst} OR (d.participant COLLATE "C", d.id::text COLLATE "C")
        > (${after ?? ''}, ${toUuid(afterId) ?? afterId}))
      ORDER BY d.participant COLLATE "C", d.id::text COLLATE "C" LIMIT ${most}`,
    sql<{ department: string; id: string; entry: CatalogEntry }[]>`
      SELECT d.department, d.id, d.entry
      ${from.copies} AND (${isFirst} OR (d.department COLLATE "C", d.id COLLATE "C") > (${after ?? ''}, ${afterId}))
      ORDER BY d.department COLLATE "C", d.id COLLATE "C" LIMIT ${most}`,
    sql<{ department: string; count: number }[]>`
      SELECT d.participant AS department, count(*)::int ${from.datasets} GROUP BY 1
      UNION ALL SELECT d.department, count(*)::int ${from.copies} GROUP BY 1`,
    sql<Pick<CopyRow, 'department' | 'read_at' | 'failed_at' | 'problem'>[]>`
      SELECT department, read_at, failed_at, problem FROM exchange.catalogue_copies
      WHERE participant = ${asker} AND department = ANY(${elsewhere}::text[])`,
  ]);
  const found: Found[] = [
    ...rows.map((row) => ({ department: row.participant, id: `urn:uuid:${row.id}`, row })),
    ...entries.map(({ department: slug, id, entry }) => ({ department: slug, id, entry })),
  ];
  // A department is here or elsewhere, so that those of one department are in order already.
  found.sort((a, b) => (a.department < b.department ? -1 : a.department > b.department ? 1 : 0));
  const cut = toPage(found, { ...page, keyOf: (one) => [one.department, one.id], toEntry: (one) => one });
  const countOf = new Map(counts.map(({ department: slug, count }) => [slug, count]));
  const copyOf = new Map(copies.map((copy) => [copy.department, copy]));
  return {
    items: await describe(parts, cut.items),
    nextPageToken: cut.nextPageToken,
    departments: [...here, ...elsewhere].sort().map((slug) => {
      const copy = copyOf.get(slug);
      return {
        department: slug,
        name: all.names.get(slug) ?? { zh: slug, en: slug },
        found: countOf.get(slug) ?? 0,
        here: here.includes(slug),
        readAt: copy?.read_at?.toISOString() ?? null,
        failedAt: copy?.failed_at?.toISOString() ?? null,
        problem: copy?.problem ?? null,
      };
    }),
  };
}
