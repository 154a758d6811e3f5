import type { Topic } from './topics.ts';

/** An address of an organisation that is told news. */
export interface NewsWebhook {
  id: string;
  url: string;
  topics: Topic[];
  createdAt: string;
  /** While it is paused, messages wait. */
  pausedAt: string | null;
  pauseReason: string | null;
  /** Messages that wait, and messages that were given up. */
  pending: number;
  dead: number;
}

/** A row of cooperation.webhooks with its counts. */
export interface WebhookRow {
  id: string;
  url: string;
  topics: Topic[];
  secret_version: number;
  created_at: Date;
  paused_at: Date | null;
  pause_reason: string | null;
  pending: number;
  dead: number;
}

/** A webhook as the API shows it. */
export const toWebhook = (row: WebhookRow): NewsWebhook => ({
  id: row.id,
  url: row.url,
  topics: row.topics,
  createdAt: row.created_at.toISOString(),
  pausedAt: row.paused_at?.toISOString() ?? null,
  pauseReason: row.pause_reason,
  pending: row.pending,
  dead: row.dead,
});

/** One message to a webhook, with what came of it. */
export interface NewsMessage {
  id: string;
  /** The header `webhook-id`, the same at every attempt. */
  messageId: string;
  type: string;
  /** Exactly what is sent. */
  body: string;
  state: 'pending' | 'delivered' | 'dead';
  attempts: number;
  lastStatus: number | null;
  lastError: string | null;
  createdAt: string;
  deliveredAt: string | null;
}
