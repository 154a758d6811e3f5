import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../console/dist/', import.meta.url));
const types: Record<string, string> = {
  js: 'text/javascript',
  css: 'text/css',
  html: 'text/html',
  svg: 'image/svg+xml',
};

/** A block as `GET /api/live` sends it. */
export interface FeedBlock {
  hash: string;
  parentHash: string;
  refereeHashes: string[];
  epoch: number;
  height: number;
  pivot: boolean;
  timestamp: number;
  transactionCount: number;
  miner: string;
  difficulty: string;
  adaptive: boolean;
}

/** The built console, in front of a live stream that the test writes by itself: faster than any node makes blocks. */
export interface Feed {
  url: string;
  /** Pages that listen now. */
  listeners(): number;
  send(blocks: FeedBlock[]): void;
  close(): Promise<void>;
}

/** Starts serving. */
export async function serveFeed(): Promise<Feed> {
  const streams = new Set<ServerResponse>();
  const answers: Record<string, unknown> = {
    '/api/session': { principal: null, permissions: [], setupNeeded: false },
    '/api/network/graph': { blocks: [], bestEpoch: 0 },
  };
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://feed').pathname;
    if (path === '/api/live') {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
      streams.add(response);
      response.on('close', () => streams.delete(response));
      return;
    }
    if (path.startsWith('/api/')) {
      const answer = answers[path];
      response.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer ?? { status: 404 }));
      return;
    }
    const file = path.startsWith('/assets/') ? path.slice(1) : 'index.html';
    response.writeHead(200, { 'content-type': types[file.split('.').at(-1) ?? ''] ?? 'text/plain' });
    response.end(await readFile(`${dist}${file}`));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    listeners: () => streams.size,
    send(blocks) {
      for (const stream of streams) stream.write(`event: graph\ndata: ${JSON.stringify({ blocks })}\n\n`);
    },
    close() {
      for (const stream of streams) stream.end();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** Endless made-up Tree-Graph: `next(epochs)` gives the blocks of the next epochs, with up to three beside the pivot. */
export function inventGraph(): (epochs: number) => FeedBlock[] {
  let height = 1_000;
  let before = hashOf('start');
  let tips: string[] = [];
  let seed = 7;
  const random = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  return (epochs) => {
    const blocks: FeedBlock[] = [];
    for (let count = 0; count < epochs; count++) {
      height += 1;
      const others: FeedBlock[] = [];
      for (let at = 0; at < Math.floor(random() ** 2 * 4); at++) {
        const chained = at > 0 && random() < 0.4 ? others.at(-1) : undefined;
        others.push(makeBlock(`${height} ${at}`, chained?.hash ?? before, [], height, false, random()));
      }
      tips = others.filter(({ hash }) => !others.some(({ parentHash }) => parentHash === hash)).map(({ hash }) => hash);
      const pivot = makeBlock(`${height}`, before, tips, height, true, random());
      blocks.push(...others, pivot);
      before = pivot.hash;
    }
    return blocks;
  };
}

function makeBlock(
  name: string,
  parentHash: string,
  refereeHashes: string[],
  height: number,
  pivot: boolean,
  share: number,
): FeedBlock {
  return {
    hash: hashOf(name),
    parentHash,
    refereeHashes,
    height,
    epoch: height,
    pivot,
    timestamp: Math.floor(Date.now() / 1000),
    transactionCount: Math.floor(share * 40),
    miner: 'net7001:aat000',
    difficulty: '1000',
    adaptive: false,
  };
}

function hashOf(name: string): string {
  return `0x${Buffer.from(name).toString('hex').padStart(64, '0')}`;
}
