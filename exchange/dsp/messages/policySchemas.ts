import { Type } from 'typebox';
import type { JsonObject } from '../../house.ts';

/** `@context`: a list of addresses with the protocol's among them. */
export const contextSchema = Type.Array(Type.String(), {
  contains: { const: 'https://w3id.org/dspace/2025/1/context.jsonld' },
});

const operators = [
  'eq',
  'gt',
  'gteq',
  'lteq',
  'hasPart',
  'isA',
  'isAllOf',
  'isAnyOf',
  'isNoneOf',
  'isPartOf',
  'lt',
  'term-lteq',
  'neq',
];
const combinations = ['and', 'andSequence', 'or', 'xone'];
const constraints = { type: 'array', items: { $ref: 'Constraint' } };

/** Either one comparison or exactly one combination of constraints, never both. */
const constraintDefinition = {
  type: 'object',
  oneOf: [
    {
      type: 'object',
      properties: Object.fromEntries(combinations.map((name) => [name, constraints])),
      oneOf: combinations.map((name) => ({ required: [name] })),
    },
    {
      type: 'object',
      properties: {
        leftOperand: { type: 'string' },
        operator: { type: 'string', enum: operators },
        rightOperand: { oneOf: [{ type: 'string' }, { type: 'object' }, { type: 'array' }] },
      },
      required: ['leftOperand', 'operator', 'rightOperand'],
    },
  ],
};

/** Target stands in the policy alone: in a rule as well it could contradict it (§Contract Request Message). */
const ruleDefinition = {
  type: 'object',
  properties: { action: { type: 'string' }, constraint: constraints },
  required: ['action'],
  not: { required: ['target'] },
};

const policyProperties = {
  '@id': { type: 'string', minLength: 1 },
  profile: { oneOf: [{ type: 'array', items: { type: 'string' } }, { type: 'string' }] },
  permission: { type: 'array', items: { $ref: 'Rule' }, minItems: 1 },
  prohibition: { type: 'array', items: { $ref: 'Rule' }, minItems: 1 },
  obligation: { type: 'array', items: { $ref: 'Rule' }, minItems: 1 },
};
const someRule = { anyOf: [{ required: ['permission'] }, { required: ['prohibition'] }] };

/** What `$ref` names in the schemas here; the compiler gets them beside each schema. */
export const policyDefinitions = {
  Constraint: Type.Unsafe<JsonObject>(constraintDefinition),
  Rule: Type.Unsafe<JsonObject>(ruleDefinition),
};

/** xsd:dateTime. */
const dateTime =
  '^-?([1-9][0-9]{3,}|0[0-9]{3})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T(([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]+)?|24:00:00(\\.0+)?)(Z|[+-]((0[0-9]|1[0-3]):[0-5][0-9]|14:00))?$';

function policy(schema: object) {
  return Type.Unsafe<JsonObject>({ type: 'object', ...someRule, ...schema });
}

/** An offer of a message: it names its dataset as `target`. */
export const messageOfferSchema = policy({
  properties: { ...policyProperties, '@type': { const: 'Offer' }, target: { type: 'string', minLength: 1 } },
  required: ['@id', '@type', 'target'],
});
/** An offer within a catalog: its dataset is the one around it. */
export const offerSchema = policy({
  properties: { ...policyProperties, '@type': { const: 'Offer' } },
  required: ['@id'],
  not: { required: ['target'] },
});
/** An agreement; without `timestamp` the schema of the standard would let it pass, its text does not. */
export const agreementSchema = policy({
  properties: {
    ...policyProperties,
    '@type': { const: 'Agreement' },
    target: { type: 'string', minLength: 1 },
    assigner: { type: 'string', minLength: 1 },
    assignee: { type: 'string', minLength: 1 },
    timestamp: { type: 'string', pattern: dateTime },
  },
  required: ['@id', '@type', 'target', 'assigner', 'assignee', 'timestamp'],
});
