import type { Mask } from '../delivery/masks/mask.ts';
import type { SourceReference } from '../delivery/sources/source.ts';
import type { Words } from '../house.ts';

/** How far data are shared: with everybody who needs them, under conditions, or not at all, which needs a ground in law. */
export type Sharing = 'unconditional' | 'conditional' | 'none';
/** Ways in which a dataset is given. */
export type Method = 'pull' | 'push' | 'stream' | 'answer' | 'match';
/** How often the data are said to change. */
export type UpdateCycle = keyof typeof updateCycles;
/** Who or what the data are about. */
export type Subject = 'person' | 'organisation' | 'place' | 'matter';
/** The type of an item's values. */
export type ItemType = 'text' | 'integer' | 'number' | 'boolean' | 'date' | 'time' | 'json';
/** Classification of data, 4 being the most sensitive. */
export type Level = 1 | 2 | 3 | 4;
/** Where a dataset stands. A published version stays in force while a change of it is written and reviewed. */
export type DatasetState = 'created' | 'inReview' | 'published' | 'changing' | 'withdrawn';

/** Update cycles with the code of government catalogues, and within how many hours the newest row is then expected. */
export const updateCycles = {
  irregular: { code: 1, hours: null },
  realtime: { code: 2, hours: 1 },
  daily: { code: 3, hours: 24 },
  weekly: { code: 4, hours: 7 * 24 },
  monthly: { code: 5, hours: 31 * 24 },
  quarterly: { code: 6, hours: 92 * 24 },
  halfYearly: { code: 7, hours: 184 * 24 },
  yearly: { code: 8, hours: 366 * 24 },
  other: { code: 9, hours: null },
} as const;

/** What valid values of an item look like, beyond its type. Several hold together. */
export interface Validity {
  /** A well-known form, check digits included. */
  format?: 'citizenNumber' | 'creditCode' | 'regionCode' | 'mobile' | 'email' | 'url';
  /** A sequence of characters and classes with counts, such as `[A-Z]{2}\d{4,6}`; no groups nor alternatives. */
  pattern?: string;
  /** Code list. */
  codes?: { code: string; title: Words }[];
  /** Smallest and greatest number; for dates and times as text, ISO 8601. */
  least?: number | string;
  most?: number | string;
}

/** A column of the data (信息项). */
export interface Item {
  /** Name of the column in the source. */
  name: string;
  title: Words;
  description?: Words;
  type: ItemType;
  sharing: Sharing;
  sensitive: boolean;
  /** Whether the item identifies a row, alone or with other key items. */
  key: boolean;
  level: Level;
  /** How the values are changed before they are given. */
  mask: Mask | null;
  /** Whether every row should have a value. */
  required: boolean;
  validity: Validity | null;
}

/** What an offer demands besides what every conditional offer demands: a purpose and a case number. */
export interface OfferTerms {
  /** Codes of the matters the data may be used for; null for any that the application justifies. */
  purposes: string[] | null;
  /** Slugs of departments that may ask; null for all. */
  recipients: string[] | null;
  /** Region codes where the data may be used, their sub-regions included; null for anywhere. */
  regions: string[] | null;
  /** Longest time for which a grant is given, in days; null for no limit. */
  longestDays: number | null;
  /** Most requests under one grant; null for no limit. */
  mostRequests: number | null;
  /** Whether the receiver must delete the data at the end and say so. */
  deletion: boolean;
}

/** Whom to ask about a dataset: an office, not a private person. */
export interface Contact {
  name: string;
  phone?: string;
  email?: string;
}

/** What the steward writes of a dataset; everything else follows from the life cycle or is measured. */
export interface DatasetDraft {
  title: Words;
  description: Words;
  keywords: string[];
  /** Code of the duty that makes the department keep these data. */
  duty: string;
  /** The table, file or service, as people of the department call it: the third level of the directory. */
  table: string;
  sharing: Sharing;
  /** The provision that forbids sharing; needed for `none`. */
  legalGround: string | null;
  /** Under which conditions; needed unless unconditional. */
  conditions: Words | null;
  methods: Method[];
  updateCycle: UpdateCycle;
  subject: Subject;
  /** Administrative division, GB/T 2260: 2 to 12 digits. */
  region: string;
  regionName: Words | null;
  level: Level;
  items: Item[];
  /** The office that answers for the data. */
  department: Words;
  contact: Contact;
  terms: OfferTerms;
  /** Item that says when a row was made or changed last, for the freshness; null when there is none. */
  changeItem: string | null;
  /** The delivery part's reference to the source; null until one is set. Never shown to others. */
  source: SourceReference | null;
}

