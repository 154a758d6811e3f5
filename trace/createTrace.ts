import { randomBytes } from 'node:crypto';
import { Counter, Histogram } from 'prom-client';
import { type Acts, openRights, openSeal, type Rights } from '../alliance/index.ts';
import type { Context } from '../host/index.ts';
import type { Store } from '../store/index.ts';
import { type Access, openAccess, type ReadKinds } from './access/openAccess.ts';
import { publicViewer, systemViewer, type Viewer } from './access/viewer.ts';
import { type Attachments, openAttachments } from './attachments/openAttachments.ts';
import { type CaptureParameters, captureDocument } from './capture/captureDocument.ts';
import { type CapturedEvent, captureEvent } from './capture/captureEvent.ts';
import { type CaptureJob, type CaptureJobPage, findCaptureJobs, readCaptureJob } from './capture/captureJob.ts';
import { indexBacklog } from './capture/indexBacklog.ts';
import { type EventEvidence, readEvidence } from './capture/readEvidence.ts';
import { type Certificates, openCertificates } from './certificates/openCertificates.ts';
import { type Discovery, openDiscovery } from './discovery/openDiscovery.ts';
import { traceErrors } from './errors.ts';
import type { EvidenceLog } from './evidence.ts';
import { type FieldKit, readFieldKit } from './field/readFieldKit.ts';
import { type Findings, openFindings } from './findings/openFindings.ts';
import type { Lineage } from './graph/lineage/model.ts';
import { type TraceLineageParameters, traceLineage } from './graph/lineage/traceLineage.ts';
import { type TraceBackReturnType, traceBack, traceBounds } from './graph/traceBack.ts';
import { type Imports, openImports } from './imports/openImports.ts';
import { buildJourney, type Journey, type ReadMembers } from './journey/buildJourney.ts';
import { type Labels, openLabels } from './labels/openLabels.ts';
import { listProducts } from './listProducts.ts';
import type { TraceNetwork } from './network.ts';
import { openQueries, type Queries, type ReadStandings } from './queries/openQueries.ts';
import { type EventPage, findEvents } from './query/findEvents.ts';
import type { EventQuery } from './query/parseQuery.ts';
import { readEvents } from './query/readEvents.ts';
import type { EventRecord } from './query/storedEvent.ts';
import { readStats, type TraceStats } from './readStats.ts';
import { openRecalls, type Recalls } from './recalls/openRecalls.ts';
import { reportSuspicion } from './reports/reportSuspicion.ts';
import type { Reports } from './reports/routes.ts';
import { openResolver, type Resolver } from './resolver/openResolver.ts';

export interface CreateTraceParameters {
  store: Store;
  ledger: EvidenceLog;
  context: Pick<Context, 'metrics' | 'logger'>;
  /** Names of members for the product page; without it their slugs are shown. */
  readMembers?: ReadMembers & ReadKinds & ReadStandings;
  /** Who may do what; without it everybody may what a guest may before the founding. */
  rights?: Rights;
  /** How far clocks of devices and systems may be ahead of ours; 5 minutes when it is left out. */
  clockToleranceMs?: number;
  /** The administrative record; without it no act is recorded. */
  acts?: Pick<Acts, 'recordAct'>;
  /** For subscriptions by webhook; without it their tokens live as long as the process. */
  webhooks?: {
    /** 32 bytes in hexadecimal, which the tokens are encrypted with. */
    secret: string;
    /** Whether members may name private addresses. */
    allowPrivateUrls: boolean;
    /** Pause after that many failed attempts. */
    retryDelayMs?: (attempts: number) => number;
  };
  /** The alliance around this room, for certificates and alerts; without it none is issued and nobody is told. */
  network?: TraceNetwork;
  /** Where browsers and scanners reach the platform, without a slash at the end. */
  baseUrl?: string;
}

/** Traceability: what happened to which thing, in the standard of GS1, with evidence. */
export interface Trace {
  /** Who may see which event. */
  access: Access;
  /** Named queries and subscriptions to them. */
  queries: Queries;
  /** Import of tables and export of events. */
  imports: Imports;
  /** See captureDocument: throws TRACE_INVALID_DOCUMENT and TRACE_CAPTURE_LIMIT_EXCEEDED. */
  capture(document: unknown, parameters: CaptureParameters): Promise<CaptureJob>;
  /** See captureEvent: throws TRACE_INVALID_EVENT, TRACE_EVENT_ID_TAKEN and TRACE_EVENT_EXISTS. */
  captureEvent(event: unknown, parameters: CaptureParameters): Promise<CapturedEvent>;
  /** A capture job of `member`, of any member when null. Throws TRACE_NO_SUCH_CAPTURE. */
  readCapture(captureID: string, member: string | null): Promise<CaptureJob>;
  listCaptures(page: { member: string | null; perPage: number; nextPageToken: string | null }): Promise<CaptureJobPage>;
  /** An event by eventID or hash id, with the error declarations about it. Throws TRACE_NO_SUCH_EVENT. */
  readEvents(eventID: string, viewer?: Viewer): Promise<EventRecord[]>;
  findEvents(query: EventQuery, viewer?: Viewer): Promise<EventPage>;
  /** Which words, places and things there are. */
  discovery: Discovery;
  /** The statements about an event and its error declarations. Throws TRACE_NO_SUCH_EVENT. */
  readEvidence(eventID: string): Promise<EventEvidence[]>;
  traceBack(epc: string): Promise<TraceBackReturnType>;
  /** See traceLineage. */
  lineage(parameters: TraceLineageParameters): Promise<Lineage>;
  /** Calling goods back. */
  recalls: Recalls;
  /** Throws TRACE_INVALID_IDENTIFIER and TRACE_NO_SUCH_PRODUCT. */
  readJourney(gtin: string, lot: string): Promise<Journey>;
  listProducts(page: { perPage: number; nextPageToken: string | null }): ReturnType<typeof listProducts>;
  readStats(): Promise<TraceStats>;
  /** Suspicions of consumers. */
  reports: Reports;
  labels: Labels;
  /** Where Digital Links lead. */
  resolver: Resolver;
  /** The register of certificates. */
  certificates: Certificates;
  /** Doubts about what was recorded. */
  findings: Findings;
  attachments: Attachments;
  /** Names and lots for the page in the field of a member's people. */
  readFieldKit(member: string): Promise<FieldKit>;
  /** The work in the background, until the signal aborts; any number of processes may run it. */
  run(signal: AbortSignal): Promise<void>;
}

