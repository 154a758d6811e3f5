import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { readTreeGraph, type TreeGraph } from '../../engine/index.ts';
import type { Chain } from '../chain.ts';
import { explorerErrors } from '../errors.ts';
import { maxRelayedCalls, relayCalls, relayedMethods } from '../relayCalls.ts';
import { graphSchema, networkSchema } from '../schemas/network.ts';
import type { NetworkWatch } from '../watchNetwork.ts';

export interface NetworkRoutesParameters {
  chain: Chain;
  watch: NetworkWatch;
  signal: AbortSignal;
}

/** Pages of other sites may ask too: that is how a visitor checks one platform's proofs against another's node. */
const anyOrigin = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' } as const;

/** Visitors who ask within this time share one answer, so that they cannot load the node. */
const sharedMs = 500;

function shareGraph(chain: Chain, signal: AbortSignal): (epochs: number) => Promise<TreeGraph> {
  const shared = new Map<number, { atMs: number; graph: Promise<TreeGraph> }>();
  return (epochs) => {
    if (!chain.coreUrl) throw explorerErrors.graphUnavailable();
    const now = performance.now();
    const known = shared.get(epochs);
    if (known && now - known.atMs < sharedMs) return known.graph;
    const graph = readTreeGraph(chain.coreUrl, { epochs, signal });
    shared.set(epochs, { atMs: now, graph });
    return graph;
  };
}

/** The room's HTTP surface: how the network is, the Tree-Graph, and reading calls to the node. */
export function networkRoutes({ chain, watch, signal }: NetworkRoutesParameters): FastifyPluginAsyncTypebox {
  const readGraph = shareGraph(chain, signal);
  return async (app) => {
    app.get(
      '/api/network',
      {
        config: { access: 'public' },
        schema: {
          summary: 'How the node and the network are',
          tags: ['Network'],
          response: { 200: networkSchema },
        },
      },
      async () => {
        const network = watch.current();
        if (!network) throw explorerErrors.starting();
        return network;
      },
    );

    app.get(
      '/api/network/graph',
      {
        config: { access: 'public' },
        schema: {
          summary: 'The end of the Tree-Graph, with every block on and off the pivot chain',
          tags: ['Network'],
          querystring: Type.Object({
            epochs: Type.Integer({
              minimum: 1,
              maximum: 100,
              default: 24,
              description: 'How many of the latest epochs',
            }),
          }),
          response: { 200: graphSchema },
        },
      },
      ({ query }) => readGraph(query.epochs),
    );

    app.options(
      '/rpc/espace',
      {
        config: { access: 'public' },
        schema: { summary: 'What pages of other sites may send', tags: ['Network'] },
      },
      async (_request, reply) =>
        reply
          .headers({
            ...anyOrigin,
            'access-control-allow-methods': 'POST',
            'access-control-allow-headers': 'content-type',
            'access-control-max-age': '86400',
          })
          .code(204)
          .send(),
    );

    app.post(
      '/rpc/espace',
      {
        config: { access: 'public' },
        onRequest: async (_request, reply) => {
          reply.headers(anyOrigin);
        },
        bodyLimit: 64 * 1024,
        schema: {
          summary: 'Reading JSON-RPC calls to the eSpace node',
          description: `One call or a batch of up to ${maxRelayedCalls}. Methods: ${[...relayedMethods].join(', ')}.`,
          tags: ['Network'],
          body: Type.Unknown({ description: 'A JSON-RPC 2.0 call, or an array of them' }),
        },
      },
      async ({ body }) => relayCalls(watch.espaceUrl(), body, { signal, timeoutMs: 10_000 }),
    );
  };
}
