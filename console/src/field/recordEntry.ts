import type { ActionId } from './events/actions.ts';
import { buildEvent } from './events/buildEvent.ts';
import { makeUuidUrn } from './events/identifiers.ts';
import { type FormValues, rememberValues } from './events/values.ts';
import { readPhotos, saveEntry } from './store/entries.ts';
import { type Entry, readSetting, writeSetting } from './store/openFieldStore.ts';

export interface RecordEntryParameters {
  action: ActionId;
  values: FormValues;
  /** The phone's clock. */
  now: Date;
  /** The refused entry whose place the new one takes. */
  correcting: Entry | null;
}

/**
 * Makes the event of a complete form and keeps it on the phone until the platform has it. False when the entry that it
 * corrects was sent meanwhile.
 */
export async function recordEntry({ action, values, now, correcting }: RecordEntryParameters): Promise<boolean> {
  const [ownParty = '', names = [], last = {}] = await Promise.all([
    readSetting('ownParty'),
    readSetting('names'),
    readSetting('last'),
  ]);
  // A corrected event is another one; the refused one was never stored.
  const id = makeUuidUrn();
  // Without a typed time the corrected entry happened when it was first recorded.
  const happened = correcting && values.time === '' ? new Date(Math.min(correcting.createdAt, now.getTime())) : now;
  const event = buildEvent({ action, values, eventID: id, now: happened, ownParty });
  const text = JSON.stringify(event);
  const entry: Entry = {
    id,
    action,
    values,
    event,
    names: names.filter((name) => text.includes(name.id)),
    createdAt: now.getTime(),
    state: 'waiting',
    attempts: 0,
    sentAt: null,
    refusal: null,
    photosWaiting: [...values.photos],
    photosRefused: [],
  };
  if (!(await saveEntry(entry, await readPhotos(values.photos), correcting?.id ?? null))) return false;
  await writeSetting('last', { ...last, [action]: rememberValues(values) });
  return true;
}
