import type { FastifyPluginAsync } from 'fastify';
import type { Caller } from '../../identity/identity.ts';
import type { DspContext } from '../context.ts';
import type { Kind } from '../process/kind.ts';
import type { Answer, Request } from '../receive/answer.ts';
import { handle } from '../receive/handle.ts';
import { readState } from '../receive/readState.ts';
import { receiveStep } from '../receive/receiveStep.ts';
import type { ProcessRow } from '../store/rows.ts';
import { routeOptions } from './routeOptions.ts';
import { sendAnswer, toRequest } from './toRequest.ts';

type First = (context: DspContext, p: { participant: string; request: Request; caller: Caller }) => Promise<Answer>;

/** The paths of a kind of process, of provider and consumer alike: which one this side is, the process itself tells. */
export function processRoutes<Row extends ProcessRow>(
  context: DspContext,
  { kind, first }: { kind: Kind<Row>; first: Record<string, { summary: string; receive: First }> },
): FastifyPluginAsync {
  const { errorType, path, wire } = kind;
  return async (app) => {
    for (const [last, { summary, receive }] of Object.entries(first)) {
      app.post<{ Params: { participant: string } }>(`/${path}/${last}`, routeOptions(summary), async (http, reply) => {
        const { participant } = http.params;
        const request = toRequest(http);
        const run = (caller: Caller) => receive(context, { participant, request, caller });
        return sendAnswer(http, reply, await handle(context, { participant, request, errorType, run }));
      });
    }
    app.get<{ Params: { participant: string; pid: string } }>(
      `/${path}/:pid`,
      routeOptions('The state of a process, for its parties'),
      async (http, reply) => {
        const { participant, pid } = http.params;
        const request = toRequest(http);
        const run = (caller: Caller) => readState(context, { kind, participant, pid, caller });
        return sendAnswer(http, reply, await handle(context, { participant, request, errorType, run }));
      },
    );
    const paths = new Map<string, { type: (typeof wire)[string]['type']; step: string | null }>();
    for (const [step, { type, path: last, eventType }] of Object.entries(wire)) {
      // A transfer is requested once; a path of two events learns from the message which one it is.
      if (kind.name === 'transfer' && step === 'request') continue;
      paths.set(last, { type, step: eventType ? null : step });
    }
    for (const [last, { type, step }] of paths) {
      app.post<{ Params: { participant: string; pid: string } }>(
        `/${path}/:pid/${last}`,
        routeOptions(type),
        async (http, reply) => {
          const { participant, pid } = http.params;
          const request = toRequest(http);
          const run = (caller: Caller) => receiveStep(context, { kind, participant, pid, type, step, request, caller });
          return sendAnswer(http, reply, await handle(context, { participant, request, errorType, run }));
        },
      );
    }
  };
}
