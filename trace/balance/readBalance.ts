import type { Sql } from '../../store/index.ts';
import { readCertifiedArea } from './certifiedArea.ts';
import { readLimits, yieldOf } from './limits.ts';

/** A plot of an operator: what it can bear, and what was harvested of it. */
export interface SiteBalance {
  place: string;
  hectares: number;
  plausibleKilograms: number;
  harvestedKilograms: number;
}

/** What an operator harvested, took in, made and passed on of a crop in a season; kilograms. */
export interface BalanceRow {
  member: string;
  crop: string;
  season: number;
  /** Certified; null for who does not grow, or when no certificate names an area. */
  hectares: number | null;
  /** What the certified area can plausibly bear at most. */
  plausibleKilograms: number | null;
  harvestedKilograms: number;
  receivedKilograms: number;
  inputKilograms: number;
  outputKilograms: number;
  leftKilograms: number;
  /** Events whose weight cannot be known: a unit without weight, a product without a weight a piece. */
  unknown: number;
  /** Plots whose certified area is known. */
  sites: SiteBalance[];
  verdict: 'balanced' | 'over' | 'unknown';
}

export interface ReadBalanceParameters {
  operator?: string | undefined;
  crop?: string | undefined;
  season?: number | undefined;
}

type Sums = Omit<BalanceRow, 'hectares' | 'plausibleKilograms' | 'sites' | 'verdict'> & { places: (string | null)[] };

const slack = 1.03;

/** The balance of each operator, crop and season, the latest season first; at most 500 rows. */
export async function readBalance(sql: Sql, { operator, crop, season }: ReadBalanceParameters): Promise<BalanceRow[]> {
  const rows = await sql<Sums[]>`
    SELECT member, crop, season,
      coalesce(sum(kilograms) FILTER (WHERE kind = 'harvest'), 0)::float8 AS "harvestedKilograms",
      coalesce(sum(kilograms) FILTER (WHERE kind = 'received'), 0)::float8 AS "receivedKilograms",
      coalesce(sum(kilograms) FILTER (WHERE kind = 'input'), 0)::float8 AS "inputKilograms",
      coalesce(sum(kilograms) FILTER (WHERE kind = 'output'), 0)::float8 AS "outputKilograms",
      greatest(coalesce(sum(kilograms) FILTER (WHERE kind = 'packed'), 0),
        coalesce(sum(kilograms) FILTER (WHERE kind = 'shipped'), 0),
        coalesce(sum(kilograms) FILTER (WHERE kind = 'sold'), 0))::float8 AS "leftKilograms",
      count(*) FILTER (WHERE kilograms IS NULL AND quantity IS NOT NULL)::int AS unknown,
      array_agg(DISTINCT place) FILTER (WHERE kind = 'harvest') AS places
    FROM trace.balance_entries
    WHERE crop IS NOT NULL AND (${operator ?? null}::text IS NULL OR member = ${operator ?? null})
      AND (${crop ?? null}::text IS NULL OR crop = ${crop ?? null})
      AND (${season ?? null}::int IS NULL OR season = ${season ?? null})
    GROUP BY member, crop, season ORDER BY season DESC, member, crop LIMIT 500`;
  const limits = await readLimits(sql);
  const harvests = await readHarvests(sql, { operator, crop, season });
  const regions = await readRegions(
    sql,
    rows.flatMap(({ places }) => places ?? []),
  );
  return Promise.all(
    rows.map(async ({ places, ...row }) => {
      const sites: SiteBalance[] = [];
      for (const place of places ?? []) {
        if (place === null) continue;
        const { member, crop, season } = row;
        const area = await readCertifiedArea(sql, { place, members: [member], crop, season });
        const plausible = yieldOf(limits, crop, regions.get(place) ?? null);
        if (!area || !plausible) continue;
        const plausibleKilograms = area.hectares * plausible.mostKgPerHectare;
        const harvestedKilograms = harvests.get(`${member} ${crop} ${season} ${place}`) ?? 0;
        sites.push({ place, hectares: area.hectares, plausibleKilograms, harvestedKilograms });
      }
      const sum = (part: 'hectares' | 'plausibleKilograms') =>
        sites.length === 0 ? null : sites.reduce((total, site) => total + site[part], 0);
      // One plot does not make good for another.
      const over =
        sites.some((site) => site.harvestedKilograms > site.plausibleKilograms * slack) ||
        (row.inputKilograms > 0 && row.outputKilograms > row.inputKilograms * slack);
      const had = row.harvestedKilograms + row.receivedKilograms + row.outputKilograms;
      // What came in a container is not weighed here: who passed on more than is known to have come is not judged.
      const sourced = row.leftKilograms === 0 || had > 0;
      const known = sourced && row.unknown === 0 && (row.harvestedKilograms === 0 || sites.length === places?.length);
      const verdict = over ? 'over' : known ? 'balanced' : 'unknown';
      return {
        ...row,
        hectares: sum('hectares'),
        plausibleKilograms: sum('plausibleKilograms'),
        sites,
        verdict,
      } satisfies BalanceRow;
    }),
  );
}

/** Harvested kilograms by operator, crop, season and place. */
async function readHarvests(sql: Sql, { operator, crop, season }: ReadBalanceParameters): Promise<Map<string, number>> {
  const rows = await sql<{ key: string; kilograms: number }[]>`
    SELECT concat_ws(' ', member, crop, season, place) AS key, sum(kilograms)::float8 AS kilograms
    FROM trace.balance_entries
    WHERE kind = 'harvest' AND crop IS NOT NULL AND (${operator ?? null}::text IS NULL OR member = ${operator ?? null})
      AND (${crop ?? null}::text IS NULL OR crop = ${crop ?? null})
      AND (${season ?? null}::int IS NULL OR season = ${season ?? null})
    GROUP BY member, crop, season, place LIMIT 5000`;
  return new Map(rows.map(({ key, kilograms }) => [key, kilograms]));
}

/** Regions of places, by master data of the place or of the site that it is a part of. */
async function readRegions(sql: Sql, places: readonly (string | null)[]): Promise<Map<string, string>> {
  const given = [...new Set(places.filter((place) => place !== null))];
  const rows = await sql<{ place: string; region: string }[]>`
    SELECT p.place, v.attributes->>'https://ns.xiangyu.example/mda#region' AS region
    FROM unnest(${given}::text[]) AS p(place)
    JOIN trace.vocabulary v ON v.key IN (p.place, substring(p.place from '^https://id.gs1.org/414/[0-9]{13}'))
    WHERE v.attributes ? 'https://ns.xiangyu.example/mda#region'`;
  return new Map(rows.map(({ place, region }) => [place, region]));
}
