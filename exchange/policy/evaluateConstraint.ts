import type { Words } from '../house.ts';
import { compare } from './compare.ts';
import { explainAtomic, explainCombination } from './explain.ts';
import type { Constraint, Policy, PolicyRequest } from './model.ts';
import { readOperand } from './operands.ts';
import { allOf, anyOf, oneOf, type Truth } from './truth.ts';

/** What is known of a constraint, and why. */
export interface Judgement {
  truth: Truth;
  words: Words;
}

/** Evaluates one constraint, with all within it. */
export function evaluateConstraint(constraint: Constraint, request: PolicyRequest, policy: Policy): Judgement {
  const within = (way: 'and' | 'or' | 'xone' | 'andSequence', parts: Constraint[], join: typeof allOf): Judgement => {
    const judged = parts.map((part) => evaluateConstraint(part, request, policy));
    const truth = join(judged.map((part) => part.truth));
    return {
      truth,
      words: explainCombination(
        way,
        judged.map((part) => part.words),
        truth,
      ),
    };
  };
  if ('and' in constraint) return within('and', constraint.and, allOf);
  // Nothing here happens in steps, so an order of conditions asks for all of them.
  if ('andSequence' in constraint) return within('andSequence', constraint.andSequence, allOf);
  if ('or' in constraint) return within('or', constraint.or, anyOf);
  if ('xone' in constraint) return within('xone', constraint.xone, oneOf);
  const operand = readOperand(constraint.leftOperand, request, policy);
  const truth = operand === null ? 'unknown' : compare(operand, constraint, request);
  return { truth, words: explainAtomic(constraint, operand, truth) };
}
