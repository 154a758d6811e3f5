import { type EntityJson, preparsePolicySet, statefulIsAuthorized } from '@cedar-policy/cedar-wasm/nodejs';
import type { Principal } from '../principal.ts';
import { type Action, actions, entryOf } from './actions.ts';
import { rightsErrors } from './errors.ts';
import { explainForbid, explainMissing, explainPermit, type Reason, visitorReason } from './explain.ts';
import { indexPolicies } from './policyIndex.ts';
import { type Policy, readPolicies } from './readPolicies.ts';
import { type AttributeType, type Resource, resourceTypes } from './resources.ts';

export interface DecideParameters {
  /** Null for a visitor. */
  principal: Principal | null;
  action: Action;
  /** What it is done to; the principal's own organisation when left out. */
  resource?: Resource | undefined;
}

/** Whether somebody may do something, and why. */
export interface Decision {
  readonly allowed: boolean;
  readonly reason: Reason;
  /** The policies that decided; of a missing right, those that would have permitted it. */
  readonly policies: readonly string[];
}

const policies = readPolicies();
const index = indexPolicies(policies);

// A set an action, of the policies that can be about it: half the time of asking all of them.
for (const action of Object.keys(actions) as Action[]) {
  const staticPolicies = Object.fromEntries(index.policiesOf(action).map(({ id, text }) => [id, text]));
  const parsed = preparsePolicySet(action, { staticPolicies });
  if (parsed.type === 'success') continue;
  const problem = parsed.errors.map(({ message }) => message).join('; ');
  throw rightsErrors.policiesWrong({ file: '*.cedar', problem });
}

const absent: Readonly<Record<AttributeType, string | boolean | number | string[]>> = {
  String: '',
  Boolean: false,
  Long: 0,
  Set: [],
};

/** Every declared attribute has a value, so that no policy fails for want of one. */
function attributesOf({ type, attributes = {} }: Resource): Record<string, string | boolean | number | string[]> {
  const declared: Readonly<Record<string, AttributeType>> = resourceTypes[type as keyof typeof resourceTypes] ?? {};
  const filled = Object.entries(declared).map(([name, kind]) => [name, attributes[name] ?? absent[kind]]);
  return Object.fromEntries(filled);
}

function entitiesOf(principal: Principal, action: Action, resource: Resource): [EntityJson, EntityJson, EntityJson] {
  const { kind, id, member, roles, scopes, standing, platform, secondFactor } = principal;
  const { secondFactorNeeded = false, demo = false } = principal;
  const attrs = { id, member, roles, scopes, standing, platform, secondFactor, secondFactorNeeded, demo };
  return [
    { uid: { type: kind === 'person' ? 'Person' : 'Key', id }, attrs, parents: [] },
    { uid: { type: 'Action', id: action }, attrs: {}, parents: [{ type: 'Action', id: entryOf(action).group }] },
    {
      // A person as the thing that something is done to is not the person who does it.
      uid: { type: resource.type === 'Person' ? 'Account' : resource.type, id: resource.id },
      attrs: { ...attributesOf(resource), id: resource.id, member: resource.member ?? '' },
      parents: [],
    },
  ];
}

/** The caller's own organisation. */
export function ownOrganisation({ member }: Principal): Resource {
  return { type: 'Organisation', id: member, member };
}

/** Decides by the policies alone, from its inputs alone. `founded` says whether the alliance is founded. */
export function decide({ principal, action, resource }: DecideParameters, founded: boolean): Decision {
  if (!principal) return { allowed: false, reason: visitorReason, policies: [] };
  const entities = entitiesOf(principal, action, resource ?? ownOrganisation(principal));
  const answer = statefulIsAuthorized({
    principal: entities[0].uid,
    action: entities[1].uid,
    resource: entities[2].uid,
    context: { founded },
    preparsedPolicySetId: action,
    entities,
  });
  if (answer.type === 'failure') throw new Error(answer.errors.map(({ message }) => message).join('; '));
  const { decision, diagnostics } = answer.response;
  const named = (ids: string[]) => ids.map((id) => index.get(id)).filter((policy): policy is Policy => !!policy);
  // A prohibition that could not be evaluated counts as one that holds.
  const failed = named(diagnostics.errors.map(({ policyId }) => policyId)).filter(({ effect }) => effect === 'forbid');
  const decisive = failed.length > 0 ? failed : named(diagnostics.reason);
  if (decision === 'allow' && failed.length === 0) {
    return { allowed: true, reason: explainPermit(decisive), policies: decisive.map(({ id }) => id) };
  }
  if (decisive.length > 0) {
    return { allowed: false, reason: explainForbid(decisive), policies: decisive.map(({ id }) => id) };
  }
  const missing = index.permitsOf(action, principal.kind);
  return {
    allowed: false,
    reason: explainMissing(action, principal.kind, missing),
    policies: missing.map(({ id }) => id),
  };
}
