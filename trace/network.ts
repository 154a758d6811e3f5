import type { Alliance } from '../alliance/index.ts';
import type { Ledger } from '../ledger/index.ts';
import type { Tx } from '../store/index.ts';
import type { LocalText } from './names.ts';

/** An organisation as those who certify and inspect see it. */
export interface Party {
  slug: string;
  name: LocalText;
  /** Kinds of the charter, or the one that it was added with. */
  kinds: string[];
}

/** Something that one organisation should know. */
export interface Alert {
  /** Slug of the organisation that is told. */
  recipient: string;
  /** `area.what`, such as `finding.opened`. */
  type: string;
  /** Slug of the organisation that it is about. */
  member: string;
  title: LocalText;
  /** Where the console shows it. */
  path: string;
}

/** What certificates and findings need of the alliance around this room. */
export interface TraceNetwork {
  credentials: Pick<
    Alliance['credentials'],
    'issue' | 'changeStatus' | 'readIssued' | 'verify' | 'readType' | 'defineType'
  >;
  recordAct: Alliance['acts']['recordAct'];
  /** Every organisation; a few seconds old at most. */
  readParties(): Promise<readonly Party[]>;
  /** Tells an organisation by its inbox, mail and webhooks, in the caller's transaction and as its last step. */
  tell(tx: Tx, alert: Alert): Promise<void>;
  /** The proof of a statement; null for an unknown one. Throws LEDGER_NOT_YET_ANCHORED while it waits. */
  readBundle: Ledger['readBundle'];
  /** Where browsers reach the platform. */
  baseUrl: string;
}

const authorityKinds = ['government', 'department', 'authority'];

/** Whether an organisation is an authority that inspects. */
export function isAuthority({ kinds }: Pick<Party, 'kinds'>): boolean {
  return kinds.some((kind) => authorityKinds.includes(kind));
}
