import { type Problem, problemOf } from '../../api/problem.ts';
import { listEntries, tidyUp } from '../store/entries.ts';
import { readSetting } from '../store/openFieldStore.ts';
import { noteRevoked } from './connect.ts';
import { sendEntry } from './sendEntry.ts';

/** How sending ended: nothing is left, the network or the platform is away, or this phone may not send (any more). */
export interface SendOutcome {
  state: 'done' | 'later' | 'forbidden';
  /** What the platform answered, or why there was no answer; null when nothing is left. */
  problem: Problem | null;
}

async function sendAll(): Promise<SendOutcome> {
  const device = await readSetting('device');
  if (!device || device.revoked) return { state: 'forbidden', problem: null };
  const entries = (await listEntries()).reverse();
  for (const entry of entries) {
    if (entry.state !== 'waiting' && entry.photosWaiting.length === 0) continue;
    if (entry.state === 'refused') continue;
    try {
      await sendEntry(entry, device.key);
    } catch (error) {
      const problem = problemOf(error);
      if (problem.status === 401) await noteRevoked();
      return { state: problem.status === 401 || problem.status === 403 ? 'forbidden' : 'later', problem };
    }
  }
  await tidyUp();
  return { state: 'done', problem: null };
}

/** Sends what waits, the oldest first. The page and its service worker never send at the same time. */
export function sendEntries(): Promise<SendOutcome> {
  if (!('locks' in navigator)) return sendAll();
  return navigator.locks.request('xiangyu-field-send', sendAll);
}
