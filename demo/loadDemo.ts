import type { Alliance } from '../alliance/index.ts';
import { XiangyuError } from '../errors.ts';
import type { Logger } from '../host/index.ts';
import type { Trace } from '../trace/index.ts';
import { demoMembers } from './alliance.ts';
import { buildDemoDocuments, demoLots } from './buildDemoDocuments.ts';
import type { DemoDocument } from './epcis.ts';
import { demoErrors } from './errors.ts';
import { issueCertificates } from './issueCertificates.ts';

export interface LoadDemoParameters {
  alliance: Pick<Alliance, 'createMember' | 'readMembers' | 'credentials'>;
  trace: Pick<Trace, 'capture' | 'readEvents' | 'certificates'>;
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

/** A document is captured as a whole or not at all, so its first event stands for it. */
async function readFirstEventTime(
  trace: LoadDemoParameters['trace'],
  { document }: DemoDocument,
): Promise<Date | null> {
  const [event] = document.epcisBody.eventList;
  try {
    const [stored] = event ? await trace.readEvents(event.eventID) : [];
    return stored?.event_time ?? null;
  } catch (error) {
    if (error instanceof XiangyuError && error.code === 'TRACE_NO_SUCH_EVENT') return null;
    throw error;
  }
}

/** The moment that an earlier load counted from: a load that was cut short is completed with the same times. */
async function readSeasonEnd(trace: LoadDemoParameters['trace'], now: Date): Promise<Date | null> {
  const [first] = buildDemoDocuments({ now });
  const stored = first && (await readFirstEventTime(trace, first));
  const built = Date.parse(first?.document.epcisBody.eventList[0]?.eventTime ?? '');
  return stored ? new Date(now.getTime() + stored.getTime() - built) : null;
}

/**
 * Loads the demonstration alliance and its two food chains, each document on behalf of the member that would send it.
 * What is there already is recognised by its event IDs, which do not depend on `now`, and is left alone.
 *
 * @throws DEMO_CAPTURE_FAILED
 */
export async function loadDemo({ alliance, trace, now, logger }: LoadDemoParameters): Promise<LoadDemoReturnType> {
  const members = await admitMembers(alliance);
  const earlier = await readSeasonEnd(trace, now);
  await issueCertificates({ alliance, trace, now: earlier ?? now }).catch((error: unknown) => {
    // Once there is an alliance, its members vote on who certifies: the demonstration goes on without certificates.
    if (!(error instanceof XiangyuError) || error.code !== 'CREDENTIAL_NOT_DECIDED') throw error;
    logger.warn({ code: error.code }, 'the certificates of the demonstration were not issued');
  });
  let documents = 0;
  let events = 0;
  for (const built of buildDemoDocuments({ now: earlier ?? now })) {
    if (earlier && (await readFirstEventTime(trace, built))) continue;
    const { key, member, document } = built;
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
