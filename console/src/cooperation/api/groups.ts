import { ApiProblem, toProblem } from '../../api/problem.ts';
import { request } from '../../api/request.ts';
import type { LocalText } from '../../i18n/language.ts';
import { pathOf } from './common.ts';

/** What a chair says of a group. */
export interface GroupText {
  name: LocalText;
  summary: LocalText;
  joining: 'open' | 'request';
}

/** What everybody may know of a working group. */
export interface Group extends GroupText {
  id: string;
  member: string;
  createdAt: string;
  closedAt: string | null;
  members: string[];
  people: number;
  mine: { role: 'chair' | 'member'; state: 'requested' | 'active' } | null;
}

export interface GroupPerson {
  person: string;
  name: string;
  member: string;
  role: 'chair' | 'member';
  state: 'requested' | 'active';
  message: string;
  since: string;
}

export interface DocumentVersion {
  number: number;
  fileName: string;
  mediaType: string;
  bytes: number;
  digest: string;
  member: string;
  author: string;
  statementId: string;
  createdAt: string;
}

export interface GroupDocument {
  id: string;
  title: string;
  createdAt: string;
  versions: number;
  newest: DocumentVersion;
}

export interface Thread {
  id: string;
  kind: 'discussion' | 'minutes';
  title: string;
  metOn: string | null;
  member: string;
  author: string;
  posts: number;
  createdAt: string;
  lastPostAt: string;
  statementId: string | null;
}

export interface Post {
  id: string;
  member: string;
  author: string;
  /** Null when it was removed. */
  body: string | null;
  createdAt: string;
  own: boolean;
}

const of = (id: string, part = '') => pathOf(`/groups/${id}${part}`);

/** One group. */
export function getGroup(id: string, signal?: AbortSignal): Promise<Group> {
  return request(of(id), { signal });
}

/** Founds a group, or changes the one with `id`. */
export async function saveGroup(text: GroupText, id?: string): Promise<string> {
  if (id === undefined) return (await request<{ id: string }>(pathOf('/groups'), { method: 'POST', body: text })).id;
  await request(of(id), { method: 'PUT', body: text });
  return id;
}

/** Closes a group for good. */
export function closeGroup(id: string): Promise<void> {
  return request(of(id, '/close'), { method: 'POST', body: {} });
}

/** Joins an open group, or asks to join. */
export function joinGroup(id: string, message: string): Promise<{ state: 'requested' | 'active' }> {
  return request(of(id, '/join'), { method: 'POST', body: { message } });
}

/** Leaves a group, or takes the request back. */
export function leaveGroup(id: string): Promise<void> {
  return request(of(id, '/leave'), { method: 'POST', body: {} });
}

/** Admits a person, or gives one another role. */
export function setPerson(id: string, person: string, role: GroupPerson['role']): Promise<void> {
  return request(of(id, `/people/${encodeURIComponent(person)}`), { method: 'PUT', body: { role } });
}

/** Removes a person, or refuses its request. */
export function removePerson(id: string, person: string): Promise<void> {
  return request(of(id, `/people/${encodeURIComponent(person)}`), { method: 'DELETE' });
}

/** Sends a file as a new document, or as a new version of `documentId`. */
export async function sendDocument(id: string, file: File, documentId?: string): Promise<void> {
  const answer = await fetch(of(id, `/documents${documentId === undefined ? '' : `/${documentId}`}`), {
    method: 'POST',
    credentials: 'same-origin',
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      ...(/^[a-z0-9.+-]+\/[a-z0-9.+-]+$/.test(file.type) ? { 'x-media-type': file.type } : {}),
    },
    body: file,
  });
  if (answer.ok) return;
  throw new ApiProblem(toProblem(answer.status, answer.statusText, await answer.json().catch(() => undefined)));
}

/** Where the bytes of a version are. */
export function contentPath(id: string, documentId: string, number: number): string {
  return of(id, `/documents/${documentId}/versions/${number}/content`);
}

/** All versions of a document. */
export async function listVersions(id: string, documentId: string, signal?: AbortSignal): Promise<DocumentVersion[]> {
  return (await request<{ items: DocumentVersion[] }>(of(id, `/documents/${documentId}`), { signal })).items;
}

/** Removes a document; its digests stay in the evidence log. */
export function removeDocument(id: string, documentId: string): Promise<void> {
  return request(of(id, `/documents/${documentId}`), { method: 'DELETE' });
}

export interface ThreadText {
  kind: Thread['kind'];
  title: string;
  metOn: string | null;
  body: string;
}

/** Starts a discussion, or files minutes. */
export async function startThread(id: string, text: ThreadText): Promise<string> {
  return (await request<{ id: string }>(of(id, '/threads'), { method: 'POST', body: text })).id;
}

/** One discussion. */
export function getThread(id: string, threadId: string, signal?: AbortSignal): Promise<Thread> {
  return request(of(id, `/threads/${threadId}`), { signal });
}

/** Adds a post. */
export function addPost(id: string, threadId: string, body: string): Promise<unknown> {
  return request(of(id, `/threads/${threadId}/posts`), { method: 'POST', body: { body } });
}

/** Removes the text of a post. */
export function removePost(id: string, threadId: string, postId: string): Promise<void> {
  return request(of(id, `/threads/${threadId}/posts/${postId}`), { method: 'DELETE' });
}
