import type { Logger } from '../../host/index.ts';
import type { Ledger } from '../../ledger/index.ts';
import type { Store } from '../../store/index.ts';
import type { AllianceContracts } from '../chain/proposals.ts';
import type { Charter } from '../founding/charter.ts';
import { votesErrors } from './errors.ts';

/** What the parts of the votes work with. */
export interface VotesContext {
  store: Store;
  ledger: Pick<Ledger, 'appendStatement' | 'contract' | 'index' | 'reads' | 'transactions' | 'treasuryAddress'>;
  logger: Logger;
  /** The contracts of the alliance on the chain that is served, lower case; null before they are deployed. */
  readContracts: () => Promise<AllianceContracts | null>;
  /** The charter of the alliance, with the profiles of its founders. */
  readCharter: () => Promise<Charter | null>;
}

/** The contracts of the alliance. @throws VOTES_NO_ALLIANCE */
export async function requireContracts({ readContracts }: VotesContext): Promise<AllianceContracts> {
  const contracts = await readContracts();
  if (!contracts) throw votesErrors.noAlliance();
  return contracts;
}
