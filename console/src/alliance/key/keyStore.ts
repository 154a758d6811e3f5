import type { Keystore } from 'ox';

/** A voting key as this browser keeps it: locked, never in clear. */
export interface StoredKey {
  /** In lower case. */
  address: `0x${string}`;
  keystore: Keystore.Keystore;
  /** ISO 8601. */
  createdAt: string;
  /** Whether its file was saved somewhere else or its phrase was written down. */
  backedUp: boolean;
}

const databaseName = 'xiangyu-voting-keys';
const storeName = 'keys';

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(databaseName, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(storeName, { keyPath: 'address' });
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
    opening.onblocked = () => reject(new Error('the key store is held by another tab'));
  });
}

async function inStore<Result>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const database = await openDatabase();
  try {
    return await new Promise<Result>((resolve, reject) => {
      const transaction = database.transaction(storeName, mode, { durability: 'strict' });
      const asked = act(transaction.objectStore(storeName));
      transaction.oncomplete = () => resolve(asked.result);
      transaction.onabort = () => reject(transaction.error);
      transaction.onerror = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

/** The keys that this browser keeps, oldest first. */
export async function listStoredKeys(): Promise<StoredKey[]> {
  const keys = await inStore<StoredKey[]>('readonly', (store) => store.getAll());
  return keys.sort((a, b) => a.createdAt.localeCompare(b.createdAt));
}

/** Keeps a key; resolves once it is on the disk. The browser is asked not to clear it by itself. */
export async function storeKey(key: StoredKey): Promise<void> {
  await inStore('readwrite', (store) => store.put(key));
  await navigator.storage?.persist?.().catch(() => false);
}

/** Takes a key out of this browser for good. */
export async function forgetKey(address: string): Promise<void> {
  await inStore('readwrite', (store) => store.delete(address));
}
