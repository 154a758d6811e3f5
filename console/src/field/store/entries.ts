import { type Entry, openFieldStore, type Photo } from './openFieldStore.ts';

/** Sent entries beyond these are forgotten on the phone; the platform has them. */
const mostSent = 200;

/** Tells the other pages and the service worker that the list changed. */
const channelName = 'xiangyu-field';

function tell(): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage('changed');
  channel.close();
}

/** Calls `onChange` whenever the list changed, by this page or another. Returns how to stop. */
export function watchEntries(onChange: () => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = onChange;
  return () => channel.close();
}

/** Every entry, the latest first. */
export async function listEntries(): Promise<Entry[]> {
  const store = await openFieldStore();
  return (await store.getAllFromIndex('entries', 'createdAt')).reverse();
}

/**
 * Keeps an entry and its pictures for good in one step; a corrected entry takes the place of the one it corrects. False
 * when that one was sent meanwhile: the platform may have it, and nothing is changed.
 */
export async function saveEntry(
  entry: Entry,
  photos: readonly Photo[],
  replaces: string | null = null,
): Promise<boolean> {
  const store = await openFieldStore();
  const tx = store.transaction(['entries', 'photos', 'settings'], 'readwrite', { durability: 'strict' });
  const before = replaces === null ? undefined : await tx.objectStore('entries').get(replaces);
  const isOnItsWay = before?.state === 'waiting' && before.attempts > 0;
  if (before?.state === 'sent' || isOnItsWay) {
    await tx.done;
    return false;
  }
  await Promise.all([
    tx.objectStore('entries').put(entry),
    ...photos.map((photo) => tx.objectStore('photos').put(photo)),
    replaces !== null && replaces !== entry.id && tx.objectStore('entries').delete(replaces),
    tx.objectStore('settings').delete('draft'),
    tx.done,
  ]);
  tell();
  return true;
}

/** Changes an entry as it is now; null when it is gone. */
export async function changeEntry(id: string, change: (entry: Entry) => Entry): Promise<Entry | null> {
  const store = await openFieldStore();
  const tx = store.transaction('entries', 'readwrite');
  const entry = await tx.store.get(id);
  const changed = entry ? change(entry) : null;
  if (changed) await tx.store.put(changed);
  await tx.done;
  tell();
  return changed;
}

/** Takes an entry off the phone that the platform does not have, with its pictures. */
export async function removeEntry(id: string): Promise<void> {
  const store = await openFieldStore();
  await store.delete('entries', id);
  await forgetPhotos();
  tell();
}

/** Keeps a picture until its entry is saved. */
export async function keepPhoto(photo: Photo): Promise<void> {
  await (await openFieldStore()).put('photos', photo);
}

/** The pictures with these hashes, as far as they are on the phone. */
export async function readPhotos(hashes: readonly string[]): Promise<Photo[]> {
  const store = await openFieldStore();
  const found = await Promise.all(hashes.map((hash) => store.get('photos', hash)));
  return found.filter((photo): photo is Photo => photo !== undefined);
}

/** Forgets the oldest of what was sent, and the pictures that nothing on the phone needs any more. */
export async function tidyUp(): Promise<void> {
  const store = await openFieldStore();
  const done = (await listEntries()).filter(
    ({ state, photosWaiting }) => state === 'sent' && photosWaiting.length === 0,
  );
  for (const { id } of done.slice(mostSent)) await store.delete('entries', id);
  await forgetPhotos();
}

async function forgetPhotos(): Promise<void> {
  const store = await openFieldStore();
  const tx = store.transaction(['entries', 'photos', 'settings'], 'readwrite');
  const [entries, hashes, draft] = await Promise.all([
    tx.objectStore('entries').getAll(),
    tx.objectStore('photos').getAllKeys(),
    tx.objectStore('settings').get('draft') as Promise<{ values: { photos: string[] } } | undefined>,
  ]);
  const needed = new Set(
    entries.flatMap((entry) => (entry.state === 'sent' ? entry.photosWaiting : entry.values.photos)),
  );
  for (const hash of draft?.values.photos ?? []) needed.add(hash);
  await Promise.all([
    ...hashes.filter((hash) => !needed.has(hash)).map((hash) => tx.objectStore('photos').delete(hash)),
    tx.done,
  ]);
}
