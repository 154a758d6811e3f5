import type { Alliance, Rights, Standing } from '../alliance/index.ts';
import type { Logger } from '../host/index.ts';
import type { Ledger } from '../ledger/index.ts';
import type { Store, Tx } from '../store/index.ts';
import type { LocalText } from './text.ts';

/** An organisation as the directory needs it. */
export interface ListedMember {
  slug: string;
  name: LocalText;
  kinds: string[];
  standing: Standing;
  demo: boolean;
}

/** What a vote decided. */
export interface Decision {
  passed: boolean;
  /** The proposal's text, in each of its languages. */
  texts: string[];
}

/** A proposal as a feed shows it. */
export interface FeedProposal {
  id: string;
  title: LocalText;
  text: LocalText;
  proposer: string;
  /** UTC, ISO 8601. */
  at: string;
}

/** A person who gets mail. */
export interface MailAddress {
  person: string;
  email: string;
  /** Slug of its organisation now. */
  member: string;
}

/** What the room needs of the house. */
export interface CooperationHouse {
  store: Store;
  ledger: Pick<Ledger, 'appendStatement' | 'statements'>;
  rights: Pick<Rights, 'require' | 'decide'>;
  /** Records an administrative act, in the caller's transaction. */
  recordAct: Alliance['acts']['recordAct'];
  /** All organisations, by slug; a few seconds old at most. */
  readMembers(): Promise<readonly ListedMember[]>;
  /** When the alliance was founded; null before. */
  readFoundedAt(): Promise<Date | null>;
  /** A proposal of the alliance; null when there is none with this id. */
  readDecision(proposal: string): Promise<Decision | null>;
  /** The newest proposals, newest first. */
  listProposals(limit: number): Promise<FeedProposal[]>;
  /** Addresses of people who are still there and whose organisation is not suspended. */
  readAddresses(people: readonly string[]): Promise<MailAddress[]>;
  /** Queues a mail in the caller's transaction. */
  queueMail(tx: Tx, mail: NewsMail): Promise<void>;
  /** 32 bytes in hexadecimal that the secrets of webhooks are derived from. */
  webhookSecret: string;
  /** Whether organisations may name private addresses for webhooks. */
  allowPrivateUrls: boolean;
  /** Where browsers reach the platform. */
  baseUrl: string;
  logger: Logger;
}

/** One piece of news for one person. */
export interface NewsMail {
  to: string;
  language: 'zh-CN' | 'en';
  /** What it is about, in the reader's language. */
  topic: string;
  title: string;
  organisation: string;
  link: string;
  settingsLink: string;
}
