import { randomUUID } from 'node:crypto';
import type { Tx } from '../../../store/index.ts';
import type { Words } from '../../house.ts';
import type { CatalogueNews, Level } from '../dataset.ts';
import type { CatalogueParts } from '../parts.ts';

/** What happened to a dataset. */
export interface Change {
  /** UUID. */
  dataset: string;
  participant: string;
  kind: CatalogueNews['kind'];
  version: number;
  title: Words;
  level: Level;
}

/**
 * Puts a change into the inboxes of those who subscribed, in the transaction of the change. Of datasets that not everybody may
 * see, only those are told who subscribed to this very one, which they could see then, and the own department.
 */
export async function tellSubscribers({ house, rules }: CatalogueParts, tx: Tx, change: Change): Promise<void> {
  const { dataset, participant, kind, version, title, level } = change;
  const restricted = level >= rules.grantedOnlyFromLevel;
  const at = house.now();
  const subscriptions = await tx<{ id: string; webhook: boolean }[]>`
    SELECT id, webhook IS NOT NULL AS webhook FROM exchange.catalogue_subscriptions
    WHERE participant = ${participant}
      AND (dataset = ${dataset} OR (dataset IS NULL AND (NOT ${restricted} OR subscriber = ${participant})))`;
  for (const subscription of subscriptions) {
    await tx`
      INSERT INTO exchange.catalogue_news
        (message, subscription, participant, dataset, kind, version, title, at, send_next)
      VALUES (${randomUUID()}, ${subscription.id}, ${participant}, ${dataset}, ${kind}, ${version},
        ${tx.json({ zh: title.zh, en: title.en })}, ${at}, ${subscription.webhook ? at : null})`;
  }
}
