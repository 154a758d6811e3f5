import type { Hex } from 'viem';
import { type Entry, hashEntry } from '../members.ts';
import { type ChainEvent, lower } from './history.ts';
import {
  accountOf,
  expectThat,
  type Governed,
  heaviest,
  type ReplayedMember,
  type ReplayState,
  votesOf,
} from './replayState.ts';

function readMember(state: ReplayState, event: ChainEvent): ReplayedMember | null {
  const member = state.members.get(event.args.id as Hex) ?? null;
  expectThat(state, event, member !== null, `${event.name} of a member that was never admitted`);
  return member;
}

function admit(state: ReplayState, event: ChainEvent, governed: Governed): void {
  const entry = event.args.entry as Entry;
  const hash = event.args.entryHash as Hex;
  expectThat(state, event, hashEntry(entry) === hash, 'an entry does not have the hash that its event says');
  if (state.founded) {
    expectThat(state, event, state.applied.delete(hash), 'a member was admitted that had not applied with this entry');
    governed(event, { functionName: 'admit', matches: ([given]) => hashEntry(given as Entry) === hash });
  } else state.enrolled.push(entry);
  const account = accountOf(entry.id);
  state.memberOfAccount.set(account, entry.id);
  const known = state.members.get(entry.id);
  const { kinds, id } = entry;
  const weight = known?.weight ?? 0n;
  state.members.set(id, { id, entry, kinds, status: 'admitted', key: lower(entry.key), weight, delegate: account });
  expectThat(state, event, weight === heaviest(state, kinds), `a member was admitted with weight ${weight}`);
}

/** Applies one event of the registry. */
export function replayRegistry(state: ReplayState, event: ChainEvent, governed: Governed): void {
  const { name, args, log } = event;
  const sameId = ([id]: readonly unknown[]) => id === args.id;
  const change = (status: ReplayedMember['status'], functionName: string | null, from: ReplayedMember['status'][]) => {
    const member = readMember(state, event);
    if (!member) return;
    expectThat(state, event, from.includes(member.status), `${name} of a member that was ${member.status}`);
    member.status = status;
    if (functionName) governed(event, { functionName, matches: sameId });
  };
  switch (name) {
    case 'Founded':
      state.founded = true;
      expectThat(state, event, args.charterHash === state.creation.charterHash, 'founded with another charter');
      return;
    case 'Applied':
      state.applied.add(args.entryHash as Hex);
      return;
    case 'Admitted':
      admit(state, event, governed);
      return;
    case 'Suspended':
      change('suspended', 'suspend', ['admitted']);
      return;
    case 'Reinstated':
      change('admitted', 'reinstate', ['suspended']);
      return;
    case 'Expelled':
      change('left', 'expel', ['admitted', 'suspended']);
      return;
    case 'MemberLeft':
      change('left', null, ['admitted', 'suspended']);
      return;
    case 'KeyChanged': {
      const member = readMember(state, event);
      if (!member) return;
      expectThat(state, event, member.key === lower(args.oldKey), 'a key was replaced that was not the present one');
      member.key = lower(args.newKey);
      if (args.byVote)
        governed(event, {
          functionName: 'replaceKey',
          matches: ([id, key]) => id === args.id && lower(key) === member.key,
        });
      return;
    }
    case 'KindsChanged': {
      const member = readMember(state, event);
      if (member) member.kinds = Number(args.kinds);
      governed(event, { functionName: 'setKinds', matches: sameId });
      return;
    }
    case 'KindWeightSet':
      state.kindWeights[Number(args.kind)] = BigInt(String(args.newWeight));
      governed(event, { functionName: 'setKindWeight', matches: ([kind]) => Number(kind) === Number(args.kind) });
      return;
    case 'WeightChanged': {
      // A founder or newcomer gets its weight a log before it is called admitted.
      const weight = BigInt(String(args.newWeight));
      const known = state.members.get(args.id as Hex);
      if (known) known.weight = weight;
      else {
        const account = accountOf(args.id as Hex);
        const entry = { id: args.id } as Entry;
        state.members.set(args.id as Hex, {
          id: args.id as Hex,
          entry,
          kinds: 0,
          status: 'left',
          key: '0x',
          weight,
          delegate: account,
        });
      }
      return;
    }
    case 'DelegateChanged': {
      const id = state.memberOfAccount.get(lower(args.delegator));
      const member = id && state.members.get(id);
      if (member) member.delegate = lower(args.toDelegate);
      return;
    }
    case 'DelegateVotesChanged': {
      const votes = votesOf(state, lower(args.delegate));
      expectThat(
        state,
        event,
        votes.latest === args.previousVotes,
        `votes of ${lower(args.delegate)} do not follow on each other`,
      );
      votes.set(log.time, args.newVotes as bigint);
      return;
    }
    default:
  }
}
