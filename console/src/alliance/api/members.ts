import { request } from '../../api/request.ts';
import type { LocalText } from '../../i18n/language.ts';
import type { ProposalType } from './proposals.ts';
import {
  type Action,
  type AlliancePage,
  type Hex,
  type MemberKind,
  type MemberRef,
  type MemberStatus,
  type Place,
  queryOf,
  type Support,
  type TypedData,
} from './types.ts';

/** A member as the chain has it. */
export interface ChainMember extends MemberRef {
  /** Under which its votes are counted. */
  account: Hex;
  did: string;
  kinds: MemberKind[];
  status: MemberStatus;
  key: Hex | null;
  witness: Hex | null;
  nodeKey: Hex | null;
  profileHash: string;
  /** Its own votes. */
  weight: string;
  /** Votes it casts: its own and those that others gave it. */
  votes: string;
  /** The member that casts its votes. */
  delegate: MemberRef | null;
  appliedAt: string | null;
  admittedAt: string | null;
  changed: Place;
}

export interface MemberProfile {
  name?: LocalText;
  description?: LocalText;
  website?: string;
}

/** A member with all that happened to it. */
export interface ChainMemberDetail extends ChainMember {
  profile: MemberProfile | null;
  history: { what: string; status: MemberStatus; place: Place }[];
  keys: { key: Hex; from: Place; until: Place | null }[];
  /** What it applied with, newest first. */
  applications: {
    entryHash: Hex;
    did: string;
    kinds: MemberKind[];
    key: Hex;
    profileHash: string;
    profile: MemberProfile | null;
    /** False once exactly this was admitted. */
    open: boolean;
    place: Place;
  }[];
  /** Its newest actions. */
  actions: Action[];
}

export interface MembersFilter {
  status?: MemberStatus | undefined;
  kind?: MemberKind | undefined;
  q?: string | undefined;
}

/** One page of the members on the chain. */
export function listChainMembers(
  filter: MembersFilter & { nextPageToken?: string | undefined; perPage?: number },
  signal?: AbortSignal,
): Promise<AlliancePage<ChainMember>> {
  return request(`/api/alliance/members${queryOf({ ...filter })}`, { signal });
}

/** A member with its history. */
export function getChainMember(slug: string, signal?: AbortSignal): Promise<ChainMemberDetail> {
  return request(`/api/alliance/members/${encodeURIComponent(slug)}`, { signal });
}

/** A ballot of a member that counts. */
export interface MemberBallot {
  proposal: { id: Hex; type: ProposalType | null; title: LocalText | null };
  support: Support;
  weight: string;
  reason: string;
  place: Place;
}

/** One page of what a member voted, newest first. */
export function listMemberBallots(
  slug: string,
  page: { nextPageToken?: string | undefined; perPage?: number },
  signal?: AbortSignal,
): Promise<AlliancePage<MemberBallot>> {
  return request(`/api/alliance/members/${encodeURIComponent(slug)}/ballots${queryOf(page)}`, { signal });
}

/** What an organisation applies with. */
export interface Application {
  kinds: MemberKind[];
  did: string;
  profile: { name: LocalText; description?: LocalText; website?: string };
  key: Hex;
}

/** The message that an application is signed as. */
export function prepareApplication(application: Application): Promise<{ typedData: TypedData }> {
  return request('/api/alliance/applications/prepare', { method: 'POST', body: application });
}

/** Applies for the caller's own organisation. */
export function sendApplication(application: Application & { signature: Hex }): Promise<{ action: Action }> {
  return request('/api/alliance/applications', { method: 'POST', body: application });
}

/** The message that gives a member's votes to another one; to itself takes them back. */
export function prepareDelegation(body: { member: string; to: string }): Promise<{ typedData: TypedData }> {
  return request('/api/alliance/delegations/prepare', { method: 'POST', body });
}

/** Gives a member's votes to another one, with its signature. */
export function sendDelegation(body: {
  member: string;
  to: string;
  expiry: number;
  signature: Hex;
}): Promise<{ action: Action }> {
  return request('/api/alliance/delegations', { method: 'POST', body });
}

/** The message that replaces a member's voting key; both keys sign it. */
export function prepareKey(body: { member: string; newKey: Hex }): Promise<{ typedData: TypedData }> {
  return request('/api/alliance/keys/prepare', { method: 'POST', body });
}

/** Replaces a member's voting key, with the signatures of both keys. */
export function sendKey(body: {
  member: string;
  newKey: Hex;
  oldSignature: Hex;
  newSignature: Hex;
}): Promise<{ action: Action }> {
  return request('/api/alliance/keys', { method: 'POST', body });
}

/** The message with which a member leaves. */
export function prepareLeave(body: { member: string }): Promise<{ typedData: TypedData }> {
  return request('/api/alliance/leave/prepare', { method: 'POST', body });
}

/** Takes a member out of the alliance, with its signature. */
export function sendLeave(body: { member: string; signature: Hex }): Promise<{ action: Action }> {
  return request('/api/alliance/leave', { method: 'POST', body });
}