/** One item as it was found in the source, shares from 0 to 1. */
export interface ItemQuality {
  name: string;
  completeness: number;
  /** Null when nothing was there to be judged. */
  validity: number | null;
  invalid: number;
}

/** What one look at the real source found. */
export interface Quality {
  /** UTC, ISO 8601. */
  measuredAt: string;
  rows: number;
  /** Filled values of required items. */
  completeness: number;
  /** Rows whose key is no other row's; null without key items. */
  uniqueness: number | null;
  /** Filled values that have their type, format, pattern and code. */
  validity: number | null;
  items: ItemQuality[];
  /** Names of items that the source does not have. */
  missing: string[];
}

/** The claimed cycle beside what the data show. */
export interface Freshness {
  measuredAt: string;
  claimed: UpdateCycle;
  /** The cycle that the times of the rows show; null when they show none. */
  measured: UpdateCycle | null;
  /** When the newest row was changed, UTC; null when the source does not tell. */
  newest: string | null;
  ageHours: number | null;
  /** Null when the cycle promises nothing that could be kept. */
  kept: boolean | null;
}

/** A dataset in one of its versions. */
export interface Dataset extends DatasetDraft {
  /** `urn:uuid:…` */
  id: string;
  /** Slug of the department. */
  participant: string;
  /** From 1; 0 until the first is published. */
  version: number;
  /** SHA-256 over the canonical form of what the steward wrote, hexadecimal: names the version on chain. */
  digest: string;
  state: DatasetState;
  /** When this version was published, UTC; null for one that is not. */
  publishedAt: string | null;
  quality: Quality | null;
  freshness: Freshness | null;
}

/** A duty that the law gives a department (职责): the first level of the directory. */
export interface Duty {
  participant: string;
  code: string;
  title: Words;
  /** The provision, such as "Civil Code, article …". */
  legalBasis: string;
  datasets: number;
}

/** Who does something: a person or key of the department. */
export interface Actor {
  id: string;
  name: string;
}

/** Who looks. Only the own department sees drafts and sources. */
export interface Viewer {
  /** Null for a visitor. */
  slug: string | null;
  did: string | null;
}

/** A dataset for its stewards: what is written now, and the version in force. */
export interface ManagedDataset {
  dataset: Dataset;
  published: Dataset | null;
  /** Grows with every change; given back with a change, it keeps one steward from overwriting another. */
  revision: number;
  author: Actor;
  /** Why the last review returned it. */
  returned: string | null;
  /** What measures the source: five fields of a crontab in UTC; null when nothing does. */
  measuring: string | null;
  measuredNext: string | null;
}

/** A step of the life cycle. */
export interface Step {
  step:
    | 'created'
    | 'changed'
    | 'submitted'
    | 'approved'
    | 'returned'
    | 'recalled'
    | 'discarded'
    | 'withdrawn'
    | 'removed';
  at: string;
  actor: Actor;
  version: number;
  note: string | null;
  /** Id of the audit record. */
  record: string;
}

/** What is looked for. */
export interface DatasetFilter {
  /** Words, Chinese or other; all must occur. */
  q?: string | undefined;
  /** Own management only; others find what is in force. */
  state?: DatasetState | undefined;
  sharing?: Sharing | undefined;
  duty?: string | undefined;
  subject?: Subject | undefined;
  region?: string | undefined;
  method?: Method | undefined;
  updateCycle?: UpdateCycle | undefined;
  level?: Level | undefined;
  /** An item of this name. */
  item?: string | undefined;
  sensitive?: boolean | undefined;
  /** Only what is as fresh as its cycle promises, or is not. */
  kept?: boolean | undefined;
}

/** What a subscription is about; null for every dataset of the department. */
export interface Subscription {
  id: string;
  subscriber: string;
  /** Id of the person, or null for the department as a whole. */
  person: string | null;
  dataset: string | null;
  /** Gets the news too, signed as the platform's webhooks are. */
  webhook: string | null;
  /** Signs the messages; shown once, when the subscription is made. */
  secret?: string;
  createdAt: string;
}

/** A change that a subscriber is told of. */
export interface CatalogueNews {
  id: string;
  participant: string;
  dataset: string;
  kind: 'published' | 'changed' | 'withdrawn' | 'late' | 'fresh';
  version: number;
  title: Words;
  at: string;
  read: boolean;
}

/** A measurement in the history; one that could not be taken says why. */
export interface Measurement {
  at: string;
  version: number;
  quality: Quality | null;
  freshness: Freshness | null;
  problem: string | null;
}
