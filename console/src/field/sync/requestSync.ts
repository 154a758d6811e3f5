/** The name under which the browser asks the service worker to send. */
export const syncTag = 'xiangyu-field-send';

interface SyncRegistration extends ServiceWorkerRegistration {
  sync?: { register(tag: string): Promise<void> };
}

/** Asks the browser to send when there is a network again, also after this page was closed; not every browser can. */
export async function requestSync(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  try {
    const registration: SyncRegistration | undefined = await navigator.serviceWorker.getRegistration('/field');
    await registration?.sync?.register(syncTag);
  } catch {
    // Forbidden by the visitor: the page sends when it is open.
  }
}
