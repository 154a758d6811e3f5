import type { Action, Principal, Resource, Role, Scope, Standing } from '../../alliance/index.ts';

/** One question to the rights. */
export interface Question {
  principal: Principal;
  action: Action;
  resource?: Resource;
}

const organisations = 100;
const peopleOfEach = 50;
const roles: readonly Role[] = ['admin', 'operator', 'developer', 'steward', 'auditor', 'viewer'];
const scopes: readonly Scope[] = ['read', 'capture', 'transact'];
const standings: readonly Standing[] = ['admitted', 'admitted', 'admitted', 'guest', 'suspended'];

/** The same numbers on every run (a linear congruential generator modulo 2^32). */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function pick<Value>(values: readonly Value[], at: number): Value {
  const value = values[at];
  if (value === undefined) throw new Error('The list has no such place.');
  return value;
}

/** 5,000 people and 300 keys of a hundred organisations, who ask about things of their own and of others. */
export function createWorkload(actions: readonly Action[], count: number): Question[] {
  const random = createRandom(7);
  const any = <Value>(values: readonly Value[]) => pick(values, random(values.length));
  const shared = { platform: false, secondFactor: true };
  const people = Array.from({ length: organisations * peopleOfEach }, (_, at): Principal => {
    const member = `organisation-${at % organisations}`;
    const standing = pick(standings, (at % organisations) % standings.length);
    const own = [...new Set([any(roles), any(roles)])];
    return { kind: 'person', id: `person-${at}`, name: `${at}`, member, roles: own, scopes: [], standing, ...shared };
  });
  const keys = Array.from({ length: organisations * scopes.length }, (_, at): Principal => {
    const member = `organisation-${at % organisations}`;
    return {
      kind: 'key',
      id: `key-${at}`,
      name: `${at}`,
      member,
      roles: [],
      scopes: [any(scopes)],
      standing: 'admitted',
      ...shared,
    };
  });
  return Array.from({ length: count }, () => {
    const principal = random(4) === 0 ? any(keys) : any(people);
    const action = any(actions);
    if (random(3) === 0) return { principal, action };
    const member = random(2) === 0 ? principal.member : `organisation-${random(organisations)}`;
    const resource = { type: any(['ApiKey', 'Person', 'EvidenceRecord']), id: `thing-${random(1_000_000)}`, member };
    return { principal, action, resource };
  });
}
