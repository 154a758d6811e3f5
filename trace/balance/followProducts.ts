import type { Sql, Tx } from '../../store/index.ts';

/** What a lot became. */
export interface Products {
  /** Kilograms of the last products that come from the lot, by its part in the weight of all inputs. */
  madeKilograms: number;
  /** As far as they left: packed, shipped or sold. */
  leftKilograms: number;
  lots: string[];
  /** Sequences of the events on the way. */
  events: string[];
}

const maxSteps = 12;
const maxLots = 500;

interface Row {
  event: string;
  kind: string;
  lot: string;
  member: string;
  kilograms: number | null;
}

/** Follows a lot forward through every transformation to its last products. */
export async function followProducts(sql: Sql | Tx, lot: string): Promise<Products> {
  /** Kilograms of each lot that come from the first one. */
  const parts = new Map<string, number>();
  const events = new Set<string>();
  const last = new Map<string, number>();
  let frontier: string[] = [lot];
  const seen = new Set(frontier);
  let shares = new Map([[lot, 1]]);
  for (let step = 0; step < maxSteps && frontier.length > 0 && seen.size < maxLots; step++) {
    const rows = await sql<Row[]>`
      SELECT event::text, kind, lot, member, kilograms FROM trace.balance_entries
      WHERE event IN (SELECT event FROM trace.balance_entries WHERE lot = ANY(${frontier}::text[]) AND kind = 'input')
        AND kind IN ('input', 'output', 'harvest')
      LIMIT 10000`;
    const used = new Set(
      rows.filter(({ kind, lot: one }) => kind === 'input' && shares.has(one)).map((row) => row.lot),
    );
    for (const one of frontier) if (!used.has(one) && parts.has(one)) last.set(one, parts.get(one) ?? 0);
    const next = new Map<string, number>();
    for (const event of new Set(rows.map((row) => row.event))) {
      const own = rows.filter((row) => row.event === event);
      const inputs = own.filter(({ kind }) => kind === 'input');
      const whole = inputs.reduce((sum, { kilograms }) => sum + (kilograms ?? 0), 0);
      const mine = inputs.reduce((sum, row) => sum + (row.kilograms ?? 0) * (shares.get(row.lot) ?? 0), 0);
      const share = whole > 0 ? mine / whole : 1;
      events.add(event);
      for (const { kind, lot: made, kilograms } of own) {
        if (kind === 'input' || seen.has(made)) continue;
        parts.set(made, (parts.get(made) ?? 0) + (kilograms ?? 0) * share);
        next.set(made, share);
      }
    }
    frontier = [...next.keys()];
    for (const one of frontier) seen.add(one);
    shares = next;
  }
  for (const one of frontier) last.set(one, parts.get(one) ?? 0);
  const lots = [...last.keys()];
  const left = await sql<{ lot: string; kilograms: number; made: number }[]>`
    SELECT lot, max(sum) FILTER (WHERE kind IN ('packed', 'shipped', 'sold'))::float8 AS kilograms,
      max(sum) FILTER (WHERE kind IN ('output', 'harvest'))::float8 AS made
    FROM (SELECT lot, kind, member, sum(kilograms) AS sum FROM trace.balance_entries
      WHERE lot = ANY(${lots}::text[]) GROUP BY lot, kind, member) AS s GROUP BY lot`;
  const leavings = await sql<{ event: string }[]>`
    SELECT DISTINCT event::text FROM trace.balance_entries
    WHERE lot = ANY(${lots}::text[]) AND kind IN ('packed', 'shipped', 'sold') LIMIT 500`;
  const leaving = new Map(
    left.map((row) => [row.lot, row.made > 0 ? Math.min(1, (row.kilograms ?? 0) / row.made) : 0]),
  );
  return {
    madeKilograms: [...last.values()].reduce((sum, kilograms) => sum + kilograms, 0),
    leftKilograms: [...last].reduce((sum, [one, kilograms]) => sum + kilograms * (leaving.get(one) ?? 0), 0),
    lots: [...seen],
    events: [...events, ...leavings.map(({ event }) => event)],
  };
}
