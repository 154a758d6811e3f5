import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import {
  credentialRoutes,
  credentialWalletRoutes,
  didRoutes,
  foundingRoutes,
  nodesRoutes,
  publicCredentialRoutes,
  votesRoutes,
} from '../alliance/index.ts';
import { cooperationRoutes } from '../cooperation/index.ts';
import { developerRoutes, keyStoreRoutes } from '../developer/index.ts';
import { evidenceRoutes, tlogRoutes } from '../evidence/index.ts';
import { explorerRoutes, gatewayRoutes, networkRoutes, watchNetwork } from '../explorer/index.ts';
import type { Context, Logger } from '../host/index.ts';
import { traceRoutes } from '../trace/index.ts';
import type { GuardedRoute } from './access.ts';
import { buildServer } from './buildServer.ts';
import { closeGently } from './closeGently.ts';
import { serverErrors } from './errors.ts';
import { followStore, openLive } from './live.ts';
import { type OpenParts, openParts } from './openParts.ts';
import { readChain } from './readChain.ts';
import type { ServeOptions } from './serveOptions.ts';
import { toHeaders } from './toHeaders.ts';

/** A server that accepts requests. */
export interface RunningServer extends OpenParts {
  /** Where the console is. */
  address: string;
  /** Every route and who may call it. */
  routes: readonly GuardedRoute[];
  /** Stops accepting, finishes what runs, ends the background roles and closes the database. */
  close(): Promise<void>;
}

/** The background roles finish their step within this time. */
const backgroundMs = 3_000;

async function listen(app: FastifyInstance, { host, port }: ServeOptions): Promise<number> {
  try {
    await app.listen({ host, port });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw serverErrors.addressTaken({ host, port, reason }, { cause });
  }
  const bound = app.server.address();
  return typeof bound === 'object' && bound !== null ? bound.port : port;
}

function urlOf({ host, port }: { host: string; port: number }): string {
  const reached = ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host;
  return `http://${reached.includes(':') ? `[${reached}]` : reached}:${port}`;
}

/** After an error that nobody handled the state is unknown: the process ends, and its supervisor starts a fresh one. */
function exitOnUnhandledRejection(logger: Logger): () => void {
  const exit = (reason: unknown) => {
    logger.fatal({ err: reason }, 'an error was not handled; the process ends');
    process.exit(1);
  };
  process.on('unhandledRejection', exit);
  return () => void process.off('unhandledRejection', exit);
}

/**
 * Serves the platform: opens every room, begins the background roles and listens. The node may be away: captures are
 * kept and anchored when it is back. The database may restart: requests are answered with 503 meanwhile.
 *
 * @throws SERVER_ADDRESS_TAKEN, SERVER_CHAIN_UNKNOWN, SERVER_ROUTE_WITHOUT_ACCESS and what the rooms throw when opened
 */
export async function serve(options: ServeOptions, outer: Context): Promise<RunningServer> {
  const stopping = new AbortController();
  const signal = AbortSignal.any([outer.signal, stopping.signal]);
  const context: Context = { ...outer, signal };
  const { logger, metrics } = context;
  const baseUrl = options.publicUrl ?? urlOf(options);
  const chain = await readChain(options, signal);
  const parts = await openParts({ options, context, chain, baseUrl });
  const { store, ledger, alliance, trace, evidence, developer, cooperation, exchange } = parts;
  const live = openLive({ metrics });
  const watch = watchNetwork({
    chain,
    logger: logger.child({ room: 'explorer' }),
    signal,
    onNetwork: (network) => live.publish('network', network),
    onBlocks: (blocks) => live.publish('graph', { blocks }),
  });
  const background: Promise<unknown>[] = [watch.done];
  let closeServer: (() => Promise<void>) | undefined;
  const stop = async () => {
    await closeServer?.();
    live.close();
    stopping.abort();
    const ended = Promise.allSettled(background);
    // While the database is away a role cannot say goodbye to it; closing the store sets it free.
    await Promise.race([ended, sleep(backgroundMs, undefined, { ref: false })]);
    await store.close();
    await ended;
  };
  try {
    const app = await buildServer({
      ...parts,
      context,
      watch,
      live,
      baseUrl,
      publicUrl: options.publicUrl,
      consoleDir: options.consoleDir,
      limits: options.publicRequestsPerMinute ? { public: options.publicRequestsPerMinute } : {},
      // A new application is one more line here.
      rooms: [
        networkRoutes({ chain, watch, signal }),
        explorerRoutes({ chain, watch, ledger, signal }),
        gatewayRoutes({
          chain,
          watch,
          index: ledger.index,
          signal,
          identify: async (request) => {
            const { principal } = await alliance.authenticate({ headers: toHeaders(request) });
            const { allowed: maySend } = alliance.rights.decide({ principal, action: 'transaction:submit' });
            return principal && { id: `${principal.kind} ${principal.id}`, maySend };
          },
        }),
        async (scope) => {
          await scope.register(traceRoutes, {
            trace,
            rights: alliance.rights,
            identify: async (request) => (await alliance.authenticate({ headers: toHeaders(request) })).principal,
          });
          await scope.register(evidenceRoutes, {
            evidence,
            rights: alliance.rights,
            identify: async (request) => (await alliance.authenticate({ headers: toHeaders(request) })).principal,
          });
          await scope.register(developerRoutes, { developer, acts: alliance.acts });
          await scope.register(
            nodesRoutes({
              nodes: alliance.nodes,
              identify: async (request) => (await alliance.authenticate({ headers: toHeaders(request) })).principal,
            }),
          );
          await scope.register(cooperationRoutes, {
            cooperation,
            identify: async (request) => (await alliance.authenticate({ headers: toHeaders(request) })).principal,
          });
          await scope.register(exchange.routes);
          await scope.register(tlogRoutes, { ledger });
          await scope.register(credentialRoutes(alliance));
          await scope.register(credentialWalletRoutes(alliance));
          await scope.register(didRoutes(alliance));
          await scope.register(publicCredentialRoutes(alliance));
          await scope.register(foundingRoutes({ founding: alliance.founding }));
          await scope.register(votesRoutes, {
            votes: alliance.votes,
            identify: async (request) => (await alliance.authenticate({ headers: toHeaders(request) })).principal,
          });
          await scope.register(keyStoreRoutes, { ledger, alliance: parts.alliance });
        },
      ],
    });
    closeServer = closeGently(app);
    await followStore({ store, readLogState: ledger.readLogState, live, logger, signal });
    background.push(
      alliance.run(signal),
      ledger.run(signal),
      ledger.index.run(signal),
      developer.run(signal),
      cooperation.run(signal),
      trace.run(signal),
      exchange.run(signal),
    );
    const port = await listen(app, options);
    const address = options.publicUrl ?? urlOf({ host: options.host, port });
    logger.info({ address, evmChainId: chain.evmChainId }, 'the platform listens');
    const forget = exitOnUnhandledRejection(logger);
    let closing: Promise<void> | undefined;
    const close = () => {
      closing ??= stop().finally(forget);
      return closing;
    };
    outer.signal.addEventListener('abort', close, { once: true });
    return { ...parts, address, routes: app.guarded, close };
  } catch (error) {
    await stop();
    throw error;
  }
}
