import type { Alliance } from '../alliance/index.ts';
import type { Logger } from '../host/index.ts';
import { demoMembers } from './alliance.ts';
import { buildDemoDocuments, demoLots } from './buildDemoDocuments.ts';
import type { DemoDocument } from './epcis.ts';
import { demoErrors } from './errors.ts';

/** The part of the traceability room that the demonstration uses. */
interface DemoTrace {
  capture(
    document: unknown,
    parameters: { member: string },
  ): Promise<{ success: boolean; events: number; errors: readonly { detail: string }[] }>;
  /** The time of an event, ISO 8601, or null when there is no such event. */
  readEventTime(eventID: string): Promise<string | null>;
}

export interface LoadDemoParameters {
  alliance: Pick<Alliance, 'createMember' | 'readMembers'>;
  trace: DemoTrace;
  /** The day that the season counts back from; ignored when a part of the demonstration is loaded already. */
  now: Date;
  logger: Logger;
}

export interface LoadDemoReturnType {
  /** How many members, documents and events this call added: all 0 when everything was there. */
  members: number;
  documents: number;
  events: number;
  /** Product pages, `/01/{gtin}/10/{lot}`. */
  paths: string[];
}

async function admitMembers(alliance: LoadDemoParameters['alliance']): Promise<number> {
  const members = Object.values(demoMembers);
  const present = new Set((await alliance.readMembers(members.map(({ slug }) => slug))).map(({ slug }) => slug));
  const missing = members.filter(({ slug }) => !present.has(slug));
  for (const { slug, name, kind } of missing) await alliance.createMember({ slug, name, kind, demo: true });
  return missing.length;
}

function firstEvent({ document }: DemoDocument) {
  return document.epcisBody.eventList[0];
}

/** When the season of an earlier load was counted from; a load that was cut short is completed with the same times. */
async function readSeasonDay(trace: DemoTrace, now: Date): Promise<Date | null> {
  const [first] = buildDemoDocuments({ now });
  const event = first && firstEvent(first);
  const time = event && (await trace.readEventTime(event.eventID));
  return time ? new Date(now.getTime() + Date.parse(time) - Date.parse(event.eventTime)) : null;
}

/**
 * Loads the demonstration alliance and its two food chains, each document on behalf of the member that would send it.
 * What is there already is recognised by its event IDs, which do not depend on `now`, and is left alone.
 *
 * @throws DEMO_CAPTURE_FAILED
 */
export async function loadDemo({ alliance, trace, now, logger }: LoadDemoParameters): Promise<LoadDemoReturnType> {
  const members = await admitMembers(alliance);
  const earlier = await readSeasonDay(trace, now);
  let documents = 0;
  let events = 0;
  for (const { key, member, document } of buildDemoDocuments({ now: earlier ?? now })) {
    const [event] = document.epcisBody.eventList;
    // A document is captured as a whole or not at all, so its first event stands for it.
    if (earlier && event && (await trace.readEventTime(event.eventID)) !== null) continue;
    const job = await trace.capture(document, { member });
    if (!job.success) {
      throw demoErrors.captureFailed({ key, member, problem: job.errors[0]?.detail ?? 'no reason was given' });
    }
    documents += 1;
    events += job.events;
  }
  const paths = demoLots.map(({ id }) => new URL(id).pathname);
  logger.info(
    { members, documents, events },
    documents > 0 ? 'demonstration loaded' : 'demonstration is there already',
  );
  return { members, documents, events, paths };
}
