import type { Store } from '../../store/index.ts';
import { readWatermark } from '../readWatermark.ts';
import { queryChannel } from './changeQueries.ts';
import { queryErrors } from './errors.ts';
import { captureChannel, tellsOfCapture } from './runSubscriptions.ts';

/** Counts the WebSocket subscriptions of this process and wakes them when there is something to look at. */
export interface Sockets {
  /**
   * Takes a place for a member; `onNews` is called after captures and when a query was removed. The function given back
   * frees the place. @throws TRACE_TOO_MANY_SOCKETS
   */
  enter(member: string, onNews: (news: News) => void): Promise<() => void>;
  /** As `readWatermark`, asked once for all who ask at the same time. */
  readWatermark(): Promise<string | null>;
}

/** Events were captured, or named queries changed. */
export type News = 'events' | 'queries';

export interface OpenSocketsParameters {
  store: Store;
  /** Most connections of all members. */
  most?: number;
  /** Most connections of one member. */
  mostOfMember?: number;
}

/** Opens the places for WebSocket subscriptions; the database is listened to from the first one on. */
export function openSockets({ store, most = 200, mostOfMember = 20 }: OpenSocketsParameters): Sockets {
  const taken = new Map<symbol, { member: string; onNews: (news: News) => void }>();
  let listening: Promise<unknown> | null = null;
  const tellAll = (news: News) => () => {
    for (const { onNews } of taken.values()) onNews(news);
  };
  const listen = () =>
    Promise.all([
      store.listen(captureChannel, (payload) => tellsOfCapture(payload) && tellAll('events')(), tellAll('events')),
      store.listen(queryChannel, tellAll('queries'), tellAll('queries')),
    ]);
  /** A reading that began before somebody asked may be too old for it, so it gets the next one. */
  let reading: Promise<string | null> | null = null;
  let following: Promise<string | null> | null = null;
  const read = () => {
    reading = readWatermark(store.sql).finally(() => {
      reading = null;
    });
    return reading;
  };
  return {
    readWatermark() {
      if (!reading) return read();
      following ??= reading.then(noMatter, noMatter).then(() => {
        following = null;
        return read();
      });
      return following;
    },
    async enter(member, onNews) {
      const own = [...taken.values()].filter((place) => place.member === member).length;
      if (taken.size >= most) throw queryErrors.tooManySockets({ most });
      if (own >= mostOfMember) throw queryErrors.tooManySockets({ most: mostOfMember });
      const place = Symbol(member);
      taken.set(place, { member, onNews });
      try {
        listening ??= listen();
        await listening;
      } catch (error) {
        listening = null;
        taken.delete(place);
        throw error;
      }
      return () => void taken.delete(place);
    },
  };
}

const noMatter = () => undefined;