/** Opens the room over its tables, which `traceMigrations` make. */
export function createTrace(parameters: CreateTraceParameters): Trace {
  const { store, ledger, context, readMembers = async () => [], acts, clockToleranceMs } = parameters;
  const { rights = openRights({ isFounded: () => false }) } = parameters;
  const { sql } = store;
  const root = (parameters.baseUrl ?? 'http://127.0.0.1:8080').replace(/\/$/, '');
  const house = { store, ledger, readMembers, ...(clockToleranceMs !== undefined && { clockToleranceMs }) };
  const access = openAccess({ store, readMembers, rights, ...(acts && { acts }) });
  const metrics = openMetrics(context.metrics);
  const readOrigin = async (epc: string, viewer = publicViewer) => {
    const { events, nodes } = await traceBack(sql, epc, traceBounds, viewer);
    return { events: events.map(({ hash }) => hash), things: nodes.map(({ id }) => id) };
  };
  const network = parameters.network ?? null;
  const certificates = openCertificates({
    store,
    network,
    readHistory: async (epc) => (await readOrigin(epc)).events,
  });
  const findings = openFindings({
    store,
    ledger,
    logger: context.logger,
    network,
    oversees: (principal) => rights.decide({ principal, action: 'trace:oversee' }).allowed,
    readOrigin: (epc) => readOrigin(epc, systemViewer),
  });
  const { webhooks = { secret: randomBytes(32).toString('hex'), allowPrivateUrls: false } } = parameters;
  const queries = openQueries({
    store,
    logger: context.logger.child({ room: 'trace' }),
    rights,
    toViewer: access.toViewer,
    readMembers,
    seal: openSeal(webhooks.secret, 'subscription tokens'),
    allowPrivate: webhooks.allowPrivateUrls,
    ...(webhooks.retryDelayMs && { retryDelayMs: webhooks.retryDelayMs }),
  });
  /** One line a sub-folder that works in the background; each elects its leader by itself. */
  const roles: ((signal: AbortSignal) => Promise<void>)[] = [
    findings.run,
    queries.run,
    (signal) => indexBacklog(store, signal),
  ];

  const readKnownEvents = async (eventID: string, viewer = publicViewer) => {
    const events = await readEvents(sql, eventID, viewer);
    if (events.length === 0) throw traceErrors.noSuchEvent({ eventID: eventID.slice(0, 200) });
    return events;
  };
  const trace: Trace = {
    access,
    queries,
    imports: openImports({ store, capture: (document, how) => trace.capture(document, how) }),
    async capture(document, parameters) {
      const stop = metrics.duration.startTimer();
      const audience = await access.chooseAudience(parameters.member, parameters.audience ?? null);
      const job = await captureDocument(house, document, { ...parameters, audience });
      stop();
      metrics.events.inc(job.events);
      metrics.duplicates.inc(job.duplicates.length);
      return job;
    },
    async captureEvent(event, parameters) {
      const stop = metrics.duration.startTimer();
      const audience = await access.chooseAudience(parameters.member, parameters.audience ?? null);
      const captured = await captureEvent(house, event, { ...parameters, audience });
      stop();
      metrics.events.inc();
      return captured;
    },
    async readCapture(captureID, member) {
      const job = await readCaptureJob(sql, captureID, member);
      if (!job) throw traceErrors.noSuchCapture({ captureID: captureID.slice(0, 100) });
      return job;
    },
    listCaptures: (page) => findCaptureJobs(sql, page),
    readEvents: readKnownEvents,
    findEvents: (query, viewer = publicViewer) => findEvents(sql, query, viewer),
    discovery: openDiscovery(sql),
    readEvidence: async (eventID) => readEvidence(ledger, await readKnownEvents(eventID, systemViewer)),
    traceBack: (epc) => traceBack(sql, epc),
    lineage: (asked) => traceLineage(house, asked),
    recalls: openRecalls({ store, ledger, readMembers, network }),
    readJourney: (gtin, lot) => buildJourney(house, gtin, lot),
    listProducts: (page) => listProducts(sql, page),
    readStats: () => readStats(house),
    reports: { report: (parameters) => reportSuspicion({ store, network }, parameters) },
    labels: openLabels({ store, root }),
    resolver: openResolver({ store, root }),
    certificates,
    findings,
    attachments: openAttachments({ store }),
    readFieldKit: (member) => readFieldKit({ sql, readMembers }, member),
    async run(signal) {
      await Promise.all(roles.map((role) => role(signal)));
    },
  };
  return trace;
}

function openMetrics(registry: Context['metrics']) {
  const registers = [registry];
  return {
    events: new Counter({ name: 'xiangyu_trace_events_captured_total', help: 'EPCIS events stored.', registers }),
    duplicates: new Counter({
      name: 'xiangyu_trace_events_repeated_total',
      help: 'EPCIS events that were stored before and captured again.',
      registers,
    }),
    duration: new Histogram({
      name: 'xiangyu_trace_capture_duration_seconds',
      help: 'Time from a document to its durable capture.',
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    }),
  };
}
