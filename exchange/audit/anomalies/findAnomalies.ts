import { createHash } from 'node:crypto';
import type { Tx } from '../../../store/index.ts';
import type { WorkCalendar } from '../../applications/clocks/workCalendar.ts';
import { type AnomalyRule, anomalyLimits, type FoundAnomaly } from './anomaly.ts';
import { findDeviation } from './findPatterns.ts';

/** A day of a participant's records, in China. */
export interface ExaminedDay {
  participant: string;
  /** YYYY-MM-DD. */
  day: string;
}

type Rule = (tx: Tx, examined: ExaminedDay, calendar: WorkCalendar) => Promise<FoundAnomaly[]>;

interface GroupRow {
  grant_id: string | null;
  counterparty: string | null;
  count: string;
  at: Date;
  ids: string[];
}

const dayMs = 86_400_000;
const startOf = (day: string) => new Date(`${day}T00:00:00+08:00`);
const endOf = (day: string) => new Date(startOf(day).getTime() + dayMs);
const daysBefore = (day: string, days: number) => new Date(endOf(day).getTime() - days * dayMs);

/** What went to somebody. */
const given = (tx: Tx) => tx`kind IN ('delivery', 'answer', 'match') AND outcome = 'ok'`;
/** Where a use has more than one record, the first of them: what follows tells how much it was. */
const isUse = (tx: Tx) => tx`coalesce(detail ->> 'step', '') NOT IN ('ended', 'streamed')`;
const uses = (tx: Tx, { participant, day }: ExaminedDay) => tx`
  participant = ${participant} AND ${given(tx)} AND ${isUse(tx)} AND at >= ${startOf(day)} AND at < ${endOf(day)}`;
const shown = (tx: Tx) => tx`max(at) AS at, (array_agg(id ORDER BY at DESC))[1:100] AS ids`;
const factsOf = ({ grant_id, counterparty, count }: GroupRow) => ({
  grant: grant_id,
  counterparty,
  count: Number(count),
});
const grouped =
  (rule: AnomalyRule, day: string) =>
  (row: GroupRow): FoundAnomaly => ({
    rule,
    key: `${day} ${row.grant_id ?? ''} ${row.counterparty ?? ''}`,
    at: row.at,
    facts: { day, ...factsOf(row) },
    records: row.ids,
  });

const noCase: Rule = async (tx, examined) => {
  const rows = await tx<GroupRow[]>`
    SELECT grant_id, counterparty, count(*) AS count, ${shown(tx)} FROM exchange.records
    WHERE ${uses(tx, examined)} AND grant_id IS NOT NULL AND case_number IS NULL
    GROUP BY grant_id, counterparty`;
  return rows.map(grouped('no-case', examined.day));
};

const repeatedCase: Rule = async (tx, examined) => {
  const { windowDays, usesOfCase } = anomalyLimits;
  const rows = await tx<(GroupRow & { case_number: string })[]>`
    SELECT grant_id, min(counterparty) AS counterparty, case_number, count(*) AS count, ${shown(tx)}
    FROM exchange.records
    WHERE participant = ${examined.participant} AND ${given(tx)} AND ${isUse(tx)}
      AND at >= ${daysBefore(examined.day, windowDays)} AND at < ${endOf(examined.day)}
      AND (grant_id, case_number) IN (
        SELECT grant_id, case_number FROM exchange.records WHERE ${uses(tx, examined)} AND case_number IS NOT NULL)
    GROUP BY grant_id, case_number HAVING count(*) > ${usesOfCase}`;
  return rows.map((row) => ({
    rule: 'repeated-case',
    key: `${examined.day.slice(0, 7)} ${row.grant_id} ${nameOf(row.case_number)}`,
    at: row.at,
    facts: { day: examined.day, days: windowDays, limit: usesOfCase, ...factsOf(row) },
    records: row.ids,
  }));
};

/** Stands for what may name a person in the name of a finding. */
const nameOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 24);

const units = {
  uses: { unitZh: '次', unitEn: 'uses' },
  rows: { unitZh: '行', unitEn: 'rows' },
} as const;

