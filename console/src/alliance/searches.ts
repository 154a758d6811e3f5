import { type ProposalState, type ProposalType, proposalStates, proposalTypes } from './api/proposals.ts';
import { type MemberKind, type MemberStatus, memberStatuses } from './api/types.ts';
import { memberKinds } from './sign/memberIds.ts';

// What the addresses of the pages carry after the question mark; anything else there is left out.

type Input = Record<string, unknown>;
const oneOf = <const Word extends string>(value: unknown, words: readonly Word[]) =>
  words.find((word) => word === value);
const text = (value: unknown) =>
  typeof value === 'number' ? String(value) : typeof value === 'string' && value !== '' ? value : undefined;

function given<Fields extends Record<string, unknown>>(
  fields: Fields,
): { [Name in keyof Fields]?: NonNullable<Fields[Name]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}

export interface ChainMembersSearch {
  status?: MemberStatus;
  kind?: MemberKind;
  q?: string;
}
/** Of the list of members. */
export function chainMembersSearch(input: Input): ChainMembersSearch {
  return given({
    status: oneOf(input.status, memberStatuses),
    kind: oneOf(input.kind, memberKinds),
    q: text(input.q),
  });
}

export interface ProposalsSearch {
  state?: ProposalState;
  type?: ProposalType;
  member?: string;
}
/** Of the list of proposals. */
export function proposalsSearch(input: Input): ProposalsSearch {
  return given({
    state: oneOf(input.state, proposalStates),
    type: oneOf(input.type, proposalTypes),
    member: text(input.member),
  });
}

export interface NewProposalSearch {
  type?: ProposalType;
  member?: string;
}
/** Of the form for a proposal: what another page knows already. */
export function newProposalSearch(input: Input): NewProposalSearch {
  return given({ type: oneOf(input.type, proposalTypes), member: text(input.member) });
}
