import { readMigrations } from '../store/index.ts';

export type { CaptureParameters } from './capture/captureDocument.ts';
export type { CaptureErrorBehaviour, CaptureJob, DuplicateEvent, EventProblem } from './capture/captureJob.ts';
export { type CreateTraceParameters, createTrace, type Trace } from './createTrace.ts';
export { traceErrors } from './errors.ts';
export type { Evidence, EvidenceLog, EvidenceStatus } from './evidence.ts';
export type { TraceBackReturnType, TraceEdge, TraceEvent, TraceNode } from './graph/traceBack.ts';
export type { Journey, JourneyStep } from './journey/buildJourney.ts';
export type { TraceStats } from './readStats.ts';
export { traceRoutes } from './routes.ts';

/** The room's tables: capture jobs, events with their index, master data. */
export const traceMigrations = readMigrations('trace', new URL('./migrations/', import.meta.url));
