import { request } from '../../api/request.ts';
import type { LocalText } from '../../i18n/language.ts';
import {
  type Action,
  type AlliancePage,
  type Failure,
  type Hex,
  type MemberKind,
  type MemberRef,
  type Place,
  queryOf,
  type Support,
  type TypedData,
} from './types.ts';

export const proposalTypes = [
  'admit',
  'suspend',
  'reinstate',
  'expel',
  'changeRule',
  'setWitnesses',
  'publishScenario',
  'spend',
  'replaceKey',
  'free',
] as const;
export type ProposalType = (typeof proposalTypes)[number];

export const proposalStates = [
  'submitted',
  'pending',
  'active',
  'succeeded',
  'defeated',
  'executed',
  'cancelled',
  'failed',
] as const;
export type ProposalState = (typeof proposalStates)[number];

export interface Proposal {
  id: Hex;
  type: ProposalType | null;
  title: LocalText | null;
  documentDigest: string | null;
  proposer: MemberRef | null;
  state: ProposalState;
  failure: Failure | null;
  submittedAt: string;
  voteStart: string | null;
  voteEnd: string | null;
  tally: { for: string; against: string; abstain: string };
  ballots: number;
  /** Votes for and abstentions that are needed. */
  quorum: string | null;
  quorumReached: boolean;
  /** Share of for among for and against that is needed. */
  passPercent: number | null;
  /** It passed, and anyone may have it executed. */
  executable: boolean;
  place: Place | null;
  executed: Place | null;
}

/** What a proposal of a type is about; the platform adds the application that is meant and the log's address. */
export type Parameters =
  | { member: string; application?: Hex }
  | { member: string; key: Hex }
  | { rule: string; value: number; kind?: MemberKind }
  | { witnesses: Hex[]; threshold: number; log?: Hex }
  | { id: string; uri: string; digest: string }
  | { to: Hex; amountWei: string }
  | Record<string, never>;

export interface ProposalDocument {
  type: ProposalType;
  title: LocalText;
  text: LocalText;
  parameters: Parameters;
}

/** A call that a passed proposal makes. */
export interface Call {
  target: Hex;
  contract: string | null;
  valueWei: string;
  data: Hex;
  call: string | null;
}

export interface ProposalDetail extends Proposal {
  document: ProposalDocument | null;
  documentMatches: boolean;
  description: string;
  calls: Call[];
  statementId: string | null;
  comments: number;
  actions: Action[];
}

export interface Ballot {
  voter: MemberRef;
  support: Support;
  weight: string;
  reason: string;
  state: 'submitted' | 'counted' | 'failed';
  failure: Failure | null;
  submittedAt: string | null;
  place: Place | null;
}

export interface Comment {
  id: string;
  author: { name: string; member: MemberRef; own: boolean };
  /** Null once its author retracted it. */
  text: string | null;
  createdAt: string;
  retractedAt: string | null;
}

export interface ProposalsFilter {
  state?: ProposalState | undefined;
  type?: ProposalType | undefined;
  member?: string | undefined;
}

/** One page of the proposals, newest first. */
export function listProposals(
  filter: ProposalsFilter & { nextPageToken?: string | undefined; perPage?: number },
  signal?: AbortSignal,
): Promise<AlliancePage<Proposal>> {
  return request(`/api/alliance/proposals${queryOf({ ...filter })}`, { signal });
}

/** A proposal with its document and calls. */
export function getProposal(id: string, signal?: AbortSignal): Promise<ProposalDetail> {
  return request(`/api/alliance/proposals/${id}`, { signal });
}

/** Who voted what; of one member only, when one is named. */
export function listBallots(
  id: string,
  { nextPageToken, member }: { nextPageToken?: string | null; member?: string },
  signal?: AbortSignal,
): Promise<AlliancePage<Ballot>> {
  const query = queryOf({ perPage: 200, nextPageToken: nextPageToken ?? undefined, member });
  return request(`/api/alliance/proposals/${id}/ballots${query}`, { signal });
}

export interface PreparedProposal {
  id: Hex;
  document: ProposalDocument;
  digest: string;
  targets: Hex[];
  values: string[];
  calldatas: Hex[];
  description: string;
  typedData: TypedData;
}

/** What a proposal would be on the chain, with the message to sign. */
export function prepareProposal(body: {
  type: ProposalType;
  parameters: Parameters;
  document: { title: LocalText; text: LocalText };
  member: string;
}): Promise<PreparedProposal> {
  return request('/api/alliance/proposals/prepare', { method: 'POST', body });
}

/** Makes a proposal that a member signed. */
export function sendProposal(body: {
  document: ProposalDocument;
  member: string;
  signature: Hex;
}): Promise<{ id: Hex; action: Action }> {
  return request('/api/alliance/proposals', { method: 'POST', body });
}

/** The message with which a member votes. */
export function prepareBallot(
  id: string,
  body: { member: string; support: Support },
): Promise<{ typedData: TypedData }> {
  return request(`/api/alliance/proposals/${id}/ballots/prepare`, { method: 'POST', body });
}

/** Casts a ballot that a member signed. */
export function sendBallot(
  id: string,
  body: { member: string; support: Support; signature: Hex },
): Promise<{ action: Action }> {
  return request(`/api/alliance/proposals/${id}/ballots`, { method: 'POST', body });
}

/** Has a passed proposal carried out; anyone may. */
export function executeProposal(id: string): Promise<{ action: Action }> {
  return request(`/api/alliance/proposals/${id}/execute`, { method: 'POST', body: {} });
}

/** One page of what people of members said about a proposal. */
export function listComments(
  id: string,
  nextPageToken: string | null,
  signal?: AbortSignal,
): Promise<AlliancePage<Comment>> {
  return request(`/api/alliance/proposals/${id}/comments${queryOf({ nextPageToken: nextPageToken ?? undefined })}`, {
    signal,
  });
}

/** Says something about a proposal, in public. */
export function sendComment(id: string, text: string): Promise<Comment> {
  return request(`/api/alliance/proposals/${id}/comments`, { method: 'POST', body: { text } });
}

/** Takes an own comment back; a mark stays. */
export function retractComment(id: string, comment: string): Promise<void> {
  return request(`/api/alliance/proposals/${id}/comments/${comment}`, { method: 'DELETE' });
}
