import type { EntityUidJson } from '@cedar-policy/cedar-wasm/nodejs';
import type { Principal } from '../principal.ts';
import { type Action, actions, entryOf } from './actions.ts';
import type { Policy } from './readPolicies.ts';

/** The policies by `@id`, and which permits are about an action of a kind of principal. */
export interface PolicyIndex {
  get(id: string): Policy | undefined;
  /** Every policy that can be about an action. */
  policiesOf(action: Action): readonly Policy[];
  /** What would have permitted it: the permits that name the action. */
  permitsOf(action: Action, kind: Principal['kind']): readonly Policy[];
}

const entityTypes = { person: 'Person', key: 'Key' } as const;
const idOf = (uid: EntityUidJson) => ('__entity' in uid ? uid.__entity.id : uid.id);

/** The actions and groups that a policy names; null when it is about all of them. */
function namesOf({ json: { action } }: Policy): string[] | null {
  if (action.op === 'All') return null;
  if ('entities' in action) return action.entities.map(idOf);
  return 'entity' in action ? [idOf(action.entity)] : [];
}

function isOf({ json: { principal } }: Policy, kind: Principal['kind']): boolean {
  return principal.op !== 'is' || principal.entity_type === entityTypes[kind];
}

function isAbout(policy: Policy, action: Action): boolean {
  const names = namesOf(policy);
  return names === null || names.includes(action) || names.includes(entryOf(action).group);
}

/** Makes the index once, so that a refusal can say what is missing without evaluating anything. */
export function indexPolicies(policies: readonly Policy[]): PolicyIndex {
  const byId = new Map(policies.map((policy) => [policy.id, policy]));
  const permits = policies.filter(({ effect }) => effect === 'permit');
  const byAction = new Map<string, Policy[]>();
  for (const action of Object.keys(actions) as Action[]) {
    for (const kind of ['person', 'key'] as const) {
      byAction.set(
        `${kind} ${action}`,
        permits.filter((policy) => isAbout(policy, action) && isOf(policy, kind)),
      );
    }
  }
  return {
    get: (id) => byId.get(id),
    policiesOf: (action) => policies.filter((policy) => isAbout(policy, action)),
    permitsOf: (action, kind) => byAction.get(`${kind} ${action}`) ?? [],
  };
}
