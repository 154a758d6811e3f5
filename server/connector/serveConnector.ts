import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type FastifyBaseLogger, type FastifyReply, type FastifyRequest, fastify, LogController } from 'fastify';
import { Type } from 'typebox';
import { exchangeMigrations, openStandalone, type StandaloneExchange } from '../../exchange/index.ts';
import { type Context, findFreePort, readOrCreateSecret } from '../../host/index.ts';
import { connectStore, migrate } from '../../store/index.ts';
import { closeGently } from '../closeGently.ts';
import { closeQueries } from '../closeQueries.ts';
import { serverErrors } from '../errors.ts';
import { handleErrors, sendProblem } from '../handleErrors.ts';
import { defaultRateLimits, limitRates, type RateLimits } from '../limitRates.ts';
import { observeRequests } from '../observe.ts';
import { pathOf } from '../problem.ts';
import { guardConnector } from './guardConnector.ts';
import { readPlatform } from './readPlatform.ts';

export interface ServeConnectorParameters {
  host: string;
  /** 0 takes any free port. */
  port: number;
  /** Where other connectors reach this one; its own address without it. */
  publicUrl?: string | undefined;
  databaseUrl: string;
  /** Holds its secrets and files; of this connector alone. */
  dataDir: string;
  platformUrl: string;
  /** Slug of the member. */
  member: string;
  /** API key of the member with the scope `exchange`, to register with. */
  apiKey: string;
  /** A ConnectorCredential that the member signed itself. */
  credential?: string | undefined;
  rpcUrl?: string | undefined;
  suite?: 'aes' | 'sm' | undefined;
  anchoringLimitMs?: number | undefined;
  diskReserveBytes?: number | undefined;
  allowPrivateUrls?: boolean | undefined;
  /** Replaces limits of how often somebody may call; those of the wire stand with its routes. */
  rateLimits?: Partial<RateLimits> | undefined;
}

/** A connector that answers. */
export interface RunningConnector {
  url: string;
  /** Opens the management API; from a file of mode 0600. */
  adminKey: string;
  exchange: StandaloneExchange;
  close(): Promise<void>;
}

const bodyLimitBytes = 1024 * 1024;
const backgroundMs = 3_000;

/**
 * Serves the connector of one department on a machine of its own, over its own database.
 * @throws SERVER_PLATFORM_SILENT, SERVER_ADDRESS_TAKEN and what the rooms throw when opened
 */
export async function serveConnector(parameters: ServeConnectorParameters, outer: Context): Promise<RunningConnector> {
  const { host, databaseUrl, dataDir, platformUrl, member } = parameters;
  // Its own address is in what it signs, so that it must be known before it listens.
  const port = parameters.port || (await findFreePort());
  const stopping = new AbortController();
  const signal = AbortSignal.any([outer.signal, stopping.signal]);
  const context: Context = { ...outer, signal };
  const { logger, metrics } = context;
  const { evmChainId, name } = await readPlatform({ platformUrl, member, dataDir });
  const store = await connectStore({ url: databaseUrl, logger });
  const secret = (file: string) => readOrCreateSecret(join(dataDir, 'keys', file));
  const app = fastify({
    loggerInstance: logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    bodyLimit: bodyLimitBytes,
    requestTimeout: 60_000,
    // A proxy on this machine tells the caller's address, so that strangers do not use up the limit of partners; from elsewhere
    // anyone could claim one.
    trustProxy: parameters.publicUrl === undefined ? false : 'loopback',
    genReqId: () => randomUUID(),
    ajv: { customOptions: { removeAdditional: false } },
    routerOptions: { maxParamLength: 2_000 },
    frameworkErrors: (error, request, reply) =>
      sendProblem(error, request as FastifyRequest, reply as FastifyReply, signal),
  });
  try {
    await migrate(store, exchangeMigrations);
    const [adminKey, reviewerKey, keySecret, webhookSecret] = await Promise.all([
      secret('admin.key'),
      secret('reviewer.key'),
      secret('connector.secret'),
      secret('webhook.secret'),
    ]);
    const exchange = await openStandalone({
      store,
      context,
      slug: member,
      name,
      secret: keySecret,
      webhookSecret,
      folder: join(dataDir, 'files'),
      publicUrl: parameters.publicUrl ?? `http://${host}:${port}`,
      platformUrl,
      evmChainId,
      rpcUrl: parameters.rpcUrl,
      apiKey: parameters.apiKey,
      credential: parameters.credential,
      settings: {
        allowPrivateUrls: parameters.allowPrivateUrls ?? false,
        suite: parameters.suite ?? 'aes',
        ...(parameters.anchoringLimitMs === undefined ? {} : { anchoringLimitMs: parameters.anchoringLimitMs }),
        ...(parameters.diskReserveBytes === undefined ? {} : { diskReserveBytes: parameters.diskReserveBytes }),
      },
    });
    observeRequests(app, metrics);
    handleErrors(app, signal);
    guardConnector(app, { adminKey, reviewerKey, slug: member });
    await limitRates(app, { ...defaultRateLimits, ...parameters.rateLimits });
    closeQueries(app);
    app.get(
      '/health',
      {
        config: { access: 'public', rateLimit: false },
        schema: { response: { 200: Type.Object({ status: Type.Literal('ok') }) } },
      },
      async () => ({ status: 'ok' as const }),
    );
    app.get('/metrics', { config: { access: 'public' } }, async (_, reply) => {
      reply.type(metrics.contentType);
      return metrics.metrics();
    });
    await app.register(exchange.routes);
    app.setNotFoundHandler({ preHandler: app.rateLimit() }, (request, reply) => {
      const { method, url } = request;
      sendProblem(serverErrors.routeUnknown({ method, path: pathOf(url) }), request, reply, signal);
    });
    await app.ready();
    const closeServer = closeGently(app);
    await app.listen({ host, port }).catch((cause: unknown) => {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw serverErrors.addressTaken({ host, port, reason }, { cause });
    });
    const background = [exchange.run(signal)];
    const url = `http://${host}:${port}`;
    logger.info({ url, member }, 'the connector answers');
    let closing: Promise<void> | undefined;
    const stop = async () => {
      await closeServer();
      stopping.abort();
      const ended = Promise.allSettled(background);
      await Promise.race([ended, sleep(backgroundMs, undefined, { ref: false })]);
      await store.close();
      await ended;
    };
    return {
      url,
      adminKey,
      exchange,
      close() {
        closing ??= stop();
        return closing;
      },
    };
  } catch (error) {
    stopping.abort();
    await app.close().catch(() => undefined);
    await store.close();
    throw error;
  }
}
