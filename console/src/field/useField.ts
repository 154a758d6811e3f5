import { createContext } from 'preact';
import { useCallback, useContext, useEffect, useRef, useState } from 'preact/hooks';
import type { Problem } from '../api/problem.ts';
import type { OwnName } from './events/composeDocument.ts';
import type { LastValues } from './events/values.ts';
import { listEntries, watchEntries } from './store/entries.ts';
import { type Device, type Entry, readSetting, type Settings, writeSetting } from './store/openFieldStore.ts';
import { getKit } from './sync/getKit.ts';
import { isReachable } from './sync/isReachable.ts';
import { requestSync } from './sync/requestSync.ts';
import { sendEntries } from './sync/sendEntries.ts';

/** Everything that the screens show, and what they can do. */
export interface FieldState {
  /** False until the phone's database was read. */
  loaded: boolean;
  device: Device | null;
  kit: Settings['kit'] | null;
  entries: Entry[];
  names: OwnName[];
  last: LastValues;
  ownParty: string;
  /** Milliseconds that the phone's clock is ahead of the platform's; 0 while nobody knows. */
  clockAhead: number;
  /** The platform answered when it was last asked. */
  online: boolean;
  sending: boolean;
  /** Why the last attempt to send did not end well; null when it did. */
  sendProblem: Problem | null;
  /** Reads the phone's database again. */
  reload(): Promise<void>;
  /** Sends what waits, now if there is a network and otherwise when there is one. */
  send(): Promise<void>;
  /** Fetches the lists anew; false when that is not possible now. */
  refreshKit(): Promise<boolean>;
  addName(name: OwnName): Promise<void>;
  setOwnParty(id: string): Promise<void>;
}

export const FieldContext = createContext<FieldState | null>(null);

/** The state of the page; only within the page. */
export function useField(): FieldState {
  const state = useContext(FieldContext);
  if (!state) throw new Error('The page has no state here.');
  return state;
}

/** How often it is tried again while something waits or the platform does not answer. */
const retryMs = 10_000;
/** Lists older than this are fetched anew when there is a network. */
const staleMs = 15 * 60_000;

const nothing = {
  loaded: false,
  device: null,
  kit: null,
  entries: [],
  names: [],
  last: {},
  ownParty: '',
  clockAhead: 0,
} satisfies Partial<FieldState>;

async function readAll() {
  const [device = null, kit = null, names = [], last = {}, ownParty = '', clockAhead = 0, entries] = await Promise.all([
    readSetting('device'),
    readSetting('kit'),
    readSetting('names'),
    readSetting('last'),
    readSetting('ownParty'),
    readSetting('clockAhead'),
    listEntries(),
  ]);
  return { loaded: true, device, kit, names, last, ownParty, clockAhead, entries };
}

/** Opens the state: reads the phone's database, follows the network, sends what waits. */
export function useFieldState(): FieldState {
  const [known, setKnown] = useState<Awaited<ReturnType<typeof readAll>> | typeof nothing>(nothing);
  const [online, setOnline] = useState(navigator.onLine);
  const [sending, setSending] = useState(false);
  const [sendProblem, setSendProblem] = useState<Problem | null>(null);
  const busy = useRef(false);
  const isOnline = useRef(online);
  isOnline.current = online;

  const reload = useCallback(async () => setKnown(await readAll()), []);
  const refreshKit = useCallback(async () => {
    const device = await readSetting('device');
    if (!device) return false;
    try {
      const kit = await getKit(device.key);
      const ownParty = await readSetting('ownParty');
      const own = kit.parties.filter((party) => party.own);
      if (!ownParty && own.length === 1 && own[0]) await writeSetting('ownParty', own[0].id);
      await writeSetting('device', { ...device, memberName: kit.member.name });
      await reload();
      return true;
    } catch {
      return false;
    }
  }, [reload]);
  const send = useCallback(async () => {
    if (busy.current) return;
    busy.current = true;
    setSending(true);
    try {
      const { state, problem } = navigator.onLine ? await sendEntries() : { state: 'later', problem: null };
      setSendProblem(problem);
      if (problem?.status === 0) setOnline(false);
      else if (problem || state === 'done') setOnline(navigator.onLine);
      if (state === 'later') await requestSync();
    } finally {
      busy.current = false;
      setSending(false);
      await reload();
    }
  }, [reload]);

  useEffect(() => {
    const begin = async () => {
      await reload();
      const reachable = await isReachable();
      setOnline(reachable);
      if (!reachable) return;
      await send();
      const kit = await readSetting('kit');
      if (Date.now() - (kit?.fetchedAt ?? 0) > staleMs) await refreshKit();
    };
    const follow = () => {
      if (navigator.onLine) void begin();
      else setOnline(false);
    };
    const look = () => document.visibilityState === 'visible' && follow();
    void begin();
    const stopWatching = watchEntries(() => void reload());
    const timer = setInterval(async () => {
      if (document.visibilityState !== 'visible') return;
      const entries = await listEntries();
      const waits = entries.some(({ state, photosWaiting }) => state === 'waiting' || photosWaiting.length > 0);
      if (waits || !isOnline.current) await begin();
    }, retryMs);
    window.addEventListener('online', follow);
    window.addEventListener('offline', follow);
    document.addEventListener('visibilitychange', look);
    return () => {
      stopWatching();
      clearInterval(timer);
      window.removeEventListener('online', follow);
      window.removeEventListener('offline', follow);
      document.removeEventListener('visibilitychange', look);
    };
  }, [reload, send, refreshKit]);

  return {
    ...known,
    online,
    sending,
    sendProblem,
    reload,
    send,
    refreshKit,
    async addName(name) {
      const names = (await readSetting('names')) ?? [];
      await writeSetting('names', [name, ...names.filter(({ id }) => id !== name.id)]);
      await reload();
    },
    async setOwnParty(id) {
      await writeSetting('ownParty', id);
      await reload();
    },
  };
}
