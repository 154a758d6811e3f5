import type { Policy, Rule } from './model.ts';

/** An offer lists its regions; the one region that an application names stands alone, as a text. */
function namedBy({ constraint = [] }: Rule): string | null {
  for (const one of constraint)
    if ('leftOperand' in one && one.leftOperand === 'spatial' && one.operator === 'isPartOf')
      if (typeof one.rightOperand === 'string') return one.rightOperand;
  return null;
}

/** The region of use that both sides signed, the same in every permission; null where the agreement names none. */
export function placeOfUse({ permission = [] }: Policy): string | null {
  const [first = null, ...others] = permission.map(namedBy);
  return others.every((one) => one === first) ? first : null;
}
