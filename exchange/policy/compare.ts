import type { AtomicConstraint, PolicyRequest } from './model.ts';
import { comesLater, type Operand } from './operands.ts';
import { canonicalRegion, isWithin } from './regions.ts';
import { addDuration, parseFrequency, parseInstant } from './times.ts';
import type { Truth } from './truth.ts';

const said = (fact: boolean): Truth => (fact ? 'yes' : 'no');
const toList = (value: string | string[]) => (Array.isArray(value) ? value : [value]);

/** Compares what a request says with what a constraint wants. Anything that does not fit together is `unknown`. */
export function compare(operand: Operand, constraint: AtomicConstraint, request: PolicyRequest): Truth {
  if (operand.value === null) return comesLater(constraint.leftOperand, request) ? 'later' : 'unknown';
  switch (operand.kind) {
    case 'text':
      return compareSets([operand.value], constraint);
    case 'set':
      return compareSets([...operand.value], constraint);
    case 'region':
      return compareRegions(operand.value, constraint);
    case 'number':
      return compareNumbers(operand.value, constraint, parseNumber);
    case 'time':
      return compareTimes(Math.floor(operand.value.getTime() / 1_000), constraint, request);
    case 'elapsed': {
      const { since, value } = operand;
      if (since === null) return comesLater('elapsedTime', request) ? 'later' : 'unknown';
      return compareNumbers(Math.floor(value.getTime() / 1_000), constraint, (text) => addDuration(since, text));
    }
    case 'frequency':
      return compareFrequency(operand.value, constraint);
  }
}

const parseNumber = (text: string) => (/^-?\d{1,15}(\.\d{1,6})?$/.test(text) ? Number(text) : null);

/** ODRL Vocabulary 3.15: is any of, is all of, is none of, is part of, has part; equality is that of sets. */
function compareSets(left: readonly string[], { operator, rightOperand }: AtomicConstraint): Truth {
  const right = toList(rightOperand);
  const has = new Set(left);
  const wanted = new Set(right);
  switch (operator) {
    case 'eq':
      return said(has.size === wanted.size && right.every((one) => has.has(one)));
    case 'neq':
      return said(has.size !== wanted.size || !right.every((one) => has.has(one)));
    case 'isAnyOf':
      return said(right.some((one) => has.has(one)));
    case 'isNoneOf':
      return said(!right.some((one) => has.has(one)));
    case 'isAllOf':
    case 'hasPart':
      return said(right.every((one) => has.has(one)));
    case 'isPartOf':
      return said(left.every((one) => wanted.has(one)));
    default:
      return 'unknown';
  }
}

function compareRegions(place: string, { operator, rightOperand }: AtomicConstraint): Truth {
  const regions = toList(rightOperand);
  const same = (region: string) => canonicalRegion(place) === canonicalRegion(region);
  const inside = (region: string) => isWithin(place, region);
  switch (operator) {
    case 'eq':
      return said(regions.length > 0 && regions.every(same));
    case 'neq':
      return said(!regions.every(same));
    case 'isAnyOf':
    case 'isPartOf':
      return said(regions.some(inside));
    case 'isNoneOf':
      return said(!regions.some(inside));
    case 'isAllOf':
      return said(regions.every(inside));
    case 'hasPart':
      return said(regions.every((region) => isWithin(region, place)));
    default:
      return 'unknown';
  }
}

function compareNumbers(
  left: number,
  { operator, rightOperand }: AtomicConstraint,
  parse: (text: string) => number | null,
): Truth {
  const right = toList(rightOperand).map(parse);
  if (right.some((one) => one === null)) return 'unknown';
  switch (operator) {
    case 'isAnyOf':
      return said(right.includes(left));
    case 'isNoneOf':
      return said(!right.includes(left));
  }
  const [only] = right;
  if (only === undefined || only === null || right.length !== 1) return 'unknown';
  return order(operator, left - only);
}

function order(operator: string, difference: number): Truth {
  switch (operator) {
    case 'eq':
      return said(difference === 0);
    case 'neq':
      return said(difference !== 0);
    case 'lt':
      return said(difference < 0);
    case 'lteq':
      return said(difference <= 0);
    case 'gt':
      return said(difference > 0);
    case 'gteq':
      return said(difference >= 0);
    default:
      return 'unknown';
  }
}

/** While it is negotiated, a time that is still to come does not hinder. */
function compareTimes(now: number, constraint: AtomicConstraint, { stage }: PolicyRequest): Truth {
  const truth = compareNumbers(now, constraint, parseInstant);
  if (truth !== 'no' || stage !== 'negotiation') return truth;
  if (!['gt', 'gteq', 'eq', 'isAnyOf'].includes(constraint.operator)) return truth;
  const times = toList(constraint.rightOperand).map((text) => parseInstant(text) ?? 0);
  return times.some((time) => time >= now) ? 'later' : 'no';
}

function compareFrequency(uses: Readonly<Record<string, number>>, { operator, rightOperand }: AtomicConstraint): Truth {
  const limit = typeof rightOperand === 'string' ? parseFrequency(rightOperand) : null;
  if (!limit || !Object.hasOwn(uses, limit.period)) return 'unknown';
  return order(operator, (uses[limit.period] ?? 0) - limit.times);
}
