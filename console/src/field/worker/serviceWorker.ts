import { syncTag } from '../sync/requestSync.ts';
import { sendEntries } from '../sync/sendEntries.ts';

/** The page and everything that it needs, written in by the build. */
declare const FIELD_FILES: string[];
/** Changes whenever one of the files does. */
declare const FIELD_VERSION: string;

/** What a service worker has that a page has not; the types of both cannot be loaded together. */
interface WaitingEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface RequestEvent extends WaitingEvent {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface SyncEvent extends WaitingEvent {
  tag: string;
}
interface WorkerScope extends EventTarget {
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
}

const scope = self as unknown as WorkerScope;
const [prefix, page] = ['xiangyu-field-', '/field'];
const cacheName = prefix + FIELD_VERSION;

const on = <Kind extends Event>(name: string, listener: (event: Kind) => void) =>
  scope.addEventListener(name, listener as (event: Event) => void);

async function install(): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.addAll(FIELD_FILES.map((path) => new Request(path, { cache: 'reload' })));
  await scope.skipWaiting();
}

async function activate(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith(prefix) && name !== cacheName).map((name) => caches.delete(name)),
  );
  await scope.clients.claim();
}

async function answer(path: string, request: Request): Promise<Response> {
  const kept = await caches.match(path, { cacheName });
  return kept ?? fetch(request);
}

on<WaitingEvent>('install', (event) => event.waitUntil(install()));
on<WaitingEvent>('activate', (event) => event.waitUntil(activate()));
on<RequestEvent>('fetch', (event) => {
  const { request } = event;
  const { pathname, origin } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(answer(page, request));
  else if (FIELD_FILES.includes(pathname)) event.respondWith(answer(pathname, request));
});
on<SyncEvent>('sync', (event) => {
  if (event.tag !== syncTag) return;
  // A rejected promise tells the browser to try again later.
  event.waitUntil(
    sendEntries().then(({ state }) => {
      if (state === 'later') throw new Error('not everything was sent');
    }),
  );
});
