import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { readTreeGraph, type TreeGraph } from '../../engine/index.ts';
import type { Chain } from '../chain.ts';
import { explorerErrors } from '../errors.ts';
import { graphSchema, networkSchema } from '../schemas/network.ts';
import type { NetworkWatch } from '../watchNetwork.ts';

export interface NetworkRoutesParameters {
  chain: Chain;
  watch: NetworkWatch;
  signal: AbortSignal;
}

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

/** How the network is, and the end of the Tree-Graph. */
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
  };
}
