import { XiangyuError } from '../../../errors.ts';
import type { JsonObject } from '../../house.ts';
import type { Caller } from '../../identity/identity.ts';
import type { DspContext } from '../context.ts';
import { type Answer, errorBody, type Request, statusOf } from './answer.ts';
import { authenticate, recordRefusal } from './authenticate.ts';

/** What a request to a participant needs to be answered whatever happens. */
export interface HandleParameters {
  participant: string;
  request: Request;
  /** Type of the body of an error. */
  errorType: string;
  run(caller: Caller): Promise<Answer>;
}

/** The pids that a body names, as far as it can be read at all. */
function readPids(body: string): JsonObject {
  try {
    const { providerPid = null, consumerPid = null } = JSON.parse(body) as JsonObject;
    return { providerPid, consumerPid };
  } catch {
    return {};
  }
}

/** Lets nobody in who did not prove who it is, and turns every error into the protocol's own. */
export async function handle(context: DspContext, parameters: HandleParameters): Promise<Answer> {
  const { participant, request, errorType, run } = parameters;
  let caller: Caller | null = null;
  try {
    caller = await authenticate(context, participant, request);
    return await run(caller);
  } catch (error) {
    const status = statusOf(error);
    if (status === 500) context.house.context.logger.error({ err: error, path: request.path }, 'a message failed');
    else if (caller) {
      const { method, path, body } = request;
      const code = error instanceof XiangyuError ? error.code : '';
      const reason = error instanceof XiangyuError ? error.reason.slice(0, 2_000) : '';
      // A zero character cannot be kept.
      const kept = body !== '' && !body.includes('\u0000');
      await recordRefusal(context, {
        participant,
        counterparty: caller.did,
        detail: { method, path: path.slice(0, 500), status, code, reason },
        ...(kept ? { documents: { body, token: caller.token } } : {}),
      });
    }
    return { status, body: JSON.stringify(errorBody(errorType, error, readPids(request.body))) };
  }
}
