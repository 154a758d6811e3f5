import type { Tx } from '../../store/index.ts';
import { conclude, type Examination } from '../findings/detector.ts';
import { hashesOf, tolerance, weightOf } from './parts.ts';
import type { BalanceEntry } from './recordEntries.ts';

interface Row {
  lot: string;
  member: string;
  kind: string;
  uom: string | null;
  amount: number | null;
  events: string[];
}

/** What left a lot: what the greatest holder packed or shipped, what all sold, what was used up. */
const leaving = [
  { code: 'balance.packed', kinds: ['packed'], each: true, zh: '装箱', en: 'packed' },
  { code: 'balance.shipped', kinds: ['shipped'], each: true, zh: '发运', en: 'shipped' },
  {
    code: 'balance.lot-sold',
    kinds: ['sold', 'input', 'destroyed'],
    each: false,
    zh: '售出和使用',
    en: 'sold or used',
  },
] as const;

/** Doubts lots of which more was packed, shipped, sold or used than came to be. Compares in the lot's own unit. */
export async function checkLots({
  tx,
  entries,
  examination,
}: {
  tx: Tx;
  entries: readonly BalanceEntry[];
  examination: Examination;
}): Promise<void> {
  const lots = [...new Set(entries.map(({ lot }) => lot))];
  if (lots.length === 0) return;
  const rows = await tx<Row[]>`
    SELECT lot, member, kind, uom, sum(quantity)::float8 AS amount, array_agg(event::text) AS events
    FROM trace.balance_entries WHERE lot = ANY(${lots}::text[]) AND quantity IS NOT NULL
    GROUP BY lot, member, kind, uom`;
  const byLot = new Map(lots.map((lot) => [lot, rows.filter((row) => row.lot === lot)]));
  for (const [lot, own] of byLot) {
    const made = own.filter(({ kind }) => ['harvest', 'output', 'opened'].includes(kind));
    const unit = made[0]?.uom ?? null;
    // Amounts in another unit than the one in which the lot came to be are not compared.
    const same = (row: Row) => row.uom === unit;
    const total = made.filter(same).reduce((sum, { amount }) => sum + (amount ?? 0), 0);
    if (total <= 0 || !made.every(same)) continue;
    const found = leaving.flatMap(({ code, kinds, each, zh, en }) => {
      const left = own.filter((row) => same(row) && (kinds as readonly string[]).includes(row.kind));
      const sums = each
        ? left.map((row) => ({ amount: row.amount ?? 0, rows: [row] }))
        : [{ amount: left.reduce((sum, { amount }) => sum + (amount ?? 0), 0), rows: left }];
      const most = sums.reduce((a, b) => (b.amount > a.amount ? b : a), { amount: 0, rows: [] as Row[] });
      return most.amount > total * (1 + tolerance) ? [{ code, zh, en, ...most }] : [];
    });
    const word = unit ?? '';
    conclude(examination, {
      subject: `lot ${lot}`,
      reasons: found.map(({ code, zh, en, amount }) => ({
        weight: weightOf(amount / total),
        code,
        values: { lot, amount, made: total, unit: word || 'pieces' },
        zh: `${zh} ${amount} ${word || '件'}，而该批次总共只有 ${total} ${word || '件'}。`,
        en: `${amount} ${word || 'pieces'} were ${en}, but only ${total} ${word || 'pieces'} of the lot came to be.`,
      })),
      events: await hashesOf(
        tx,
        found.flatMap((one) => [...one.rows, ...made].flatMap(({ events }) => events)),
      ),
      things: [lot],
      members: [...new Set(found.flatMap((one) => one.rows.map(({ member }) => member)))],
    });
  }
}
