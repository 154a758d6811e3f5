import { encodeFunctionData, type Hex } from 'viem';
import { allianceGovernorAbi } from '../../../contracts/generated/AllianceGovernor.ts';
import { proposalData } from '../../chain/typedData.ts';
import { readNonce, readSigningMember, readSigningPlace } from '../askChain.ts';
import { checkDocument } from '../checkDocument.ts';
import { checkSignature, type MakeTypedData } from '../checkSignature.ts';
import { type ComposedProposal, composeProposal } from '../composeProposal.ts';
import { completeDocument } from '../decideDocument.ts';
import { nameMember } from '../projection/syncNames.ts';
import type { ProposalDocument } from '../proposalTypes.ts';
import type { PreparedProposal } from '../requestSchemas.ts';
import type { ActionView } from '../sharedSchemas.ts';
import { requireContracts, type VotesContext } from '../votesContext.ts';
import { carry } from './carry.ts';
import { saveDocument } from './saveDocument.ts';

const makeTypedData =
  ({ calls, description }: ComposedProposal): MakeTypedData =>
  (place, { key, nonce }) =>
    proposalData(place, { proposer: key, calls, description, nonce });

/**
 * Makes a proposal out of a document and gives what its member signs.
 * @throws VOTES_NO_ALLIANCE, VOTES_DOCUMENT_WRONG, VOTES_MEMBER_UNKNOWN, VOTES_KEYLESS, VOTES_APPLICATION_UNKNOWN
 */
export async function prepareProposal(
  context: VotesContext,
  given: { document: ProposalDocument; member: string },
): Promise<PreparedProposal> {
  const { reads } = context.ledger;
  checkDocument(given.document);
  const contracts = await requireContracts(context);
  const member = await readSigningMember(reads, contracts, given.member);
  const document = await completeDocument(context, given.document);
  const composed = await composeProposal(context, contracts, document);
  const nonce = await readNonce(reads, contracts.governor, member.key);
  const place = await readSigningPlace(reads, contracts, 'governor');
  return {
    id: composed.id,
    document,
    digest: composed.digest,
    targets: composed.calls.targets,
    values: composed.calls.values.map(String),
    calldatas: composed.calls.calldatas,
    description: composed.description,
    typedData: makeTypedData(composed)(place, { key: member.key, nonce }),
  };
}

export interface ProposeParameters {
  /** As it was prepared. */
  document: ProposalDocument;
  member: string;
  signature: Hex;
}

/**
 * Carries a signed proposal to the chain. Its document, with an evidence statement, and its transaction are stored in one
 * SQL transaction.
 * @throws what `prepareProposal`, `checkSignature` and `carry` throw
 */
export async function propose(
  context: VotesContext,
  { document, member: slug, signature }: ProposeParameters,
): Promise<{ id: Hex; action: ActionView }> {
  const { reads } = context.ledger;
  checkDocument(document);
  const contracts = await requireContracts(context);
  const member = await readSigningMember(reads, contracts, slug);
  const composed = await composeProposal(context, contracts, document);
  const { id, text, digest, description, calls } = composed;
  const make = makeTypedData(composed);
  const key = await checkSignature(context, { contracts, contract: 'governor', member, make, signature });
  const action = await carry(context, {
    kind: 'proposal',
    member,
    proposal: id,
    body: { digest, signature, key },
    to: contracts.governor,
    data: encodeFunctionData({
      abi: allianceGovernorAbi,
      functionName: 'proposeBySig',
      args: [key, calls.targets, calls.values, calls.calldatas, description, signature],
    }),
    async save(tx) {
      await nameMember(tx, slug);
      await saveDocument(context.ledger, tx, { proposal: id, document, text, digest, member: slug });
    },
  });
  return { id, action };
}
