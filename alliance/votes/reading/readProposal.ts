import type { Hex } from 'viem';
import type { AllianceContracts } from '../../chain/proposals.ts';
import { type ActionRow, toActionView } from '../actions/actionRows.ts';
import { composeProposal } from '../composeProposal.ts';
import { votesErrors } from '../errors.ts';
import type { ProposalDocument } from '../proposalTypes.ts';
import { readCall } from '../recogniseType.ts';
import type { ProposalDetail } from '../schemas.ts';
import { requireContracts, type VotesContext } from '../votesContext.ts';
import { type ProposalRow, proposalColumns, proposalTables, submittedColumns, toProposal } from './proposalRows.ts';

interface DetailRow extends ProposalRow {
  document: string | null;
  statement_id: string | null;
  targets: Hex[] | null;
  amounts: string[] | null;
  calldatas: Hex[] | null;
  description: string | null;
}

/** Arguments of a call as text, cut where they get long. */
function showArguments(args: readonly unknown[]): string {
  const text = JSON.stringify(args, (_, value) => (typeof value === 'bigint' ? value.toString() : value)) ?? '[]';
  return text.slice(1, -1).slice(0, 2_000);
}

function toCalls(
  contracts: AllianceContracts,
  row: Pick<DetailRow, 'targets' | 'amounts' | 'calldatas'>,
): ProposalDetail['calls'] {
  return (row.targets ?? []).map((target, index) => {
    const data = row.calldatas?.[index] ?? '0x';
    const { contract, functionName, args } = readCall(contracts, target, data);
    return {
      target,
      contract,
      valueWei: row.amounts?.[index] ?? '0',
      data,
      call: functionName === null ? null : `${functionName}(${showArguments(args)})`,
    };
  });
}

/** Whether the chain has exactly what the document says. */
async function matches(
  context: VotesContext,
  contracts: AllianceContracts,
  document: ProposalDocument,
  id: Hex,
): Promise<boolean> {
  // A document whose application is not known here cannot be compared, and does not count as matching.
  const composed = await composeProposal(context, contracts, document).catch(() => null);
  return composed?.id === id;
}

async function readRow({ store: { sql } }: VotesContext, id: Hex): Promise<DetailRow | undefined> {
  const [onChain] = await sql<DetailRow[]>`
    select ${proposalColumns(sql)}, d.document, d.statement_id, p.targets, p.amounts::text[], p.calldatas, p.description
    from alliance.proposal p ${proposalTables(sql)}
    where p.id = ${id}`;
  if (onChain) return onChain;
  const [onTheWay] = await sql<DetailRow[]>`
    select ${submittedColumns(sql)}, d.document, d.statement_id, null as targets, null as amounts, null as calldatas,
      null as description
    from alliance.action a cross join lateral (select * from alliance.proposal_document where proposal = a.proposal limit 1) d
    where a.kind = 'proposal' and a.proposal = ${id} and not a.hidden order by a.id desc limit 1`;
  return onTheWay;
}

/** Reads a proposal with its document, its calls and what is under way. @throws VOTES_PROPOSAL_UNKNOWN, VOTES_NO_ALLIANCE */
export async function readProposal(context: VotesContext, given: Hex): Promise<ProposalDetail> {
  const { sql } = context.store;
  const id = given.toLowerCase() as Hex;
  const contracts = await requireContracts(context);
  const row = await readRow(context, id);
  if (!row) throw votesErrors.proposalUnknown({ id });
  const document = row.document === null ? null : (JSON.parse(row.document) as ProposalDocument);
  const [actions, [counted], documentMatches] = await Promise.all([
    sql<ActionRow[]>`
      select * from alliance.action where proposal = ${id} and kind = 'execution' order by id desc limit 20`,
    sql<{ comments: number }[]>`select count(*)::int as comments from alliance.comment where proposal = ${id}`,
    document ? matches(context, contracts, document, id) : false,
  ]);
  return {
    ...toProposal(row),
    document,
    documentMatches,
    description: row.description ?? '',
    calls: toCalls(contracts, row),
    statementId: row.statement_id,
    comments: counted?.comments ?? 0,
    actions: actions.map(toActionView),
  };
}

/** Makes sure that there is such a proposal, on the chain or on its way. @throws VOTES_PROPOSAL_UNKNOWN */
export async function requireProposal({ store: { sql } }: VotesContext, given: Hex): Promise<Hex> {
  const id = given.toLowerCase() as Hex;
  const [known] = await sql`
    select from alliance.proposal where id = ${id}
    union all select from alliance.proposal_document where proposal = ${id} limit 1`;
  if (!known) throw votesErrors.proposalUnknown({ id });
  return id;
}
