import { policyErrors } from './errors.ts';
import {
  type Combination,
  type Constraint,
  combinations,
  type Duty,
  type LogicalConstraint,
  type Rule,
} from './model.ts';
import { shortName } from './names.ts';
import { list, type Reading, readObject, readTerm, readText } from './reading.ts';

const most = { perRule: 50, constraints: 400, depth: 8, values: 1_000, duties: 20 };

/** Properties by short name; the path is that of the notation. @throws POLICY_INVALID for one that is not among `known` */
function readFields(
  reading: Reading,
  value: unknown,
  path: string,
  known: readonly string[],
): Map<string, { given: unknown; at: string }> {
  const fields = new Map<string, { given: unknown; at: string }>();
  for (const [key, given] of Object.entries(readObject(reading, value, path))) {
    const name = shortName(key);
    const at = `${path}.${key}`;
    if (name === '@type' || name === '@id') continue;
    if (!known.includes(name)) {
      const problem = name === 'target' ? 'a rule must not repeat the target' : 'this property is not known';
      throw policyErrors.invalid({ path: at, problem });
    }
    if (fields.has(name)) throw policyErrors.invalid({ path: at, problem: `"${name}" is given twice` });
    fields.set(name, { given, at });
  }
  return fields;
}

/** Reads a permission or a prohibition. @throws POLICY_INVALID */
export function parseRule(reading: Reading, value: unknown, path: string): Rule {
  const fields = readFields(reading, value, path, ['action', 'constraint', 'duty']);
  const rule: Rule = parseAction(reading, fields, path);
  const duty = fields.get('duty');
  if (duty && !isEmpty(duty.given))
    rule.duty = list(duty.given, duty.at, most.duties, (one, at) => parseDuty(reading, one, at));
  return rule;
}

/** Reads a duty. @throws POLICY_INVALID */
export function parseDuty(reading: Reading, value: unknown, path: string): Duty {
  return parseAction(reading, readFields(reading, value, path, ['action', 'constraint']), path);
}

function parseAction(reading: Reading, fields: ReturnType<typeof readFields>, path: string): Duty {
  const action = fields.get('action');
  if (!action) throw policyErrors.invalid({ path: `${path}.action`, problem: 'the action is missing' });
  const duty: Duty = { action: readTerm(reading, action.given, action.at) };
  const constraint = fields.get('constraint');
  if (constraint && !isEmpty(constraint.given))
    duty.constraint = list(constraint.given, constraint.at, most.perRule, (one, at) =>
      parseConstraint(reading, one, at, 1),
    );
  return duty;
}

/** DSP's schema lets lists of constraints be empty. */
const isEmpty = (value: unknown) => Array.isArray(value) && value.length === 0;

function parseConstraint(reading: Reading, value: unknown, path: string, depth: number): Constraint {
  if (depth > most.depth)
    throw policyErrors.invalid({ path, problem: `constraints are nested deeper than ${most.depth} levels` });
  reading.constraints += 1;
  if (reading.constraints > most.constraints)
    throw policyErrors.invalid({ path, problem: `the policy has more than ${most.constraints} constraints` });
  const fields = readFields(reading, value, path, [...combinations, 'leftOperand', 'operator', 'rightOperand']);
  const ways = combinations.filter((way) => fields.has(way));
  const [way] = ways;
  if (way === undefined) return parseAtomic(reading, fields, path);
  if (ways.length > 1 || fields.size > 1)
    throw policyErrors.invalid({ path, problem: 'a constraint is either one comparison or one combination' });
  const { given, at } = fields.get(way) ?? { given: null, at: path };
  // A list may also be written as {"@list": […]}.
  const inner = isListObject(given) ? given['@list'] : given;
  return combine(
    way,
    list(inner, at, most.perRule, (one, place) => parseConstraint(reading, one, place, depth + 1)),
  );
}

const isListObject = (value: unknown): value is { '@list': unknown } =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 1 && '@list' in value;

function combine(way: Combination, inner: Constraint[]): LogicalConstraint {
  switch (way) {
    case 'and':
      return { and: inner };
    case 'or':
      return { or: inner };
    case 'xone':
      return { xone: inner };
    case 'andSequence':
      return { andSequence: inner };
  }
}

function parseAtomic(reading: Reading, fields: ReturnType<typeof readFields>, path: string): Constraint {
  const part = (name: string) => {
    const field = fields.get(name);
    if (!field) throw policyErrors.invalid({ path: `${path}.${name}`, problem: 'it is missing' });
    return field;
  };
  const [left, operator, right] = [part('leftOperand'), part('operator'), part('rightOperand')];
  return {
    leftOperand: readTerm(reading, left.given, left.at),
    operator: readTerm(reading, operator.given, operator.at),
    rightOperand: Array.isArray(right.given)
      ? right.given.length === 0
        ? []
        : list(right.given, right.at, most.values, (one, at) => readText(reading, one, at))
      : readText(reading, right.given, right.at, { empty: true }),
  };
}
