import postgres from 'postgres';
import { XiangyuError } from '../errors.ts';
import { storeErrors } from './errors.ts';

/** Driver and system codes of a connection that was refused, lost or timed out. */
const connectionCodes = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
  'ENOTFOUND',
  'ERR_STREAM_DESTROYED',
]);

/** SQLSTATE 57P01–57P03 (shutdown, crash, starting up), 53300 (no free connection) and class 08 (connection). */
const serverGone = /^(57P0[123]|53300|08\w{3})$/;

/** True when an error means that the connection, not the statement, failed. */
export function isConnectionError(error: unknown): boolean {
  if (error instanceof XiangyuError) return error.code === 'STORE_UNAVAILABLE';
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return false;
  return error instanceof postgres.PostgresError ? serverGone.test(error.code) : connectionCodes.has(error.code);
}

/** A connection failure as STORE_UNAVAILABLE; every other error as it is, so that callers can read its SQLSTATE. */
export function toStoreError(error: unknown): unknown {
  return isConnectionError(error) && !(error instanceof XiangyuError)
    ? storeErrors.unavailable({}, { cause: error })
    : error;
}
