import type { Rights } from '../alliance/index.ts';
import type { Ledger } from '../ledger/index.ts';
import type { Store } from '../store/index.ts';

/** The kind of the statements that this room records. */
export const recordKind = 'evidence.record';

/** What the room needs of the house. */
export interface EvidenceHouse {
  store: Store;
  ledger: Pick<Ledger, 'appendStatements' | 'findStatements' | 'readBundle' | 'statements'>;
  /** Decides who may read and erase what is private of a record. */
  rights: Pick<Rights, 'decide' | 'require'>;
  /** Names of members for certificates; those it leaves out are shown by their slugs. */
  readMembers: (slugs: readonly string[]) => Promise<{ slug: string; name: { zh: string; en: string } }[]>;
  /** Name of the log in its checkpoints. */
  origin: string;
  evmChainId: number;
  /** Where browsers reach the platform. */
  baseUrl: string;
}
