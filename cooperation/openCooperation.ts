import type { CooperationHouse, ListedMember } from './house.ts';
import { runNews } from './news/runNews.ts';

/** What the room needs; `readMembers` may ask the database each time. */
export type OpenCooperationParameters = CooperationHouse;

/** The open platform: directory, announcements, working groups, calls, achievements and goals. */
export interface Cooperation {
  readonly house: CooperationHouse;
  /** Passes news on by mail and to webhooks until the signal aborts; any number of processes may run it, one leads. */
  run(signal: AbortSignal): Promise<void>;
}

const membersKeptMs = 2_000;

/** Reads the organisations at most once in a while, whoever asks. */
function remember(read: () => Promise<readonly ListedMember[]>): () => Promise<readonly ListedMember[]> {
  let known: Promise<readonly ListedMember[]> | null = null;
  let until = 0;
  return () => {
    if (known && Date.now() < until) return known;
    until = Date.now() + membersKeptMs;
    const reading = read();
    known = reading;
    // A failure is not remembered.
    reading.catch(() => {
      if (known === reading) known = null;
    });
    return reading;
  };
}

/** Opens the room over its tables, which `cooperationMigrations` make. */
export function openCooperation(parameters: OpenCooperationParameters): Cooperation {
  const house: CooperationHouse = { ...parameters, readMembers: remember(parameters.readMembers) };
  return { house, run: (signal) => runNews(house, { signal }) };
}
