import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { ActionId } from '../events/actions.ts';
import type { EventJson } from '../events/buildEvent.ts';
import type { OwnName } from '../events/composeDocument.ts';
import type { FormValues, LastValues } from '../events/values.ts';
import type { FieldKit } from '../sync/getKit.ts';

/** How this phone is known to the platform. */
export interface Device {
  /** An API key that may record events and nothing of the console. */
  key: string;
  /** The name that the console gave the phone. */
  name: string;
  member: string;
  memberName: { zh: string; en: string };
  permissions: string[];
  /** ISO 8601 in UTC. */
  since: string;
  /** The platform answered that the key is no longer valid. */
  revoked: boolean;
}

/** Why the platform did not take an entry, in its own words. */
export interface Refusal {
  status: number;
  code: string | null;
  detail: string;
  nextStep: string | null;
  zh?: { detail: string; nextStep: string };
  /** Where in the event, and what is wrong there. */
  faults: { field: string; problem: string; expected: string; zh?: { problem: string; expected: string } }[];
}

/** Something that was recorded on this phone. */
export interface Entry {
  /** The eventID, made once. */
  id: string;
  action: ActionId;
  values: FormValues;
  event: EventJson;
  names: OwnName[];
  /** Milliseconds since 1970 by the phone's clock. */
  createdAt: number;
  state: 'waiting' | 'sent' | 'refused';
  /** How often it was sent without a final answer: its content must not change any more then. */
  attempts: number;
  sentAt: number | null;
  refusal: Refusal | null;
  /** Pictures that are not with the platform yet. */
  photosWaiting: string[];
  /** Pictures that the platform refused. */
  photosRefused: string[];
}

/** A picture, small enough to be sent. */
export interface Photo {
  hash: string;
  mediaType: 'image/jpeg' | 'image/webp';
  content: ArrayBuffer;
}

/** Single things that are remembered. */
export interface Settings {
  device: Device;
  kit: FieldKit & { fetchedAt: number };
  last: LastValues;
  draft: { action: ActionId; values: FormValues; correcting: string | null };
  names: OwnName[];
  ownParty: string;
  /** Milliseconds that the phone's clock is ahead of the platform's. */
  clockAhead: number;
}

interface FieldSchema extends DBSchema {
  settings: { key: keyof Settings; value: Settings[keyof Settings] };
  entries: { key: string; value: Entry; indexes: { createdAt: number } };
  photos: { key: string; value: Photo };
}

export type FieldStore = IDBPDatabase<FieldSchema>;

let opened: Promise<FieldStore> | undefined;

/** The phone's own database, which survives a reload and a kill; the page and its service worker share it. */
export function openFieldStore(): Promise<FieldStore> {
  opened ??= openDB<FieldSchema>('xiangyu-field', 1, {
    upgrade(store) {
      store.createObjectStore('settings');
      store.createObjectStore('entries', { keyPath: 'id' }).createIndex('createdAt', 'createdAt');
      store.createObjectStore('photos', { keyPath: 'hash' });
    },
    // The browser closed it, such as for want of memory: the next use opens it again.
    terminated() {
      opened = undefined;
    },
  });
  return opened;
}

/** One remembered thing; undefined before it was first remembered. */
export async function readSetting<Name extends keyof Settings>(name: Name): Promise<Settings[Name] | undefined> {
  const store = await openFieldStore();
  return (await store.get('settings', name)) as Settings[Name] | undefined;
}

/** Remembers one thing; undefined forgets it. */
export async function writeSetting<Name extends keyof Settings>(
  name: Name,
  value: Settings[Name] | undefined,
): Promise<void> {
  const store = await openFieldStore();
  await (value === undefined ? store.delete('settings', name) : store.put('settings', value, name));
}
