import type { SchemaJson } from '@cedar-policy/cedar-wasm/nodejs';
import { type Action, actions, entryOf } from './actions.ts';
import { type AttributeType, resourceTypes } from './resources.ts';

const typeOf = (type: AttributeType) =>
  type === 'Set' ? ({ type: 'Set', element: { type: 'String' } } as const) : ({ type } as const);
const record = (attributes: Record<string, AttributeType>) => ({
  type: 'Record' as const,
  attributes: Object.fromEntries(Object.entries(attributes).map(([name, type]) => [name, typeOf(type)])),
});

const principal = record({
  id: 'String',
  member: 'String',
  roles: 'Set',
  scopes: 'Set',
  standing: 'String',
  platform: 'Boolean',
  secondFactor: 'Boolean',
  secondFactorNeeded: 'Boolean',
  demo: 'Boolean',
});

/** As an entity of the policies a person that something is done to is an `Account`. */
const nameOf = (type: string) => (type === 'Person' ? 'Account' : type);

/** The Cedar schema that the policies are validated against, made from the tables of actions and resources. */
export function makeSchema(): SchemaJson<string> {
  const things = Object.entries(resourceTypes).map(([type, attributes]) => [
    nameOf(type),
    { shape: record({ id: 'String', member: 'String', ...attributes }) },
  ]);
  const groups = ['reading', 'joining', 'acting', 'operating'].map((group) => [group, {}]);
  const named = (Object.keys(actions) as Action[]).map((action) => {
    const { group, on } = entryOf(action);
    const appliesTo = {
      principalTypes: ['Person', 'Key'],
      resourceTypes: ['Organisation', ...on.map(nameOf)],
      context: record({ founded: 'Boolean' }),
    };
    return [action, { memberOf: [{ id: group }], appliesTo }];
  });
  return {
    '': {
      entityTypes: Object.fromEntries([['Person', { shape: principal }], ['Key', { shape: principal }], ...things]),
      actions: Object.fromEntries([...groups, ...named]),
    },
  };
}
