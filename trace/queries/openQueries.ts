import type { Principal, Rights, Seal, Standing } from '../../alliance/index.ts';
import type { Logger } from '../../host/index.ts';
import type { Sql, Store } from '../../store/index.ts';
import type { Viewer } from '../access/viewer.ts';
import { type EventPage, findEvents } from '../query/findEvents.ts';
import { type CreateQueryParameters, createQuery, removeQuery } from './changeQueries.ts';
import { createSubscription } from './createSubscription.ts';
import { openSockets } from './openSockets.ts';
import { parseSubscription } from './parseSubscription.ts';
import { listQueries, type NamedQuery, readQuery } from './query.ts';
import { runSubscriptions } from './runSubscriptions.ts';
import { type StreamEventsParameters, streamEvents } from './streamEvents.ts';
import {
  listSubscriptions,
  type OwnSubscription,
  readSubscription,
  removeSubscription,
  type Subscription,
} from './subscription.ts';
import { type PageParameters, toEventQuery } from './toEventQuery.ts';

/** Members with where they stand. */
export type ReadStandings = (
  slugs: readonly string[],
) => Promise<{ slug: string; standing?: Standing; demo?: boolean }[]>;

export interface OpenQueriesParameters {
  store: Store;
  logger: Logger;
  rights: Pick<Rights, 'decide'>;
  toViewer: (principal: Principal | null) => Promise<Viewer>;
  readMembers: ReadStandings;
  /** Keeps the tokens of subscriptions. */
  seal: Seal;
  /** Whether members may name private addresses. */
  allowPrivate: boolean;
  /** Pause after that many failed attempts; 5 s, doubled up to an hour, unless given. */
  retryDelayMs?: (attempts: number) => number;
}

interface Paging {
  perPage: number;
  nextPageToken: string | null;
}

/** Named queries and subscriptions to them (EPCIS 2.0 section 12.8). */
export interface Queries {
  /** See `createQuery`; gives the name. */
  create(parameters: CreateQueryParameters): Promise<string>;
  /** Throws TRACE_QUERY_UNKNOWN. */
  read(name: string): Promise<NamedQuery>;
  list(page: Paging): Promise<{ queries: NamedQuery[]; nextPageToken: string | null }>;
  /** See `removeQuery`. */
  remove(name: string, member: string): Promise<void>;
  /** Runs a query, a page at a time, for a viewer. */
  findEvents(name: string, viewer: Viewer, page: PageParameters): Promise<EventPage>;
  /** See `parseSubscription` and `createSubscription`. */
  subscribe(parameters: { member: string; query: string; body: unknown; epcFormat: string }): Promise<Subscription>;
  readSubscription(subscription: OwnSubscription): Promise<Subscription>;
  listSubscriptions(
    page: Omit<OwnSubscription, 'id'> & Paging,
  ): Promise<{ subscriptions: Subscription[]; nextPageToken: string | null }>;
  unsubscribe(subscription: OwnSubscription): Promise<void>;
  /** Serves a WebSocket subscription until it ends. */
  stream(parameters: Omit<StreamEventsParameters, 'store' | 'sockets' | 'logger'>): Promise<void>;
  /** Sends what webhook subscriptions are due. */
  run(signal: AbortSignal): Promise<void>;
}

const timeoutMs = 15_000;
const doubleFromFiveSeconds = (attempts: number) => Math.min(5_000 * 2 ** (attempts - 1), 3_600_000);

/** Opens named queries and subscriptions over the room's tables. */
export function openQueries(parameters: OpenQueriesParameters): Queries {
  const { store, logger, rights, toViewer, readMembers, seal, allowPrivate } = parameters;
  const sql: Sql = store.sql;
  const sockets = openSockets({ store });
  /** What a member may see without a person or key at hand: as much as a key of it that was made for reading. */
  const viewerOf = async (slug: string): Promise<Viewer | null> => {
    const [member] = await readMembers([slug]);
    if (!member) return null;
    const principal: Principal = {
      kind: 'key',
      id: 'subscription',
      name: 'subscription',
      member: slug,
      roles: [],
      scopes: ['read'],
      standing: member.standing ?? 'guest',
      platform: false,
      secondFactor: false,
      demo: member.demo ?? false,
    };
    return rights.decide({ principal, action: 'epcis:subscribe' }).allowed ? toViewer(principal) : null;
  };
  return {
    create: (draft) => createQuery(store, draft),
    read: (name) => readQuery(sql, name),
    list: (page) => listQueries(sql, page),
    remove: (name, member) => removeQuery(store, name, member),
    findEvents: async (name, viewer, page) => findEvents(sql, toEventQuery(await readQuery(sql, name), page), viewer),
    subscribe: async ({ body, ...rest }) =>
      createSubscription({ store, seal, draft: parseSubscription(body, { allowPrivate }), ...rest }),
    readSubscription: (subscription) => readSubscription(sql, subscription),
    async listSubscriptions(page) {
      await readQuery(sql, page.query);
      return listSubscriptions(sql, page);
    },
    unsubscribe: (subscription) => removeSubscription(sql, subscription),
    stream: (connection) => streamEvents({ ...connection, store, sockets, logger }),
    run: (signal) => {
      const retryDelayMs = parameters.retryDelayMs ?? doubleFromFiveSeconds;
      return runSubscriptions({ store, seal, allowPrivate, timeoutMs, retryDelayMs, viewerOf, logger }, signal);
    },
  };
}
