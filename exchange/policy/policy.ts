/** Policies of data exchange: read strictly, evaluated without any input or output, digested. */
export { digestPolicy } from './digestPolicy.ts';
export { evaluatePolicy } from './evaluatePolicy.ts';
export { frequencyLimits } from './frequencyLimits.ts';
export type {
  AtomicConstraint,
  Constraint,
  Duty,
  LogicalConstraint,
  Policy,
  PolicyDecision,
  PolicyReason,
  PolicyRequest,
  Rule,
} from './model.ts';
export { parsePolicy } from './parsePolicy.ts';
export { placeOfUse } from './placeOfUse.ts';
export { isWithin, regionPattern } from './regions.ts';
export { rowsOf } from './rowsOf.ts';
