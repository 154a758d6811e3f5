import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { ChainIndex } from '../../ledger/index.ts';
import type { Chain } from '../chain.ts';
import { explorerErrors } from '../errors.ts';
import type { NetworkWatch } from '../watchNetwork.ts';
import { createAllowance } from './allowance.ts';
import { boundLogs, mostLogs } from './boundLogs.ts';
import { type GatewaySpace, gatewayMethods } from './methods.ts';
import { refuse } from './readCalls.ts';
import { relayCalls } from './relayCalls.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The gateway counts calls, not requests, and answers in JSON-RPC. */
    rateLimit?: unknown;
  }
}

/** Who calls, as far as the gateway cares. */
export interface GatewayCaller {
  id: string;
  /** May send transactions that are signed elsewhere. */
  maySend: boolean;
}

/** Calls a minute and calls in a batch. */
export interface GatewayLimits {
  anonymous: { perMinute: number; batch: number };
  key: { perMinute: number; batch: number };
}

export interface GatewayParameters {
  chain: Chain;
  watch: Pick<NetworkWatch, 'espaceUrl'>;
  index: ChainIndex;
  /** Finds out whose key a request carries; null without one. @throws when the key is wrong */
  identify: (request: FastifyRequest) => Promise<GatewayCaller | null>;
  limits?: GatewayLimits;
  signal: AbortSignal;
}

/** Enough for any page that a person looks at; programs take a key. */
const defaultLimits: GatewayLimits = {
  anonymous: { perMinute: 1_200, batch: 20 },
  key: { perMinute: 30_000, batch: 100 },
};

/** Pages of other sites may ask too: that is how a visitor checks one platform's proofs against another's node. */
const anyOrigin = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' } as const;

/** The request costs more than is left. */
class AllowanceSpent extends Error {
  readonly seconds: number;
  constructor(seconds: number) {
    super('The allowance is spent.');
    this.seconds = seconds;
  }
}

/** The JSON-RPC gateway: both spaces under one address, with keys, an allow-list and bounds. */
export function gatewayRoutes(parameters: GatewayParameters): FastifyPluginAsyncTypebox {
  const { chain, watch, index, identify, limits = defaultLimits, signal } = parameters;
  const allowance = createAllowance();
  const urlOf = (space: GatewaySpace) => {
    if (space === 'espace') return watch.espaceUrl();
    if (!chain.coreUrl) throw explorerErrors.coreUnavailable();
    return chain.coreUrl;
  };

  async function answer(space: GatewaySpace, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const url = urlOf(space);
    const caller = request.headers.authorization === undefined ? null : await identify(request);
    if (request.headers.authorization !== undefined && !caller) {
      reply.code(401);
      return refuse(null, -32001, 'This API key is not known or was revoked. Leave it out to call without one.');
    }
    const { perMinute, batch } = caller ? limits.key : limits.anonymous;
    let body: unknown;
    try {
      body = JSON.parse(String(request.body));
    } catch {
      return refuse(null, -32700, 'The body is not JSON.');
    }
    const charge = (cost: number) => {
      const seconds = allowance.take(caller ? `key ${caller.id}` : `address ${request.ip}`, cost, perMinute);
      if (seconds !== null) throw new AllowanceSpent(seconds);
    };
    const check = async (call: Parameters<typeof boundLogs>[2]) =>
      call.method.endsWith('_getLogs') ? boundLogs(index, space, call) : null;
    try {
      const relay = { url, space, maySend: caller?.maySend ?? false, mostCalls: batch, check, charge };
      const answers = await relayCalls(relay, body, { signal, timeoutMs: 15_000 });
      return answers ?? reply.code(204).send();
    } catch (error) {
      if (!(error instanceof AllowanceSpent)) throw error;
      reply.code(429).header('retry-after', String(error.seconds));
      const more = caller ? '' : ' An API key has a larger allowance.';
      const said = `More than ${perMinute} calls a minute. Go on in ${error.seconds} seconds.${more}`;
      const id = (Array.isArray(body) ? null : (body as { id?: unknown } | null)?.id) ?? null;
      return refuse(typeof id === 'string' || typeof id === 'number' ? id : null, -32005, said);
    }
  }

  return async (app) => {
    // Faults in the body are answered in JSON-RPC too, so the body is parsed here.
    app.removeContentTypeParser(['application/json', 'text/plain']);
    app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
    for (const space of ['espace', 'core'] as const) {
      const { reading, sending } = gatewayMethods[space];
      const name = space === 'espace' ? 'eSpace' : 'Core Space';
      app.options(
        `/rpc/${space}`,
        { config: { access: 'public' }, schema: { summary: 'What pages of other sites may send', tags: ['Network'] } },
        async (_request, reply) =>
          reply
            .headers({
              ...anyOrigin,
              'access-control-allow-methods': 'POST',
              'access-control-allow-headers': 'content-type, authorization',
              'access-control-max-age': '86400',
            })
            .code(204)
            .send(),
      );
      app.post(
        `/rpc/${space}`,
        {
          config: { access: 'public', rateLimit: false },
          bodyLimit: 512 * 1024,
          onRequest: async (_request, reply) => {
            reply.headers(anyOrigin);
          },
          schema: {
            summary: `JSON-RPC calls to the ${name} node`,
            description:
              `One call or a batch: of ${limits.anonymous.batch}, or of ${limits.key.batch} with an API key. ` +
              `Reading: ${[...reading].join(', ')}. With a key also: ${[...sending].join(', ')}. ` +
              `A search for more than ${mostLogs} logs is refused with the range to ask instead.`,
            tags: ['Network'],
            body: Type.Unknown({ description: 'A JSON-RPC 2.0 call, or an array of them' }),
          },
        },
        async (request, reply) => answer(space, request, reply),
      );
    }
  };
}
