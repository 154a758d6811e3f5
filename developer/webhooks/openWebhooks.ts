import type { Logger } from '../../host/index.ts';
import type { Store } from '../../store/index.ts';
import { pauseWebhook, removeWebhook, resumeWebhook, rotateSecret } from './changeWebhook.ts';
import { createWebhook } from './createWebhook.ts';
import type { EventSource } from './fanOutEvents.ts';
import { findWebhooks, readWebhook } from './findWebhooks.ts';
import { type FindMessagesParameters, findMessages, replayMessages } from './messages.ts';
import { pingWebhook } from './pingWebhook.ts';
import { runWebhooks } from './runWebhooks.ts';
import type { ToldState } from './webhook.ts';

export interface OpenWebhooksParameters {
  store: Store;
  source: EventSource;
  /** 32 bytes in hexadecimal that every webhook's secret is derived from. */
  platformSecret: string;
  /** Whether members may name private addresses. */
  allowPrivate: boolean;
  logger: Logger;
}

/** Everything that can be done with a member's webhooks. */
export type WebhookOperations = ReturnType<typeof openWebhooks>;

/** 5 s, 10 s, 20 s, … up to an hour. */
const retryDelayMs = (attempt: number) => Math.min(5_000 * 2 ** (attempt - 1), 3_600_000);
/** A message is tried for a day. */
const giveUpMs = 86_400_000;
const timeoutMs = 15_000;

/** Opens webhooks over the tables of the room. */
export function openWebhooks({ store, source, platformSecret, allowPrivate, logger }: OpenWebhooksParameters) {
  return {
    create: (member: string, { url, states }: { url: string; states?: ToldState[] | undefined }) =>
      createWebhook({ store, platformSecret, allowPrivate, member, url, states }),
    find: (member: string) => findWebhooks(store.sql, member),
    read: (member: string, id: string) => readWebhook(store.sql, member, id),
    pause: (member: string, id: string) => pauseWebhook({ store, member, id }),
    resume: (member: string, id: string) => resumeWebhook({ store, member, id }),
    remove: (member: string, id: string) => removeWebhook({ store, member, id }),
    rotateSecret: (member: string, id: string) => rotateSecret({ store, member, id, platformSecret }),
    ping: (member: string, id: string) => pingWebhook({ store, member, id }),
    findMessages: (parameters: FindMessagesParameters) => findMessages(store.sql, parameters),
    replay: (member: string, id: string, messageId?: string) => replayMessages({ store, member, id, messageId }),
    /** Passes events on until the signal aborts; any number of processes may run it. */
    run: (signal: AbortSignal) =>
      runWebhooks({ store, source, platformSecret, allowPrivate, logger, timeoutMs, retryDelayMs, giveUpMs, signal }),
  };
}
