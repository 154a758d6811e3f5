import type { Store } from '../../store/index.ts';
import { queryChannel } from './changeQueries.ts';
import { queryErrors } from './errors.ts';
import { captureChannel, tellsOfCapture } from './runSubscriptions.ts';

/** Counts the WebSocket subscriptions of this process and wakes them when there is something to look at. */
export interface Sockets {
  /**
   * Takes a place for a member; `onNews` is called after captures and when a query was removed. The function given back
   * frees the place. @throws TRACE_TOO_MANY_SOCKETS
   */
  enter(member: string, onNews: () => void): Promise<() => void>;
}

export interface OpenSocketsParameters {
  store: Store;
  /** Most connections of all members. */
  most?: number;
  /** Most connections of one member. */
  mostOfMember?: number;
}

/** Opens the places for WebSocket subscriptions; the database is listened to from the first one on. */
export function openSockets({ store, most = 500, mostOfMember = 50 }: OpenSocketsParameters): Sockets {
  const taken = new Map<symbol, { member: string; onNews: () => void }>();
  let listening: Promise<unknown> | null = null;
  const tellAll = () => {
    for (const { onNews } of taken.values()) onNews();
  };
  const listen = () =>
    Promise.all([
      store.listen(captureChannel, (payload) => tellsOfCapture(payload) && tellAll(), tellAll),
      store.listen(queryChannel, tellAll, tellAll),
    ]);
  return {
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
