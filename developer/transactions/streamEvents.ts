import type { ServerResponse } from 'node:http';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Store } from '../../store/index.ts';
import { developerErrors } from '../errors.ts';
import { readMember } from '../readMember.ts';
import type { EventSource } from '../webhooks/fanOutEvents.ts';

export interface StreamRoutesParameters {
  store: Store;
  source: EventSource;
  signal: AbortSignal;
}

const most = 200;
const batchSize = 500;
const heartbeatMs = 15_000;
/** What a reader does not take in is not read from the database either. */
const mostBufferedBytes = 256 * 1024;

/** One reader's stream: its own place among the events of its member. */
async function follow(response: ServerResponse, source: EventSource, tenant: string, from: string | null) {
  let after = from;
  let running = false;
  let again = false;
  return async function push(): Promise<void> {
    again = true;
    if (running) return;
    running = true;
    try {
      while (again && !response.destroyed && response.writableLength < mostBufferedBytes) {
        again = false;
        const events = await source.read({ after, limit: batchSize, tenant });
        for (const { id, transactionId, state, at } of events) {
          response.write(`id: ${id}\nevent: transaction\ndata: ${JSON.stringify({ transactionId, state, at })}\n\n`);
        }
        after = events.at(-1)?.cursor ?? after;
        if (events.length === batchSize) again = true;
      }
    } catch {
      // The database is away: the next announcement or heartbeat tries again from the same place.
    } finally {
      running = false;
    }
  };
}

/** The changes of the own transactions as server-sent events; a reader that comes back continues where it was. */
export function streamRoutes({ store, source, signal }: StreamRoutesParameters): FastifyPluginAsyncTypebox {
  return async (app) => {
    const readers = new Map<ServerResponse, () => Promise<void>>();
    const pushAll = () => {
      for (const push of readers.values()) void push();
    };
    const stopListening = await store.listen(source.channel, pushAll, pushAll);
    const heartbeat = setInterval(() => {
      for (const response of readers.keys()) response.write(': alive\n\n');
      pushAll();
    }, heartbeatMs);
    const close = () => {
      clearInterval(heartbeat);
      for (const response of readers.keys()) response.end();
      readers.clear();
    };
    signal.addEventListener('abort', close, { once: true });
    app.addHook('preClose', async () => {
      close();
      // Not awaited: while the database is away it would not end, and closing the store frees it.
      void stopListening().catch(() => undefined);
    });

    app.get(
      '/transactions/events',
      {
        config: { access: 'transaction:read' },
        exposeHeadRoute: false,
        schema: {
          summary: 'The changes of the own transactions, as server-sent events',
          description:
            'Events `transaction` {transactionId, state, at}. From now on, or after the event whose id is in Last-Event-ID or `after`: none is left out.',
          tags: ['Transactions'],
          produces: ['text/event-stream'],
          querystring: Type.Object({ after: Type.Optional(Type.String({ pattern: '^[0-9]{1,20}\\.[0-9]{1,19}$' })) }),
        },
      },
      async (request, reply) => {
        if (readers.size >= most) throw developerErrors.streamFull({ most });
        const tenant = readMember(request);
        const last = request.headers['last-event-id'];
        const given = typeof last === 'string' && /^\d{1,20}\.\d{1,19}$/.test(last) ? last : request.query.after;
        const push = await follow(reply.raw, source, tenant, given ?? (await source.readEnd()));
        for (const [name, value] of Object.entries(reply.getHeaders())) if (value) reply.raw.setHeader(name, value);
        reply.raw.writeHead(200, {
          'content-type': 'text/event-stream; charset=utf-8',
          'cache-control': 'no-store',
          connection: 'close',
          'x-accel-buffering': 'no',
        });
        reply.raw.write('retry: 2000\n\n');
        readers.set(reply.raw, push);
        reply.raw.once('close', () => readers.delete(reply.raw));
        reply.raw.on('drain', () => void push());
        reply.hijack();
        void push();
      },
    );
  };
}
