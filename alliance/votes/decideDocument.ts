import type { Hex } from 'viem';
import { type Entry, memberId } from '../chain/members.ts';
import type { Decision } from '../chain/proposals.ts';
import { votesErrors } from './errors.ts';
import { lower } from './projection/decodeLog.ts';
import type { ProposalDocument } from './proposalTypes.ts';
import type { VotesContext } from './votesContext.ts';

interface ApplicationRow {
  entry_hash: Hex;
  entry: Entry;
}

async function findApplication({ store }: VotesContext, slug: string, hash?: Hex): Promise<ApplicationRow> {
  const wanted = hash?.toLowerCase();
  const [row] = await store.sql<ApplicationRow[]>`
    select entry_hash, entry from alliance.application
    where member = ${memberId(slug)} ${wanted ? store.sql`and entry_hash = ${wanted}` : store.sql`and admitted_epoch is null`}
    order by epoch desc, log_index desc limit 1`;
  if (!row) throw votesErrors.applicationUnknown({ slug, which: wanted ? ` ${wanted}` : '' });
  return row;
}

/** Fills in what the parameters leave open, so that the document says all that its calls do. */
export async function completeDocument(context: VotesContext, document: ProposalDocument): Promise<ProposalDocument> {
  if (document.type === 'admit') {
    const { member, application } = document.parameters;
    const { entry_hash } = await findApplication(context, member, application);
    return { ...document, parameters: { member, application: entry_hash } };
  }
  if (document.type === 'setWitnesses') {
    const { witnesses, threshold } = document.parameters;
    const log = document.parameters.log ?? context.ledger.contract();
    if (!log) throw votesErrors.logUnknown();
    return { ...document, parameters: { witnesses, threshold, log } };
  }
  return document;
}

/**
 * What a complete document decides. @param digest of the document
 * @throws VOTES_APPLICATION_UNKNOWN, VOTES_DOCUMENT_WRONG
 */
export async function decideDocument(
  context: VotesContext,
  document: ProposalDocument,
  digest: string,
): Promise<Decision> {
  switch (document.type) {
    case 'admit': {
      const { member, application } = document.parameters;
      if (!application)
        throw votesErrors.documentWrong(
          { problem: 'it does not name the application' },
          { zh: { problem: '没有写明所依据的申请' } },
        );
      return { type: 'admit', entry: (await findApplication(context, member, application)).entry };
    }
    case 'suspend':
    case 'reinstate':
    case 'expel':
      return { type: document.type, member: memberId(document.parameters.member) };
    case 'replaceKey':
      return { type: 'replaceKey', member: memberId(document.parameters.member), key: lower(document.parameters.key) };
    case 'changeRule':
      return { type: 'changeRule', ...document.parameters };
    case 'setWitnesses': {
      const { log, witnesses, threshold } = document.parameters;
      if (!log)
        throw votesErrors.documentWrong(
          { problem: 'it does not name the evidence log' },
          { zh: { problem: '没有写明存证日志' } },
        );
      return { type: 'setWitnesses', log: lower(log), witnesses: witnesses.map(lower), threshold };
    }
    case 'publishScenario': {
      const { id, uri, digest: content } = document.parameters;
      return { type: 'publishScenario', id: memberId(id), uri, digest: `0x${content}` };
    }
    case 'spend': {
      const { to, amountWei } = document.parameters;
      return { type: 'spend', to: lower(to), amountWei: BigInt(amountWei) };
    }
    case 'free':
      return { type: 'free', digest: `0x${digest}` };
  }
}
