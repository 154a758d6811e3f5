import type { Hex } from 'viem';
import type { Ledger } from '../../../ledger/index.ts';
import type { Tx } from '../../../store/index.ts';
import type { ProposalDocument } from '../proposalTypes.ts';

export interface SaveDocumentParameters {
  proposal: Hex;
  document: ProposalDocument;
  /** RFC 8785 form of the document, and its SHA-256. */
  text: string;
  digest: string;
  /** Slug of the proposer. */
  member: string;
}

/** Keeps the document of a proposal, with a statement of it in the evidence log; once, however often it is given. */
export async function saveDocument(
  { appendStatement }: Pick<Ledger, 'appendStatement'>,
  tx: Tx,
  { proposal, document, text, digest, member }: SaveDocumentParameters,
): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${`votes:document:${digest}`}, 0))`;
  const [known] = await tx`select from alliance.proposal_document where digest = ${digest}`;
  if (known) return;
  const { statementId } = await appendStatement(tx, {
    kind: 'alliance.proposal',
    subject: `urn:xiangyu:proposal:${proposal.slice(2)}`,
    member,
    time: new Date().toISOString(),
    payload: { id: proposal, digest, document: text },
  });
  await tx`
    insert into alliance.proposal_document (digest, proposal, type, title_zh, title_en, document, member, statement_id)
    values (${digest}, ${proposal}, ${document.type}, ${document.title.zh}, ${document.title.en}, ${text}, ${member},
      ${statementId})`;
}
