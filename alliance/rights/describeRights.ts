import { type Action, actions, entryOf } from './actions.ts';
import { indexPolicies } from './policyIndex.ts';
import { readPolicies } from './readPolicies.ts';

interface Words {
  zh: string;
  en: string;
}

/** Who may do what, in words, made from the policies that decide. */
export interface RightsDescription {
  actions: { action: Action; group: string; what: Words; persons: Words[]; keys: Words[] }[];
  /** What holds before any right. */
  prohibitions: ({ id: string } & Words)[];
}

const policies = readPolicies();
const index = indexPolicies(policies);
const words = ({ zh, en }: Words): Words => ({ zh, en });

/** Describes all rights, for people and for docs/rights.md. */
export function describeRights(): RightsDescription {
  return {
    actions: (Object.keys(actions) as Action[]).map((action) => ({
      action,
      group: entryOf(action).group,
      what: words(entryOf(action)),
      persons: index.permitsOf(action, 'person').map(words),
      keys: index.permitsOf(action, 'key').map(words),
    })),
    prohibitions: policies.filter(({ effect }) => effect === 'forbid').map(({ id, zh, en }) => ({ id, zh, en })),
  };
}

/** Whether an API key can have the right to an action at all. */
export function keysMay(action: Action): boolean {
  return index.permitsOf(action, 'key').length > 0;
}
