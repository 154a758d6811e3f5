import type { Sql } from '../../store/index.ts';
import { selectVisible } from '../access/selectVisible.ts';
import { publicViewer } from '../access/viewer.ts';
import type { LocalText } from '../names.ts';
import type { BalanceEntry } from './recordEntries.ts';

/** Whether what a lot was made of adds up, for its page. */
export interface BalanceSeal {
  /** `balanced`: every step adds up; `doubted`: a finding is open or confirmed; `unknown`: weights or areas are missing. */
  seal: 'balanced' | 'doubted' | 'unknown';
  harvestedKilograms: number;
  inputKilograms: number;
  outputKilograms: number;
  /** In a sentence. */
  text: LocalText;
  /** When `doubted`. */
  reasons: LocalText[];
}

/**
 * The seal of a lot from the history of it: `events` are hashes, `things` what it was made of. Everybody reads it: all
 * events count for the verdict, but figures and reasons are told of those alone that are for everybody.
 */
export async function readSeal(
  sql: Sql,
  { lot, events, things }: { lot: string; events: readonly string[]; things: readonly string[] },
): Promise<BalanceSeal> {
  const doubts = await sql<{ reasons: LocalText[] }[]>`
    SELECT CASE WHEN EXISTS (SELECT FROM trace.events e WHERE e.hash = ANY(f.events) AND e.declaration = ''
      AND NOT ${selectVisible(sql, publicViewer)}) THEN '[]'::jsonb ELSE reasons END AS reasons
    FROM trace.findings f
    WHERE detector = 'mass-balance' AND state <> 'dismissed' AND things && ${[lot, ...things]}::text[]
    ORDER BY score DESC LIMIT 5`;
  const entries = await sql<(Pick<BalanceEntry, 'kind' | 'lot' | 'kilograms' | 'quantity'> & { visible: boolean })[]>`
    SELECT b.kind, b.lot, b.kilograms, b.quantity, ${selectVisible(sql, publicViewer)} AS visible FROM trace.balance_entries b
    JOIN trace.events e ON e.sequence = b.event
    WHERE e.hash = ANY(${[...events]}::text[]) AND e.declaration = '' AND b.kind IN ('harvest', 'input', 'output')`;
  const open = entries.filter(({ visible }) => visible);
  const sum = (kind: string, some = open) =>
    Math.round(some.reduce((total, one) => total + (one.kind === kind ? (one.kilograms ?? 0) : 0), 0) * 10) / 10;
  const [harvested, given, made] = [sum('harvest'), sum('input'), sum('output')];
  const known =
    sum('harvest', entries) > 0 &&
    sum('output', entries) > 0 &&
    entries.every((one) => one.kilograms !== null || one.quantity === null);
  const seal = doubts.length > 0 ? 'doubted' : known ? 'balanced' : 'unknown';
  const texts: Record<BalanceSeal['seal'], LocalText> = {
    balanced:
      open.length < entries.length
        ? { zh: '采收、投入与产出相符；数字不全部公开。', en: 'It adds up; not all of the figures are for everybody.' }
        : {
            zh: `采收 ${harvested} 千克，加工投入与产出相符。`,
            en: `${harvested} kg were harvested, and what was made of it adds up.`,
          },
    doubted: { zh: '物料平衡存在疑点，正在核查。', en: 'The mass balance does not add up; it is being looked into.' },
    unknown: { zh: '记录不足，无法核算物料平衡。', en: 'Too little is recorded to check the mass balance.' },
  };
  return {
    seal,
    harvestedKilograms: harvested,
    inputKilograms: given,
    outputKilograms: made,
    text: texts[seal],
    reasons: doubts.flatMap(({ reasons }) => reasons.map(({ zh, en }) => ({ zh, en }))),
  };
}
