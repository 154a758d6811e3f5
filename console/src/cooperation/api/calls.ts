import { request } from '../../api/request.ts';
import type { LocalText } from '../../i18n/language.ts';
import { pathOf } from './common.ts';

export const callStates = ['open', 'closed', 'decided', 'finished'] as const;
export type CallState = (typeof callStates)[number];

/** What its author writes. */
export interface CallText {
  title: LocalText;
  /** Markdown. */
  body: LocalText;
  deadline: string;
}

/** A call for cooperation. */
export interface Call extends CallText {
  id: string;
  member: string;
  state: CallState;
  applications: number;
  accepted: string[];
  decision: LocalText | null;
  outcome: LocalText | null;
  createdAt: string;
  updatedAt: string;
  decidedAt: string | null;
  finishedAt: string | null;
}

export interface ApplicationText {
  title: string;
  body: string;
}

/** What an organisation handed in. */
export interface Application extends ApplicationText {
  id: string;
  member: string;
  statementId: string;
  createdAt: string;
  updatedAt: string;
  result: 'accepted' | 'declined' | null;
  reason: string;
}

export interface Decision {
  decision: LocalText;
  results: { application: string; result: 'accepted' | 'declined'; reason: string }[];
}

/** One call. */
export function getCall(id: string, signal?: AbortSignal): Promise<Call> {
  return request(pathOf(`/calls/${id}`), { signal });
}

/** Opens a call, or changes the one with `id`. */
export async function saveCall(text: CallText, id?: string): Promise<string> {
  if (id === undefined) return (await request<{ id: string }>(pathOf('/calls'), { method: 'POST', body: text })).id;
  await request(pathOf(`/calls/${id}`), { method: 'PUT', body: text });
  return id;
}

/** Closes a call before its deadline. */
export function closeCall(id: string): Promise<void> {
  return request(pathOf(`/calls/${id}/close`), { method: 'POST', body: {} });
}

/** Decides on every application. */
export function decideCall(id: string, decision: Decision): Promise<void> {
  return request(pathOf(`/calls/${id}/decide`), { method: 'POST', body: decision });
}

/** Publishes what came of a call. */
export function finishCall(id: string, outcome: LocalText): Promise<void> {
  return request(pathOf(`/calls/${id}/finish`), { method: 'POST', body: { outcome } });
}

/** Applies to a call, or changes the own application. */
export function saveApplication(id: string, text: ApplicationText, isNew: boolean): Promise<unknown> {
  return isNew
    ? request(pathOf(`/calls/${id}/applications`), { method: 'POST', body: text })
    : request(pathOf(`/calls/${id}/applications/own`), { method: 'PUT', body: text });
}

/** Takes the own application back. */
export function withdrawApplication(id: string): Promise<void> {
  return request(pathOf(`/calls/${id}/applications/own`), { method: 'DELETE' });
}
