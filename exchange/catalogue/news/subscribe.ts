import { randomUUID } from 'node:crypto';
import { checkOutgoingUrl, formatSecret } from '../../../host/index.ts';
import type { CatalogueNews, Subscription, Viewer } from '../dataset.ts';
import { catalogueErrors } from '../errors.ts';
import { showDataset } from '../findDatasets.ts';
import { type CataloguePage, type PageParameters, readPageToken, toPage } from '../page.ts';
import type { CatalogueParts } from '../parts.ts';
import { toUuid } from '../rows.ts';

const most = 200;

/** A person of a department, or, without a person, the department. */
export interface Subscriber {
  slug: string;
  person: string | null;
}

interface SubscriptionRow {
  id: string;
  participant: string;
  subscriber: string;
  person: string | null;
  dataset: string | null;
  webhook: string | null;
  created_at: Date;
}

const toSubscription = ({ created_at: at, dataset, ...row }: SubscriptionRow): Subscription => ({
  ...row,
  dataset: dataset && `urn:uuid:${dataset}`,
  createdAt: at.toISOString(),
});

/**
 * Subscribes to the changes of a dataset, or of the whole catalogue of a department.
 *
 * @throws CATALOGUE_DEPARTMENT_UNKNOWN, CATALOGUE_DATASET_UNKNOWN, CATALOGUE_TOO_MANY_SUBSCRIPTIONS, HOST_URL_INVALID, HOST_ADDRESS_PRIVATE
 */
export async function subscribe(
  parts: CatalogueParts,
  p: {
    participant: string;
    subscriber: Viewer & Subscriber;
    dataset: string | null;
    webhook: string | null;
  },
): Promise<Subscription> {
  const { house, webhookSecret } = parts;
  const { participant, subscriber } = p;
  const { slug, did, person } = subscriber;
  const [runsHere] = await house.store.sql`SELECT FROM exchange.participants WHERE slug = ${participant}`;
  if (!runsHere) throw catalogueErrors.departmentUnknown({ department: participant });
  const webhook = p.webhook === null ? null : checkOutgoingUrl(p.webhook, house.settings.allowPrivateUrls).href;
  const dataset =
    p.dataset === null ? null : await showDataset(parts, { participant, id: p.dataset, viewer: subscriber });
  if (p.dataset !== null && !dataset) throw catalogueErrors.datasetUnknown({ id: p.dataset.slice(0, 60) });
  const uuid = dataset && toUuid(dataset.id);
  const id = randomUUID();
  return house.store.transaction(async (tx) => {
    await tx`SELECT pg_advisory_xact_lock(hashtextextended(${`exchange.subscriptions ${slug}`}, 0))`;
    const [known] = await tx<{ count: number }[]>`
      SELECT count(*)::int FROM exchange.catalogue_subscriptions
      WHERE subscriber = ${slug} AND person IS NOT DISTINCT FROM ${person}`;
    if ((known?.count ?? 0) >= most) throw catalogueErrors.tooManySubscriptions({ most });
    const [row] = await tx<SubscriptionRow[]>`
      INSERT INTO exchange.catalogue_subscriptions
        (id, participant, subscriber, subscriber_did, person, dataset, webhook, created_at)
      VALUES (${id}, ${participant}, ${slug}, ${did}, ${person}, ${uuid}, ${webhook}, ${house.now()})
      RETURNING id, participant, subscriber, person, dataset, webhook, created_at`;
    if (!row) throw new Error('A subscription was not written.');
    const secret = webhook === null ? {} : { secret: formatSecret(webhookSecret, { id, secretVersion: 1 }) };
    return { ...toSubscription(row), ...secret };
  });
}

/** Ends a subscription with its news. @throws CATALOGUE_SUBSCRIPTION_UNKNOWN */
export async function unsubscribe({ house }: CatalogueParts, { slug, person }: Subscriber, id: string): Promise<void> {
  const [gone] = await house.store.sql`
    DELETE FROM exchange.catalogue_subscriptions
    WHERE id = ${toUuid(id)} AND subscriber = ${slug} AND person IS NOT DISTINCT FROM ${person} RETURNING id`;
  if (!gone) throw catalogueErrors.subscriptionUnknown({ id: id.slice(0, 60) });
}

/** The subscriptions of a person, or of a department, by id. */
export async function listSubscriptions(
  { house }: CatalogueParts,
  { slug, person }: Subscriber,
  { perPage, pageToken }: PageParameters,
): Promise<CataloguePage<Subscription>> {
  const after = toUuid(readPageToken(pageToken, 1)?.[0] ?? '');
  const rows = await house.store.sql<SubscriptionRow[]>`
    SELECT id, participant, subscriber, person, dataset, webhook, created_at FROM exchange.catalogue_subscriptions
    WHERE subscriber = ${slug} AND person IS NOT DISTINCT FROM ${person}
      AND (${after}::uuid IS NULL OR id > ${after}::uuid)
    ORDER BY id LIMIT ${perPage + 1}`;
  return toPage(rows, { perPage, keyOf: ({ id }) => [id], toEntry: toSubscription });
}

interface NewsRow extends Omit<CatalogueNews, 'id' | 'at' | 'read'> {
  seq: string;
  message: string;
  at: Date;
  read_at: Date | null;
}

/** What changed, for a person or a department, the newest first. */
export async function readNews(
  { house }: CatalogueParts,
  { slug, person }: Subscriber,
  { perPage, pageToken }: PageParameters,
): Promise<CataloguePage<CatalogueNews>> {
  const before = readPageToken(pageToken, 1)?.[0] ?? null;
  const from = before !== null && /^\d{1,18}$/.test(before) ? before : null;
  const rows = await house.store.sql<NewsRow[]>`
    SELECT n.id::text AS seq, n.message, n.participant, n.dataset, n.kind, n.version, n.title, n.at, n.read_at
    FROM exchange.catalogue_news n JOIN exchange.catalogue_subscriptions s ON s.id = n.subscription
    WHERE s.subscriber = ${slug} AND s.person IS NOT DISTINCT FROM ${person}
      AND (${from}::bigint IS NULL OR n.id < ${from}::bigint)
    ORDER BY n.id DESC LIMIT ${perPage + 1}`;
  return toPage(rows, {
    perPage,
    keyOf: ({ seq }) => [seq],
    toEntry: ({ seq: _, message: id, at, read_at: readAt, dataset, ...news }) => ({
      ...news,
      id,
      dataset: `urn:uuid:${dataset}`,
      at: at.toISOString(),
      read: readAt !== null,
    }),
  });
}

/** Marks news as read; others' and unknown ones are passed over. */
export async function markRead(
  { house }: CatalogueParts,
  { slug, person }: Subscriber,
  ids: readonly string[],
): Promise<void> {
  await house.store.sql`
    UPDATE exchange.catalogue_news n SET read_at = ${house.now()}
    FROM exchange.catalogue_subscriptions s
    WHERE s.id = n.subscription AND s.subscriber = ${slug} AND s.person IS NOT DISTINCT FROM ${person}
      AND n.read_at IS NULL AND n.message = ANY (${ids.map(toUuid).filter((id) => id !== null)}::uuid[])`;
}
