import type { JsonObject } from '../../house.ts';
import { parsePolicy } from '../../policy/policy.ts';
import { applicationErrors } from '../errors.ts';
import type { ApplicationForm } from '../model.ts';

/**
 * An offer for some regions only needs the region of use: without it, no use could be judged.
 * @throws APPLICATION_INVALID at `$.form.place`
 */
export function needPlace(offer: JsonObject, { place }: Pick<ApplicationForm, 'place'>): void {
  if (place !== undefined) return;
  const regions = (parsePolicy(offer).permission ?? []).flatMap(({ constraint = [] }) =>
    constraint.flatMap((one) => ('leftOperand' in one && one.leftOperand === 'spatial' ? one.rightOperand : [])),
  );
  if (regions.length === 0) return;
  const problem = `the data may be used in ${[...new Set(regions)].slice(0, 20).join(', ')} only: name the region of use`;
  throw applicationErrors.invalid({ path: '$.form.place', problem });
}
