import type { RowCondition } from '../delivery/sources/source.ts';
import { type Policy, placeOfUse, rowsOf } from '../policy/policy.ts';

/** Where, and for which rows, an agreement lets the data be used, for people to read; what cannot be read is left out. */
export function describeUse(policy: Policy): { place: string | null; rows: RowCondition[] } {
  const rows = rowsOf(policy).flatMap((text): RowCondition[] => {
    try {
      return [JSON.parse(text)];
    } catch {
      return [];
    }
  });
  return { place: placeOfUse(policy), rows };
}
