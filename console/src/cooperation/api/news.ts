import { request } from '../../api/request.ts';
import { pathOf } from './common.ts';

export const topics = ['announcements', 'calls', 'achievements', 'groups', 'group-work', 'own'] as const;
export type Topic = (typeof topics)[number];

export interface Subscription {
  topics: Topic[];
  language: 'zh-CN' | 'en';
}

export interface NewsWebhook {
  id: string;
  url: string;
  topics: Topic[];
  createdAt: string;
  pausedAt: string | null;
  pauseReason: string | null;
  pending: number;
  dead: number;
}

export interface NewsMessage {
  id: string;
  messageId: string;
  type: string;
  body: string;
  state: 'pending' | 'delivered' | 'dead';
  attempts: number;
  lastStatus: number | null;
  lastError: string | null;
  createdAt: string;
  deliveredAt: string | null;
}

/** What the person wants mail about. */
export function getSubscription(signal?: AbortSignal): Promise<Subscription> {
  return request(pathOf('/subscription'), { signal });
}

/** Sets what to get mail about. */
export function setSubscription(subscription: Subscription): Promise<void> {
  return request(pathOf('/subscription'), { method: 'PUT', body: subscription });
}

/** The organisation's webhooks for news. */
export async function listWebhooks(signal?: AbortSignal): Promise<NewsWebhook[]> {
  return (await request<{ items: NewsWebhook[] }>(pathOf('/webhooks'), { signal })).items;
}

/** Adds a webhook. The answer is the only place where its secret ever appears. */
export function createWebhook(webhook: { url: string; topics: Topic[] }): Promise<{ id: string; secret: string }> {
  return request(pathOf('/webhooks'), { method: 'POST', body: webhook });
}

/** A step of a webhook. */
export function actOnWebhook(id: string, step: 'pause' | 'resume' | 'ping' | 'replay'): Promise<void> {
  return request(pathOf(`/webhooks/${id}/${step}`), { method: 'POST', body: {} });
}

/** Signs with a new secret, which only this answer has. */
export function rotateSecret(id: string): Promise<{ secret: string }> {
  return request(pathOf(`/webhooks/${id}/rotate-secret`), { method: 'POST', body: {} });
}

/** Ends a webhook. */
export function removeWebhook(id: string): Promise<void> {
  return request(pathOf(`/webhooks/${id}`), { method: 'DELETE' });
}
