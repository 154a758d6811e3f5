import type { ProposalDetail } from '../api/proposals.ts';
import { describeDocument, proposalIdOf } from '../sign/proposalIdentity.ts';

export interface ProposalCheck {
  /** The calls and the description that are shown are those that are voted on. */
  idMatches: boolean;
  /** The text that is shown is the one whose hash is in the description; false without a text. */
  textMatches: boolean;
}

/** Checks in this browser that what is shown of a proposal is what the chain counts votes on. */
export function checkProposal({ id, calls, description, document }: ProposalDetail): ProposalCheck {
  const parts = {
    targets: calls.map(({ target }) => target),
    values: calls.map(({ valueWei }) => valueWei),
    calldatas: calls.map(({ data }) => data),
  };
  return {
    idMatches: proposalIdOf(parts, description).toLowerCase() === id.toLowerCase(),
    textMatches: document !== null && describeDocument(document) === description,
  };
}
