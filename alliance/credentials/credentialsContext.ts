import type { Logger } from '../../host/index.ts';
import type { Ledger } from '../../ledger/index.ts';
import type { Store } from '../../store/index.ts';
import type { Dids } from '../dids/openDids.ts';

/** What the credentials work with. */
export interface CredentialsContext {
  store: Store;
  ledger: Pick<Ledger, 'identityKeys' | 'appendStatement'>;
  dids: Dids;
  /** Where the platform is reached: in the addresses of status lists and schemas. */
  baseUrl: string;
  /** Whether status lists on private addresses may be read, as for webhooks. */
  allowPrivate: boolean;
  logger: Logger;
}
