import type { SourceReference } from '../delivery/sources/source.ts';
import type { JsonObject } from '../house.ts';
import type {
  Actor,
  CatalogueNews,
  Dataset,
  DatasetFilter,
  Duty,
  Item,
  ManagedDataset,
  Measurement,
  Step,
  Subscription,
  Viewer,
} from './dataset.ts';
import type { CataloguePage, PageParameters } from './page.ts';
import type { FoundPage } from './search/searchAll.ts';

export type {
  Actor,
  CatalogueNews,
  Contact,
  Dataset,
  DatasetDraft,
  DatasetFilter,
  DatasetState,
  Duty,
  Freshness,
  Item,
  ItemQuality,
  ItemType,
  Level,
  ManagedDataset,
  Measurement,
  Method,
  OfferTerms,
  Quality,
  Sharing,
  Step,
  Subject,
  Subscription,
  UpdateCycle,
  Validity,
  Viewer,
} from './dataset.ts';

/** The catalogue of the departments of this process. Every function speaks of one department, `participant`. */
export interface Catalogue {
  saveDuty(participant: string, actor: Actor, duty: Pick<Duty, 'code' | 'title' | 'legalBasis'>): Promise<Duty>;
  removeDuty(participant: string, actor: Actor, code: string): Promise<void>;
  listDuties(participant: string, page: PageParameters): Promise<CataloguePage<Duty>>;

  create(participant: string, actor: Actor, draft: unknown): Promise<ManagedDataset>;
  change(
    participant: string,
    actor: Actor,
    id: string,
    p: { draft: unknown; revision: number },
  ): Promise<ManagedDataset>;
  submit(participant: string, actor: Actor, id: string, note: string | null): Promise<ManagedDataset>;
  decide(
    participant: string,
    actor: Actor,
    id: string,
    p: { verdict: 'approve' | 'return'; reason: string | null; revision: number },
  ): Promise<ManagedDataset>;
  /** Takes a submission back, or gives a change up for the version in force. */
  recall(participant: string, actor: Actor, id: string): Promise<ManagedDataset>;
  discard(participant: string, actor: Actor, id: string): Promise<ManagedDataset>;
  withdraw(participant: string, actor: Actor, id: string, reason: string): Promise<ManagedDataset>;
  /** Removes what was never published. */
  remove(participant: string, actor: Actor, id: string): Promise<void>;
  readManaged(participant: string, id: string): Promise<ManagedDataset>;
  listManaged(participant: string, filter: DatasetFilter, page: PageParameters): Promise<CataloguePage<Dataset>>;
  history(participant: string, id: string, page: PageParameters): Promise<CataloguePage<Step>>;
  versions(participant: string, id: string, page: PageParameters): Promise<CataloguePage<Dataset>>;
  /** Items as the columns of the source or the rows of a CSV table suggest them; nothing is stored. */
  suggestItems(participant: string, from: { csv: string } | { source: SourceReference }): Promise<Item[]>;

  /** The version in force, or the one asked for, withdrawn ones too; null when there is none. With its source: not for others. */
  read(participant: string, id: string, version?: number): Promise<Dataset | null>;
  /** What a viewer may see of the version in force: without the source; null when it may not see it. */
  show(participant: string, id: string, viewer: Viewer): Promise<Omit<Dataset, 'source'> | null>;
  search(
    participant: string,
    viewer: Viewer,
    filter: DatasetFilter,
    page: PageParameters,
  ): Promise<CataloguePage<Omit<Dataset, 'source'>>>;

  /** The catalogues of all departments that `asker` may see: those elsewhere as they were read last for the asker. */
  searchAll(asker: string, filter: DatasetFilter, page: PageParameters): Promise<FoundPage>;

  /** The body of the Dataspace Protocol's catalog message for a caller. `filter` is the message's own. */
  catalogFor(
    participant: string,
    caller: { did: string; slug: string },
    filter: JsonObject[] | undefined,
    page: PageParameters,
  ): Promise<{ catalog: JsonObject; next: string | null }>;
  /** The body of the answer to a dataset request; null when there is none for this caller. */
  datasetFor(participant: string, id: string, caller: { did: string; slug: string }): Promise<JsonObject | null>;
  /** The dataset and the policy behind an offer in the catalogue now; null when the offer is not, or no longer, in it. */
  offerOf(participant: string, offerId: string): Promise<{ dataset: Dataset; policy: JsonObject } | null>;
  /** The catalogue, or one dataset, as DCAT 3 following DCAT-AP 3.0.1; null when the viewer sees no such dataset. */
  exportDcat(
    participant: string,
    viewer: Viewer,
    p: { format: 'jsonld' | 'turtle'; dataset?: string },
  ): Promise<string | null>;

  /** Reads the source now and keeps what was found. */
  measure(participant: string, id: string): Promise<Measurement>;
  /** Sets the crontab of the measurements; null ends them. */
  scheduleMeasuring(participant: string, actor: Actor, id: string, cron: string | null): Promise<ManagedDataset>;
  measurements(participant: string, id: string, page: PageParameters): Promise<CataloguePage<Measurement>>;

  subscribe(
    participant: string,
    subscriber: Viewer & { slug: string; person: string | null },
    p: { dataset: string | null; webhook: string | null },
  ): Promise<Subscription>;
  unsubscribe(subscriber: { slug: string; person: string | null }, id: string): Promise<void>;
  subscriptions(
    subscriber: { slug: string; person: string | null },
    page: PageParameters,
  ): Promise<CataloguePage<Subscription>>;
  news(
    subscriber: { slug: string; person: string | null },
    page: PageParameters,
  ): Promise<CataloguePage<CatalogueNews>>;
  markRead(subscriber: { slug: string; person: string | null }, ids: readonly string[]): Promise<void>;

  /** Measures on schedule and sends news, until the signal aborts; any number of processes may run it, one leads. */
  run(signal: AbortSignal): Promise<void>;
}
