import { request } from './request.ts';
import type { TransactionState } from './transactions.ts';

/** An address that is told of every change of the member's transactions. */
export interface Webhook {
  id: string;
  url: string;
  states: TransactionState[];
  createdAt: string;
  pausedAt: string | null;
  pauseReason: string | null;
  /** Messages that wait, and that were given up. */
  pending: number;
  dead: number;
}

/** A message to a webhook. */
export interface WebhookMessage {
  id: string;
  messageId: string;
  type: string;
  body: string;
  state: 'pending' | 'delivered' | 'dead';
  attempts: number;
  nextAttemptAt: string | null;
  lastStatus: number | null;
  lastError: string | null;
  createdAt: string;
  deliveredAt: string | null;
}

const path = (id: string, part = '') => `/api/webhooks/${encodeURIComponent(id)}${part}`;

/** The member's webhooks. */
export async function listWebhooks(signal?: AbortSignal): Promise<Webhook[]> {
  return (await request<{ items: Webhook[] }>('/api/webhooks', { signal })).items;
}

/** Makes a webhook that is told of some changes. The answer is the only place where its secret ever appears. */
export function createWebhook(webhook: {
  url: string;
  states: TransactionState[];
}): Promise<Webhook & { secret: string }> {
  return request('/api/webhooks', { method: 'POST', body: webhook });
}

/** Signs its messages with a new secret, which only this answer has; for a day also with the old one. */
export function rotateSecret(id: string): Promise<{ secret: string }> {
  return request(path(id, '/rotate-secret'), { method: 'POST', body: {} });
}

/** Ends a webhook. */
export function deleteWebhook(id: string): Promise<void> {
  return request(path(id), { method: 'DELETE' });
}

/** Lets its messages wait, or sends them again; `ping` sends one that only shows that the way works. */
export function actOnWebhook(id: string, action: 'pause' | 'resume' | 'ping'): Promise<unknown> {
  return request(path(id, `/${action}`), { method: 'POST', body: {} });
}

/** One page of its messages, the newest first. */
export function listWebhookMessages(
  id: string,
  { state, cursor }: { state?: WebhookMessage['state'] | undefined; cursor?: string | undefined },
  signal?: AbortSignal,
): Promise<{ items: WebhookMessage[]; nextCursor: string | null }> {
  const query = new URLSearchParams({ limit: '25' });
  if (state !== undefined) query.set('state', state);
  if (cursor !== undefined) query.set('cursor', cursor);
  return request(`${path(id, '/messages')}?${query}`, { signal });
}

/** Sends again one message, or all that were given up. */
export function replayMessages(id: string, messageId?: string): Promise<{ messages: number }> {
  return request(path(id, '/replay'), { method: 'POST', body: messageId === undefined ? {} : { messageId } });
}
