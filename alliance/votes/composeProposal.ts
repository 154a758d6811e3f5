import { createHash } from 'node:crypto';
import type { Hex } from 'viem';
import { canonicalizeJson, type JsonValue } from '../../proof/index.ts';
import { type AllianceContracts, describeProposal, encodeDecision, hashProposal } from '../chain/proposals.ts';
import type { ProposalCalls } from '../chain/typedData.ts';
import { decideDocument } from './decideDocument.ts';
import { toProposalId } from './projection/applyGovernorLog.ts';
import type { ProposalDocument } from './proposalTypes.ts';
import type { VotesContext } from './votesContext.ts';

/** A proposal as it goes to the governor, made from its document alone. */
export interface ComposedProposal {
  id: Hex;
  /** RFC 8785 form of the document. */
  text: string;
  /** Its SHA-256 in hexadecimal. */
  digest: string;
  description: string;
  calls: ProposalCalls;
}

/** The text that a document is hashed by. */
const writeDocument = (document: ProposalDocument): string => canonicalizeJson(document as unknown as JsonValue);

/** Makes the calls, the description and the id of a complete document; the same document always gives the same. */
export async function composeProposal(
  context: VotesContext,
  contracts: AllianceContracts,
  document: ProposalDocument,
): Promise<ComposedProposal> {
  const text = writeDocument(document);
  const digest = createHash('sha256').update(text).digest('hex');
  const calls = encodeDecision(contracts, await decideDocument(context, document, digest));
  const description = describeProposal(digest);
  return { id: toProposalId(hashProposal(calls, description)), text, digest, description, calls };
}
