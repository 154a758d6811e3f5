import type { Logger } from '../../host/index.ts';
import type { Store } from '../../store/index.ts';
import type { Acts } from '../acts/openActs.ts';
import type { Mail } from '../mail/openMail.ts';
import type { Seal } from '../seal.ts';
import type { Accounts } from './openAccounts.ts';

/** What every operation on accounts and people works with. */
export interface PeopleParts {
  store: Store;
  accounts: Accounts;
  acts: Acts;
  mail: Mail;
  /** For the configuration of identity providers. */
  seal: Seal;
  logger: Logger;
  /** Where browsers reach the platform. */
  baseUrl: string;
  /** Origins that count as our own. */
  origins: readonly string[];
  /** Chain id of the eSpace, which texts for wallets name. */
  evmChainId: number;
  /** For requests of the account library that ask the platform in between; see `takeTurns`. */
  turns: <Answer>(work: () => Promise<Answer>) => Promise<Answer>;
  /** Whether identity providers may be in the platform's own network. */
  allowPrivateUrls: boolean;
}