const volume: Rule = async (tx, examined) => {
  const rows = await tx<{ grant_id: string; day: string; uses: string; rows: string; at: Date; ids: string[] }[]>`
    SELECT grant_id, to_char(at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS day,
      count(*) FILTER (WHERE ${isUse(tx)}) AS uses,
      coalesce(sum(row_count), 0) AS rows, ${shown(tx)}
    FROM exchange.records
    WHERE participant = ${examined.participant} AND ${given(tx)}
      AND at >= ${daysBefore(examined.day, anomalyLimits.patternDays)} AND at < ${endOf(examined.day)}
      AND grant_id IN (SELECT grant_id FROM exchange.records WHERE ${uses(tx, examined)})
    GROUP BY 1, 2`;
  return [...Map.groupBy(rows, ({ grant_id }) => grant_id)].flatMap(([grant, days]) => {
    const today = days.find(({ day }) => day === examined.day);
    if (!today) return [];
    return (['uses', 'rows'] as const).flatMap((unit): FoundAnomaly[] => {
      const before = days
        .filter(({ day }) => day < examined.day)
        .map((row) => ({ day: row.day, value: Number(row[unit]) }));
      const value = Number(today[unit]);
      const found = findDeviation({ day: examined.day, value }, before);
      if (!found) return [];
      const facts = {
        day: examined.day,
        grant,
        value,
        median: found.median,
        deviations: found.deviations,
        ...units[unit],
        sampleZh: found.sameWeekday ? `此前 ${found.sample} 个同一星期日` : `此前 ${found.sample} 天`,
        sampleEn: found.sameWeekday ? `${found.sample} such weekdays before` : `${found.sample} days before`,
      };
      return [{ rule: 'volume', key: `${examined.day} ${grant} ${unit}`, at: today.at, facts, records: today.ids }];
    });
  });
};

const oddHours: Rule = async (tx, examined, calendar) => {
  const isWorking = calendar.isWorking(examined.day);
  const { firstHour, lastHour } = anomalyLimits;
  const rows = await tx<GroupRow[]>`
    SELECT grant_id, counterparty, count(*) AS count, ${shown(tx)} FROM exchange.records
    WHERE ${uses(tx, examined)} AND (${!isWorking}
      OR extract(hour FROM at AT TIME ZONE 'Asia/Shanghai') NOT BETWEEN ${firstHour} AND ${lastHour - 1})
    GROUP BY grant_id, counterparty`;
  return rows.map(grouped('odd-hours', examined.day)).map((found) => ({
    ...found,
    facts: { ...found.facts, workingDay: isWorking ? 'yes' : 'no' },
  }));
};

const refusals: Rule = async (tx, { participant, day }) => {
  const rows = await tx<GroupRow[]>`
    SELECT NULL AS grant_id, counterparty, ${shown(tx)},
      sum(CASE WHEN jsonb_typeof(detail -> 'more') = 'number' THEN (detail ->> 'more')::bigint ELSE 1 END) AS count
    FROM exchange.records
    WHERE participant = ${participant} AND outcome = 'refused' AND at >= ${startOf(day)} AND at < ${endOf(day)}
    GROUP BY counterparty`;
  return rows.filter(({ count }) => Number(count) >= anomalyLimits.refusals).map(grouped('refusals', day));
};

const samePerson: Rule = async (tx, examined) => {
  const { windowDays, lookUps } = anomalyLimits;
  const rows = await tx<{ subject: string; count: string; departments: number; at: Date; ids: string[] }[]>`
    SELECT subject, count(*) AS count, count(DISTINCT counterparty)::int AS departments, ${shown(tx)}
    FROM exchange.records, unnest(subjects) AS subject
    WHERE participant = ${examined.participant} AND outcome = 'ok'
      AND at >= ${daysBefore(examined.day, windowDays)} AND at < ${endOf(examined.day)}
      AND subject IN (SELECT unnest(subjects) FROM exchange.records WHERE ${uses(tx, examined)})
    GROUP BY subject HAVING count(*) > ${lookUps}`;
  return rows.map((row) => ({
    rule: 'same-person',
    key: `${examined.day.slice(0, 7)} ${nameOf(row.subject)}`,
    at: row.at,
    facts: {
      day: examined.day,
      days: windowDays,
      limit: lookUps,
      count: Number(row.count),
      departments: row.departments,
    },
    records: row.ids,
  }));
};

const breakGlass: Rule = async (tx, { participant, day }) => {
  const rows = await tx<(GroupRow & { id: string })[]>`
    SELECT id, grant_id, counterparty, '1' AS count, at, ARRAY[id] AS ids FROM exchange.records
    WHERE participant = ${participant} AND at >= ${startOf(day)} AND at < ${endOf(day)}
      AND kind = 'decision' AND outcome = 'ok' AND detail ->> 'mode' = 'emergency'`;
  return rows.map((row) => ({ ...grouped('break-glass', day)(row), key: row.id }));
};

const rules: readonly Rule[] = [noCase, repeatedCase, volume, oddHours, refusals, samePerson, breakGlass];

/** What is out of the ordinary on a day. */
export async function findAnomalies(tx: Tx, examined: ExaminedDay, calendar: WorkCalendar): Promise<FoundAnomaly[]> {
  const found: FoundAnomaly[] = [];
  for (const rule of rules) found.push(...(await rule(tx, examined, calendar)));
  return found;
}
