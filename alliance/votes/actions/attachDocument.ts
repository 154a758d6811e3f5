import type { Hex } from 'viem';
import { platformSlug } from '../../principal.ts';
import { checkDocument } from '../checkDocument.ts';
import { composeProposal } from '../composeProposal.ts';
import { votesErrors } from '../errors.ts';
import type { ProposalDocument } from '../proposalTypes.ts';
import { requireContracts, type VotesContext } from '../votesContext.ts';
import { saveDocument } from './saveDocument.ts';

/**
 * Keeps the document of a proposal that came to the chain without the platform. Whoever has it may give it: only the one
 * whose digest is on the chain, and whose calls are those of the proposal, is taken.
 * @throws VOTES_NO_ALLIANCE, VOTES_PROPOSAL_UNKNOWN, VOTES_DOCUMENT_WRONG
 */
export async function attachDocument(
  context: VotesContext,
  { id: given, document }: { id: Hex; document: ProposalDocument },
): Promise<void> {
  const { store, ledger } = context;
  const id = given.toLowerCase() as Hex;
  checkDocument(document);
  const contracts = await requireContracts(context);
  const [row] = await store.sql<{ slug: string | null }[]>`
    select alliance.account_ref(proposer)->>'slug' as slug from alliance.proposal where id = ${id}`;
  if (!row) throw votesErrors.proposalUnknown({ id });
  const composed = await composeProposal(context, contracts, document);
  if (composed.id !== id)
    throw votesErrors.documentWrong(
      { problem: 'it is not the one that was proposed' },
      { zh: { problem: '与已提出的提案不是同一份' } },
    );
  const { text, digest } = composed;
  await store.transaction((tx) =>
    saveDocument(ledger, tx, { proposal: id, document, text, digest, member: row.slug ?? platformSlug }),
  );
}
