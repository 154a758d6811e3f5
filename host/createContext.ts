import { type DestinationStream, type Logger as PinoLogger, pino } from 'pino';
import { collectDefaultMetrics, Registry } from 'prom-client';

/** Structured logger; every call takes facts first and a sentence second. */
export type Logger = PinoLogger;
/** How much is logged, from everything to nothing. */
export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** What every long-living part of the platform shares instead of globals. */
export interface Context {
  logger: Logger;
  metrics: Registry;
  /** Aborts when the process shuts down. */
  signal: AbortSignal;
}

export interface CreateContextParameters {
  level?: LogLevel;
  signal: AbortSignal;
  /** Where log lines go; standard error by default. */
  destination?: DestinationStream;
}

/** Log fields that could carry a secret and are never printed. */
const redactedPaths = [
  'password',
  'token',
  'secret',
  'privateKey',
  'masterKey',
  'req.headers.authorization',
  'req.headers.cookie',
  'req.headers["x-api-key"]',
  'res.headers["set-cookie"]',
];

/** Makes the context of a process: a JSON logger with secrets redacted and a metrics registry of its own. */
export function createContext({ level = 'info', signal, destination }: CreateContextParameters): Context {
  const metrics = new Registry();
  collectDefaultMetrics({ register: metrics, prefix: 'xiangyu_' });
  const logger = pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: redactedPaths, censor: '[redacted]' },
    },
    destination ?? pino.destination({ fd: 2, sync: true }),
  );
  return { logger, metrics, signal };
}
