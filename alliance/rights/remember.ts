import type { DecideParameters, Decision } from './decide.ts';

/** Decides from its inputs alone: equal inputs, equal decision. */
export type Decide = (parameters: DecideParameters, founded: boolean) => Decision;

/** Everything that the policies can see of a call, as text: two calls that differ in any of it have different texts. */
function keyOf({ principal, action, resource }: DecideParameters, founded: boolean): string {
  if (!principal) return action;
  const { kind, id, member, roles, scopes, standing, platform, secondFactor } = principal;
  const { secondFactorNeeded = false, demo = false } = principal;
  const flags = [founded, platform, secondFactor, secondFactorNeeded, demo];
  const who = [action, kind, id, member, roles, scopes, standing, ...flags];
  if (!resource) return JSON.stringify(who);
  return JSON.stringify([...who, resource.type, resource.id, resource.member, resource.attributes]);
}

/**
 * Remembers up to `most` decisions, so that what a machine does a thousand times a second is evaluated once. The policies
 * are fixed while the process runs and have no other input, so that nothing has to be forgotten for being old.
 */
export function rememberDecisions(decide: Decide, most = 20_000): Decide {
  // Two generations: what was used in the newer one stays when the older one is dropped.
  let newer = new Map<string, Decision>();
  let older = new Map<string, Decision>();
  return (parameters, founded) => {
    const key = keyOf(parameters, founded);
    const found = newer.get(key);
    if (found) return found;
    const decision = older.get(key) ?? decide(parameters, founded);
    newer.set(key, decision);
    if (newer.size >= most / 2) {
      older = newer;
      newer = new Map();
    }
    return decision;
  };
}
