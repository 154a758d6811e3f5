import { XiangyuError } from '../../../errors.ts';
import type { JsonObject } from '../../house.ts';
import { messageContext, noPid } from '../messages/context.ts';
import type { ProcessRow } from '../store/rows.ts';

/** What a request is answered with. */
export interface Answer {
  status: number;
  body: string;
}

/** A request as it came. */
export interface Request {
  method: string;
  /** Path and query. */
  path: string;
  body: string;
  authorization: string | undefined;
}

/** The state of a process as the protocol shows it (ACK of both protocols). */
export function processBody(type: string, row: ProcessRow): JsonObject {
  return {
    '@context': messageContext,
    '@type': type,
    providerPid: row.provider_pid ?? noPid,
    consumerPid: row.consumer_pid ?? noPid,
    state: row.state,
  };
}

/** The status that an error has on the wire: 404 for what is not there or not for the caller, 400 for what is wrong. */
export function statusOf(error: unknown): number {
  if (!(error instanceof XiangyuError)) return 500;
  if (error.status === 404 || error.status === 401 || error.status === 403) return 404;
  return error.status < 500 ? 400 : error.status;
}

/** The body of an error. Of our own faults nothing but their being ours is told. */
export function errorBody(
  type: string,
  error: unknown,
  pids: { providerPid?: unknown; consumerPid?: unknown },
): JsonObject {
  const known = error instanceof XiangyuError;
  const named = (pid: unknown) => (typeof pid === 'string' && pid !== '' ? pid.slice(0, 2_000) : noPid);
  const hidden = statusOf(error) === 404;
  return {
    '@context': messageContext,
    '@type': type,
    ...(type === 'CatalogError' ? {} : { providerPid: named(pids.providerPid), consumerPid: named(pids.consumerPid) }),
    code: hidden ? 'DSP_NOT_FOUND' : known ? error.code : 'INTERNAL',
    reason: hidden
      ? ['There is nothing here that this caller may use.']
      : known
        ? [error.reason, error.nextStep]
        : ['This connector failed; the message was not taken. Send it again later.'],
  };
}
