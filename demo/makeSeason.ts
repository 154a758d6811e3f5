import { demoMembers } from './alliance.ts';
import { makeCalendar } from './calendar.ts';
import { composeDocument } from './composeDocument.ts';
import type { DemoDocument, EpcisEvent } from './epcis.ts';
import { makeBatch } from './makeBatch.ts';
import { seedRandom } from './random.ts';

export interface MakeSeasonParameters {
  /** How many events in all. */
  count: number;
  /** Another seed gives other events: no identifier occurs under two seeds. */
  seed: number;
  now: Date;
  /** Events in one document; 1 unless told. */
  eventsPerDocument?: number;
}

function* makeEvents({ count, seed, now }: MakeSeasonParameters): Generator<EpcisEvent> {
  const calendar = makeCalendar(now);
  const random = seedRandom(seed);
  let made = 0;
  for (let batch = 0; made < count; batch++) {
    for (const event of makeBatch({ name: `S${seed}-${batch}`, seed, calendar, random })) {
      if (made++ < count) yield event;
    }
  }
}

/**
 * Makes a season of any size for load and reliability tests: lots that go from a field to a till, ten events each,
 * valid EPCIS, the same for the same parameters. Documents come one at a time, so that a million events need no
 * memory, each under the grower cooperative of the demonstration; `seed` is a whole number below 2^31.
 */
export function* makeSeason(p: MakeSeasonParameters): Generator<DemoDocument> {
  let waiting: EpcisEvent[] = [];
  let documents = 0;
  const compose = () => composeDocument(`season/${p.seed}/${documents++}`, demoMembers.kiwiGrower, waiting);
  for (const event of makeEvents(p)) {
    waiting.push(event);
    if (waiting.length >= (p.eventsPerDocument ?? 1)) {
      yield compose();
      waiting = [];
    }
  }
  if (waiting.length > 0) yield compose();
}
