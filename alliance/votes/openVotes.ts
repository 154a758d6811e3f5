import type { Hex } from 'viem';
import type { Page, PageParameters } from '../page.ts';
import { type Application, apply, prepareApplication } from './actions/apply.ts';
import { attachDocument } from './actions/attachDocument.ts';
import { castBallot, type PrepareBallotParameters, prepareBallot } from './actions/castBallot.ts';
import { type DelegateParameters, delegate, prepareDelegation } from './actions/delegate.ts';
import { execute } from './actions/execute.ts';
import { leave, prepareLeaving } from './actions/leave.ts';
import { type ProposeParameters, prepareProposal, propose } from './actions/propose.ts';
import { prepareRotation, type RotateKeyParameters, rotateKey } from './actions/rotateKey.ts';
import type { ProposalDocument } from './proposalTypes.ts';
import { addComment, listComments, retractComment } from './reading/comments.ts';
import { type ListBallotsParameters, listBallots } from './reading/listBallots.ts';
import { type ListMemberBallotsParameters, listMemberBallots } from './reading/listMemberBallots.ts';
import { type ListMembersParameters, listMembers } from './reading/listMembers.ts';
import { type ListProposalsParameters, listProposals } from './reading/listProposals.ts';
import { listRules } from './reading/listRules.ts';
import { listScenarios } from './reading/listScenarios.ts';
import { listActions, readMember } from './reading/readMember.ts';
import { readProposal } from './reading/readProposal.ts';
import { readTreasury } from './reading/readTreasury.ts';
import type { PreparedProposal } from './requestSchemas.ts';
import { runVotes } from './runVotes.ts';
import type {
  Ballot,
  ChainMember,
  ChainMemberDetail,
  MemberBallot,
  Proposal,
  ProposalDetail,
  PublishedScenario,
  Rule,
  Treasury,
} from './schemas.ts';
import type { ActionView, TypedData } from './sharedSchemas.ts';
import type { VotesContext } from './votesContext.ts';

type Signed<Parameters> = Parameters & { signature: Hex };
type CommentParameters = Parameters<typeof addComment>[1];

/**
 * What happens on the alliance's contracts, readable, and what members do there by signatures of their own keys. The platform
 * pays and carries; it can neither vote nor sign for anybody.
 */
export interface Votes {
  /** Follows the contracts and what is under way, wherever this process is elected, until the signal aborts. */
  run(signal: AbortSignal): Promise<void>;
  listMembers(parameters: ListMembersParameters): Promise<Page<ChainMember>>;
  readMember(slug: string): Promise<ChainMemberDetail>;
  /** What an organisation has under way, be it a member or not. */
  listActions(slug: string): Promise<ActionView[]>;
  listProposals(parameters: ListProposalsParameters): Promise<Page<Proposal>>;
  readProposal(id: Hex): Promise<ProposalDetail>;
  listBallots(parameters: ListBallotsParameters): Promise<Page<Ballot>>;
  listMemberBallots(parameters: ListMemberBallotsParameters): Promise<Page<MemberBallot>>;
  listRules(): Promise<Rule[]>;
  listScenarios(page: PageParameters): Promise<Page<PublishedScenario>>;
  readTreasury(): Promise<Treasury>;
  listComments(parameters: Parameters<typeof listComments>[1]): ReturnType<typeof listComments>;
  addComment(parameters: CommentParameters): ReturnType<typeof addComment>;
  retractComment(parameters: Parameters<typeof retractComment>[1]): Promise<void>;
  prepareProposal(given: { document: ProposalDocument; member: string }): Promise<PreparedProposal>;
  /** See `attachDocument`. */
  attachDocument(proposal: { id: Hex; document: ProposalDocument }): Promise<void>;
  propose(proposal: ProposeParameters): Promise<{ id: Hex; action: ActionView }>;
  prepareBallot(ballot: PrepareBallotParameters): Promise<TypedData>;
  castBallot(ballot: Signed<PrepareBallotParameters>): Promise<ActionView>;
  prepareDelegation(delegation: Pick<DelegateParameters, 'member' | 'to'>): Promise<TypedData>;
  delegate(delegation: DelegateParameters): Promise<ActionView>;
  prepareRotation(rotation: Pick<RotateKeyParameters, 'member' | 'newKey'>): Promise<TypedData>;
  rotateKey(rotation: RotateKeyParameters): Promise<ActionView>;
  prepareLeaving(slug: string): Promise<TypedData>;
  leave(leaving: { member: string; signature: Hex }): Promise<ActionView>;
  prepareApplication(slug: string, application: Application): Promise<TypedData>;
  apply(slug: string, application: Signed<Application>): Promise<ActionView>;
  execute(proposal: { id: Hex; by: string }): Promise<ActionView>;
}

/** Opens the votes. The chain need not answer yet. */
export function openVotes(context: VotesContext): Votes {
  const { store } = context;
  return {
    run: (signal) => runVotes(context, signal),
    listMembers: (parameters) => listMembers(store, parameters),
    readMember: (slug) => readMember(store, slug),
    listActions: (slug) => listActions(store, slug),
    listProposals: (parameters) => listProposals(store, parameters),
    readProposal: (id) => readProposal(context, id),
    listBallots: (parameters) => listBallots(context, parameters),
    listMemberBallots: (parameters) => listMemberBallots(context, parameters),
    listRules: () => listRules(store),
    listScenarios: (page) => listScenarios(store, page),
    readTreasury: () => readTreasury(context),
    listComments: (parameters) => listComments(context, parameters),
    addComment: (parameters) => addComment(context, parameters),
    retractComment: (parameters) => retractComment(context, parameters),
    prepareProposal: (given) => prepareProposal(context, given),
    attachDocument: (proposal) => attachDocument(context, proposal),
    propose: (proposal) => propose(context, proposal),
    prepareBallot: (ballot) => prepareBallot(context, ballot),
    castBallot: (ballot) => castBallot(context, ballot),
    prepareDelegation: (delegation) => prepareDelegation(context, delegation),
    delegate: (delegation) => delegate(context, delegation),
    prepareRotation: (rotation) => prepareRotation(context, rotation),
    rotateKey: (rotation) => rotateKey(context, rotation),
    prepareLeaving: (slug) => prepareLeaving(context, slug),
    leave: (leaving) => leave(context, leaving),
    prepareApplication: (slug, application) => prepareApplication(context, slug, application),
    apply: (slug, application) => apply(context, slug, application),
    execute: (proposal) => execute(context, proposal),
  };
}
