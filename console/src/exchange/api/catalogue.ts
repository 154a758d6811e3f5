import { problemOf } from '../../api/problem.ts';
import { request } from '../../api/request.ts';
import { type ListQuery, listPage, longId, type Page, pathOf, read, send, shortId, type Words } from './common.ts';
import type { Freshness, Item, Mask, Quality } from './items.ts';
import type { Level, Method, Sharing, Subject, UpdateCycle } from './words.ts';

/** An item as a catalogue tells it to others: of its mask only the kind. */
export interface ShownItem extends Omit<Item, 'mask' | 'required' | 'validity'> {
  mask: Mask['kind'] | null;
  codes?: { code: string; title: Words }[];
}

/** What a catalogue says of a dataset; a connector of others may say less. */
export interface EntryTerms {
  version?: number;
  digest?: string;
  duty?: string;
  dutyTitle?: unknown;
  table?: string;
  department?: unknown;
  sharing?: Sharing;
  legalGround?: string;
  conditions?: unknown;
  method?: Method[];
  updateCycle?: UpdateCycle;
  subject?: Subject;
  region?: string;
  regionName?: unknown;
  level?: Level;
  items?: ShownItem[];
  questions?: { id: string; kind: string; words: Words }[];
  contact?: { name: string; phone?: string; email?: string };
  quality?: Quality;
  freshness?: Freshness;
}

export interface CatalogEntry {
  id: string;
  title: Words;
  description: Words;
  keywords: string[];
  terms: EntryTerms;
  offers: Record<string, unknown>[];
  formats: string[];
}

/** Datasets of a department; that of another is asked by the Dataspace Protocol. */
export const listCatalogue = (department: string, query: ListQuery, signal?: AbortSignal) =>
  listPage<CatalogEntry>('/catalog', { department, perPage: 50, ...query }, signal);

/** A department whose catalogue was searched, and how old what is shown of it is. */
export interface SearchedDepartment {
  department: string;
  name: Words;
  found: number;
  /** Whether its catalogue is in the platform's database, and so as it is now. */
  here: boolean;
  readAt: string | null;
  failedAt: string | null;
  problem: { code: string | null; words: Words } | null;
}

/** A page of what is found in the catalogues of all departments, by department. */
export interface FoundPage extends Page<CatalogEntry & { department: string }> {
  departments: SearchedDepartment[];
}
/** Searches the catalogues of all departments. */
export const searchCatalogues = (query: ListQuery, signal?: AbortSignal): Promise<FoundPage> =>
  request(pathOf('/catalog', { perPage: 50, ...query }), { signal });

/** What is not shared has no offer, and so no answer of its own in the protocol: the list tells of it. */
async function findWithheld(department: string, id: string, signal?: AbortSignal): Promise<CatalogEntry | null> {
  let token: string | null = null;
  for (let page = 0; page < 10; page += 1) {
    const got: Page<CatalogEntry> = await listCatalogue(
      department,
      { sharing: 'none', perPage: 100, pageToken: token },
      signal,
    );
    const found = got.items.find((entry) => entry.id === id);
    if (found || got.nextPageToken === null) return found ?? null;
    token = got.nextPageToken;
  }
  return null;
}

/** One dataset of a department. */
export async function getEntry(department: string, id: string, signal?: AbortSignal): Promise<CatalogEntry> {
  const path = `/catalog/${encodeURIComponent(department)}/datasets/${encodeURIComponent(longId(id))}`;
  try {
    return (await read<{ entry: CatalogEntry }>(path, signal)).entry;
  } catch (error) {
    const found = problemOf(error).status === 404 ? await findWithheld(department, longId(id), signal) : null;
    if (found) return found;
    throw error;
  }
}

export interface Subscription {
  id: string;
  participant?: string;
  dataset: string | null;
  createdAt: string;
}

/** The own subscriptions, up to a hundred. */
export const listSubscriptions = async (signal?: AbortSignal) =>
  (await listPage<Subscription>('/subscriptions', { perPage: 100 }, signal)).items;
/** Asks to be told of changes of a dataset. */
export const subscribe = (department: string, dataset: string) =>
  send<Subscription>('POST', '/subscriptions', { department, dataset: shortId(dataset) });
/** Ends a subscription. */
export const unsubscribe = (id: string) => send('DELETE', `/subscriptions/${encodeURIComponent(id)}`);

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
/** Marks news as read. */
export const markRead = (ids: string[]) => send('POST', '/news/read', { ids });
