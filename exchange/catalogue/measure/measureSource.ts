import type { DataSource, Row, SourceReference } from '../../delivery/sources/source.ts';
import type { DatasetDraft, Freshness, Item, Quality } from '../dataset.ts';
import { catalogueErrors } from '../errors.ts';
import { openChangeTimes } from './changeTimes.ts';
import { isFilled, makeJudge } from './judgeValue.ts';
import { openKeySample } from './keySample.ts';

const round = (share: number) => Math.round(share * 1_000_000) / 1_000_000;
const shareOf = (part: number, whole: number) => (whole === 0 ? null : round(part / whole));

interface Tally {
  item: Item;
  column: string;
  filled: number;
  valid: number;
  judge: ReturnType<typeof makeJudge>;
}

function makeTally(item: Item, column: string): Tally {
  return { item, column, filled: 0, valid: 0, judge: makeJudge(item) };
}

function summarise(tallies: readonly Tally[], rows: number): Pick<Quality, 'completeness' | 'validity' | 'items'> {
  const required = tallies.filter(({ item }) => item.required);
  const count = (of: readonly Tally[], what: 'filled' | 'valid') => of.reduce((sum, tally) => sum + tally[what], 0);
  return {
    // An empty source misses nothing.
    completeness: shareOf(count(required, 'filled'), required.length * rows) ?? 1,
    validity: shareOf(count(tallies, 'valid'), count(tallies, 'filled')) ?? 1,
    items: tallies.map(({ item, filled, valid }) => ({
      name: item.name,
      completeness: shareOf(filled, rows) ?? 1,
      validity: shareOf(valid, filled),
      invalid: filled - valid,
    })),
  };
}

/**
 * Reads the whole source once and judges it: how complete, unique, valid and fresh the rows are. Memory stays flat; the rows
 * leave nothing but numbers behind. Items that the source does not have count as empty and are named.
 *
 * @throws CATALOGUE_SOURCE_MISSING for a source without columns, and what the source throws
 */
export async function measureSource(
  source: DataSource,
  {
    content,
    reference,
    now,
    signal,
  }: {
    content: DatasetDraft;
    reference: SourceReference;
    now: Date;
    signal: AbortSignal;
  },
): Promise<{ quality: Quality; freshness: Freshness }> {
  const { columns } = await source.describe(signal);
  if (columns.length === 0 || content.items.length === 0) throw catalogueErrors.sourceMissing();
  const there = new Set(columns.map(({ name }) => name));
  const columnOf = (name: string) => reference.columns?.[name] ?? name;
  const tallies = content.items.map((item) => makeTally(item, columnOf(item.name)));
  const known = tallies.filter(({ column }) => there.has(column));
  const keys = known.filter(({ item }) => item.key).map(({ column }) => column);
  const changeColumn = content.changeItem === null ? null : columnOf(content.changeItem);
  const sample = openKeySample();
  const times = openChangeTimes(now);
  let rows = 0;
  let keyed = 0;

  const judgeRow = (row: Row) => {
    for (const tally of known) {
      const value = row[tally.column];
      if (!isFilled(value)) continue;
      tally.filled += 1;
      if (tally.judge(value)) tally.valid += 1;
    }
    if (keys.length > 0 && keys.every((column) => isFilled(row[column]))) {
      keyed += 1;
      sample.add(JSON.stringify(keys.map((column) => row[column])));
    }
    const changed = changeColumn === null ? undefined : row[changeColumn];
    if (isFilled(changed)) times.add(changed);
  };
  if (known.length > 0) {
    const wanted = [...new Set(known.map(({ column }) => column))];
    for await (const batch of source.read({ columns: wanted, filter: reference.rows ?? null, signal })) {
      rows += batch.length;
      for (const row of batch) judgeRow(row);
    }
  }
  const unique = sample.uniqueShare();
  const quality: Quality = {
    measuredAt: now.toISOString(),
    rows,
    ...summarise(tallies, rows),
    // A row whose key is not whole cannot be told from others.
    uniqueness: unique === null ? null : round(unique * (keyed / rows)),
    missing: tallies.filter(({ column }) => !there.has(column)).map(({ item }) => item.name),
  };
  return { quality, freshness: times.result(content.updateCycle) };
}
