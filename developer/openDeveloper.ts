import type { Context } from '../host/index.ts';
import type { Ledger } from '../ledger/index.ts';
import type { Store } from '../store/index.ts';
import { type FindSigner, readKeysOf, rememberSigners } from './transactions/findSigner.ts';
import { openWebhooks, type WebhookOperations } from './webhooks/openWebhooks.ts';

export interface OpenDeveloperParameters {
  store: Store;
  ledger: Pick<Ledger, 'transactions'>;
  context: Context;
  /** 32 bytes in hexadecimal; the secrets of webhooks are derived from it. */
  webhookSecret: string;
  /** Whether members may name private addresses for webhooks. */
  allowPrivateUrls: boolean;
}

/** Services for developers: transactions over HTTP, and being told what becomes of them. */
export interface Developer {
  store: Store;
  transactions: Ledger['transactions'];
  webhooks: WebhookOperations;
  findSigner: FindSigner;
  signal: AbortSignal;
  /** Sends webhook messages until the signal aborts; any number of processes may run it, one leads. */
  run(signal: AbortSignal): Promise<void>;
}

/** Opens the room over its tables, which `developerMigrations` make. */
export function openDeveloper(parameters: OpenDeveloperParameters): Developer {
  const { store, ledger, context, webhookSecret, allowPrivateUrls } = parameters;
  const { transactions } = ledger;
  const webhooks = openWebhooks({
    store,
    source: transactions.events,
    platformSecret: webhookSecret,
    allowPrivate: allowPrivateUrls,
    logger: context.logger.child({ room: 'developer' }),
  });
  return {
    store,
    transactions,
    webhooks,
    findSigner: rememberSigners(readKeysOf(store.sql)),
    signal: context.signal,
    run: webhooks.run,
  };
}
