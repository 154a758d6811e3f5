import { isWithin } from '../../policy/policy.ts';
import { textOfCondition } from '../form/checkRows.ts';
import type { ApplicationForm, Frequency, Terms } from '../model.ts';

/** Whether an entry of the items is a question, which gives its answer without the items that it reads. */
export const isQuestion = (item: string): boolean => item.startsWith('question:');

/** What a form asks for, as terms. */
export function termsOf({ items, from, to, maxCount, frequency, place, rows }: ApplicationForm | Terms): Terms {
  return {
    items: [...items],
    from,
    to,
    maxCount,
    frequency: frequency && { ...frequency },
    ...(place === undefined ? {} : { place }),
    ...(rows === undefined ? {} : { rows: rows.map((one) => ({ ...one })) }),
  };
}

const hours = { PT1H: 1, P1D: 24, P7D: 168, P1M: 720 } as const;

/** Whether one limit allows no more than another: no more within its period, in no shorter one. */
function isFrequencyWithin(inner: Frequency | null, outer: Frequency | null): boolean {
  if (outer === null) return true;
  return inner !== null && inner.times <= outer.times && hours[inner.period] >= hours[outer.period];
}

/** Names of the terms in which something would be more than something else; empty when it is no more in any. */
export function findWider(inner: Terms, outer: Terms): (keyof Terms)[] {
  const allowed = new Set(outer.items);
  const wider: (keyof Terms)[] = [];
  if (!inner.items.every((item) => allowed.has(item))) wider.push('items');
  if (Date.parse(inner.from) < Date.parse(outer.from)) wider.push('from');
  if (Date.parse(inner.to) > Date.parse(outer.to)) wider.push('to');
  if (outer.maxCount !== null && (inner.maxCount === null || inner.maxCount > outer.maxCount)) wider.push('maxCount');
  if (!isFrequencyWithin(inner.frequency, outer.frequency)) wider.push('frequency');
  if (outer.place !== undefined && (inner.place === undefined || !isWithin(inner.place, outer.place)))
    wider.push('place');
  const conditions = new Set(inner.rows?.map(textOfCondition));
  if (outer.rows?.some((one) => !conditions.has(textOfCondition(one)))) wider.push('rows');
  return wider;
}

/** Limits that a provider publishes with a dataset. */
export interface PublishedLimits {
  longestDays: number | null;
  mostRequests: number | null;
}

const dayMs = 86_400_000;

/** Cuts terms down to the limits that the catalogue shows to everybody. */
export function cutToLimits(terms: Terms, { longestDays, mostRequests }: PublishedLimits): Terms {
  const latest = longestDays === null ? Number.POSITIVE_INFINITY : Date.parse(terms.from) + longestDays * dayMs;
  return {
    ...terms,
    to: Date.parse(terms.to) > latest ? new Date(latest).toISOString() : terms.to,
    maxCount:
      mostRequests === null ? terms.maxCount : Math.min(terms.maxCount ?? Number.POSITIVE_INFINITY, mostRequests),
  };
}
