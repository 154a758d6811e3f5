import { inBoth } from '../../proof/index.ts';
import type { Sql } from '../../store/index.ts';
import { toThingKey } from '../things.ts';
import { queryErrors } from './errors.ts';

/** Places below places; more than this is no query but a list of everything. */
const mostPlaces = 20_000;
/** A level costs a round trip: a farm in a county has few, a chain of places made to keep the database busy has many. */
const mostLevels = 100;

const tooComplex = (en: string, zh: string) => queryErrors.queryTooComplex(...inBoth({ problem: { en, zh } }));

/**
 * Keys with all that master data puts below them, directly and indirectly (EPCIS 2.0 section 6.5). A place that is below
 * itself by mistake is met once. Throws TRACE_QUERY_TOO_COMPLEX.
 */
export async function findDescendants(sql: Sql, keys: readonly string[]): Promise<string[]> {
  const found = new Set(keys);
  let level = [...found];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > mostLevels)
      throw tooComplex(
        `there are places below places over more than ${mostLevels} levels`,
        `地点层级超过 ${mostLevels} 层`,
      );
    const rows = await sql<{ children: string[] }[]>`
      SELECT children FROM trace.vocabulary WHERE key = ANY(${level}::text[]) AND jsonb_typeof(children) = 'array'`;
    const below = rows.flatMap(({ children }) => children.map(toThingKey));
    level = [...new Set(below)].filter((key) => !found.has(key));
    for (const key of level) found.add(key);
    if (found.size > mostPlaces)
      throw tooComplex(`there are more than ${mostPlaces} places`, `地点超过 ${mostPlaces} 个`);
  }
  return [...found];
}
