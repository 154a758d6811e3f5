import type { ServerResponse } from 'node:http';
import { Gauge, type Registry } from 'prom-client';
import type { AllianceNews } from '../alliance/index.ts';
import type { TreeGraphBlock } from '../engine/index.ts';
import type { Network } from '../explorer/index.ts';
import type { Logger } from '../host/index.ts';
import type { IndexNews, LogState } from '../ledger/index.ts';
import type { Store } from '../store/index.ts';
import { serverErrors } from './errors.ts';

/** The events of `GET /api/live` and what each carries. */
interface LiveEvents {
  network: Network;
  graph: { blocks: TreeGraphBlock[] };
  log: LogState;
  captured: { events: number; total: number };
  index: IndexNews;
  alliance: AllianceNews;
  /** Recalls changed; not which, because everybody may watch. */
  recall: { at: string };
}

/** Sends what happens to every page that watches. */
export interface Live {
  publish<Name extends keyof LiveEvents>(event: Name, data: LiveEvents[Name]): void;
  /** Begins a stream on an answer whose headers are not sent yet; throws SERVER_LIVE_FULL before it writes. */
  attach(response: ServerResponse): void;
  /** Ends every stream. */
  close(): void;
}

export interface OpenLiveParameters {
  metrics: Registry;
  maxClients?: number;
  heartbeatMs?: number;
}

/** A page that reads so slowly is cut off; it comes back by itself and gets the newest state. */
const maxBufferedBytes = 1024 * 1024;
/** Epochs of the Tree-Graph that a new page gets at once. */
const rememberedEpochs = 24;

const frame = (event: string, data: unknown) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

/** Opens the hub of the live stream. */
export function openLive({ metrics, maxClients = 500, heartbeatMs = 15_000 }: OpenLiveParameters): Live {
  const clients = new Set<ServerResponse>();
  const newest = new Map<string, string>();
  const blocks = new Map<string, TreeGraphBlock>();
  new Gauge({
    name: 'xiangyu_live_clients',
    help: 'Pages that watch the live stream',
    registers: [metrics],
    collect() {
      this.set(clients.size);
    },
  });

  function write(client: ServerResponse, text: string): void {
    if (client.writableLength > maxBufferedBytes) client.destroy();
    else client.write(text);
  }
  function remember(changed: readonly TreeGraphBlock[]): void {
    for (const block of changed) blocks.set(block.hash, block);
    const best = Math.max(...[...blocks.values()].map(({ epoch }) => epoch));
    for (const { hash, epoch } of blocks.values()) if (epoch <= best - rememberedEpochs) blocks.delete(hash);
  }

  const heartbeat = setInterval(() => {
    for (const client of clients) write(client, ': alive\n\n');
  }, heartbeatMs);
  heartbeat.unref();

  return {
    publish(event, data) {
      const text = frame(event, data);
      if (event === 'graph') remember((data as LiveEvents['graph']).blocks);
      // What changed is told to those who watch; who comes later reads how things stand.
      else if (event !== 'alliance' && event !== 'recall') newest.set(event, text);
      for (const client of clients) write(client, text);
    },
    attach(response) {
      if (clients.size >= maxClients) throw serverErrors.liveFull({ most: maxClients });
      clients.add(response);
      response.once('close', () => clients.delete(response));
      response.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        // The end of the stream ends the connection, so that none is left open when the platform stops.
        connection: 'close',
        // Proxies must not collect the stream.
        'x-accel-buffering': 'no',
      });
      const graph = blocks.size > 0 ? frame('graph', { blocks: [...blocks.values()] }) : '';
      response.write(`retry: 2000\n\n${[...newest.values()].join('')}${graph}`);
    },
    close() {
      clearInterval(heartbeat);
      for (const client of clients) client.end();
      clients.clear();
    },
  };
}

export interface FollowStoreParameters {
  store: Store;
  readLogState: () => Promise<LogState>;
  live: Live;
  logger: Logger;
  signal: AbortSignal;
  /** Least time between two `log` events. */
  pauseMs?: number;
}

/**
 * Publishes what other parts announce in the database's channel `live`: captures as they are, and the state of the log,
 * read anew at most once a pause, however often it is announced.
 */
export async function followStore(parameters: FollowStoreParameters): Promise<void> {
  const { store, readLogState, live, logger, signal, pauseMs = 500 } = parameters;
  let timer: NodeJS.Timeout | null = null;
  const tellLog = () => {
    timer ??= setTimeout(() => {
      timer = null;
      readLogState().then(
        (state) => live.publish('log', state),
        (error: unknown) => {
          if (!signal.aborted) logger.debug({ err: error }, 'the state of the log could not be read');
        },
      );
    }, pauseMs);
  };
  const stop = await store.listen(
    'live',
    (payload) => {
      const news = JSON.parse(payload) as { type?: string; events?: number; total?: number };
      if (news.type === 'index') {
        const { type: _, ...told } = news as unknown as IndexNews & { type: string };
        live.publish('index', told);
        return;
      }
      if (news.type === 'alliance') {
        const { type: _, ...told } = news as unknown as AllianceNews & { type: string };
        live.publish('alliance', told);
        return;
      }
      if (news.type === 'recall') {
        live.publish('recall', { at: (news as { at?: string }).at ?? '' });
        return;
      }
      if (news.type === 'captured') live.publish('captured', { events: news.events ?? 0, total: news.total ?? 0 });
      tellLog();
    },
    tellLog,
  );
  tellLog();
  signal.addEventListener('abort', () => {
    if (timer) clearTimeout(timer);
    void stop().catch(() => undefined);
  });
}
