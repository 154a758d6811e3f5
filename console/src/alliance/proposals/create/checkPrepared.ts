import type { PreparedProposal, ProposalDocument } from '../../api/proposals.ts';
import type { Hex } from '../../api/types.ts';
import { describeDocument, proposalIdOf } from '../../sign/proposalIdentity.ts';
import { SigningRefused } from '../../sign/refuseUnlessSame.ts';

/** What the platform fills in where the form leaves it open. */
const filledIn = ['application', 'log'];

/**
 * Checks that what the platform prepared is what was filled in: the same text and parameters, under their own hash, and the id
 * that follows from the calls. What the calls do is then shown from their bytes. @throws SigningRefused
 */
export function checkPrepared(prepared: PreparedProposal, wanted: ProposalDocument, proposer: Hex): void {
  const { document, description, targets, values, calldatas, id, typedData } = prepared;
  const same = (expected: unknown, given: unknown) => {
    if (JSON.stringify(expected) !== JSON.stringify(given)) throw new SigningRefused('content', expected, given);
  };
  same(wanted.type, document.type);
  for (const part of ['title', 'text'] as const) {
    same(wanted[part].zh, document[part].zh);
    same(wanted[part].en, document[part].en);
  }
  const given = document.parameters as Record<string, unknown>;
  for (const [name, value] of Object.entries(wanted.parameters)) same(value, given[name]);
  for (const name of Object.keys(given)) {
    if (!(name in wanted.parameters) && !filledIn.includes(name)) throw new SigningRefused('content', '', name);
  }
  same(describeDocument(document), description);
  same(proposalIdOf({ targets, values, calldatas }, description), id.toLowerCase());
  same(proposer.toLowerCase(), String(typedData.message.proposer).toLowerCase());
}
