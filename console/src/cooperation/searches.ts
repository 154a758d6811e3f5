import type { Standing } from '../api/session.ts';
import {
  type AchievementKind,
  type AchievementState,
  achievementKinds,
  achievementStates,
} from './api/achievements.ts';
import { type CallState, callStates } from './api/calls.ts';

// What the addresses of the pages carry after the question mark; anything else there is left out.

type Input = Record<string, unknown>;

/** The router reads what looks like a number as a number; what is looked for is text all the same. */
const text = (value: unknown) =>
  typeof value === 'number' ? String(value) : typeof value === 'string' && value !== '' ? value : undefined;
const oneOf = <const Word extends string>(value: unknown, words: readonly Word[]) =>
  words.find((word) => word === value);

/** Leaves out what is undefined, as `exactOptionalPropertyTypes` asks. */
function given<Fields extends Record<string, unknown>>(
  fields: Fields,
): { [Name in keyof Fields]?: NonNullable<Fields[Name]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}

/** The kinds of organisations that the directory filters by. */
export const memberKinds = ['enterprise', 'government', 'research', 'certifier', 'nodeOperator', 'witness'] as const;
/** Where organisations stand. */
export const standings = ['guest', 'applied', 'admitted', 'suspended', 'left'] as const;

export interface DirectorySearch {
  q?: string;
  kind?: (typeof memberKinds)[number];
  standing?: Standing;
  tag?: string;
}
/** Of the directory. */
export function directorySearch(input: Input): DirectorySearch {
  return given({
    q: text(input.q),
    kind: oneOf(input.kind, memberKinds),
    standing: oneOf(input.standing, standings),
    tag: text(input.tag),
  });
}

export interface ListSearch {
  q?: string;
  /** Slug of an organisation. */
  member?: string;
}
/** Of the announcements. */
export function listSearch(input: Input): ListSearch {
  return given({ q: text(input.q), member: text(input.member) });
}

export interface GroupsSearch extends ListSearch {
  mine?: 'yes';
}
/** Of the working groups. */
export function groupsSearch(input: Input): GroupsSearch {
  return { ...listSearch(input), ...given({ mine: oneOf(input.mine, ['yes']) }) };
}

export interface GroupSearch {
  tab?: 'documents' | 'discussion' | 'minutes' | 'people';
}
/** Of one working group. */
export function groupSearch(input: Input): GroupSearch {
  return given({ tab: oneOf(input.tab, ['documents', 'discussion', 'minutes', 'people']) });
}

export interface CallsSearch extends ListSearch {
  state?: CallState;
}
/** Of the calls. */
export function callsSearch(input: Input): CallsSearch {
  return { ...listSearch(input), ...given({ state: oneOf(input.state, callStates) }) };
}

export interface AchievementsSearch extends ListSearch {
  kind?: AchievementKind;
  state?: AchievementState;
}
/** Of the register of achievements. */
export function achievementsSearch(input: Input): AchievementsSearch {
  return {
    ...listSearch(input),
    ...given({ kind: oneOf(input.kind, achievementKinds), state: oneOf(input.state, achievementStates) }),
  };
}
