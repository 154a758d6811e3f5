import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Logger } from '../host/index.ts';
import type { AddCheckpointAnswer } from './addCheckpoint.ts';
import type { Records } from './records.ts';

/** A checkpoint with a hundred of the longest signatures and a whole proof fits. */
const maxBodyBytes = 768 * 1024;

export interface WitnessServerParameters {
  addCheckpoint(body: Uint8Array): Promise<AddCheckpointAnswer>;
  records: Records;
  /** What GET / shows: who this witness is. */
  description: string;
  logger: Logger;
}

/** The body of a request; null when it is larger than allowed, and then the rest is not read. */
async function readBody(request: IncomingMessage): Promise<Uint8Array | null> {
  if (Number(request.headers['content-length'] ?? 0) > maxBodyBytes) return null;
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBodyBytes) return null;
    chunks.push(chunk);
  }
  return Uint8Array.from(Buffer.concat(chunks));
}

/** The HTTP surface of a witness: add-checkpoint, the monitors' checkpoint, health. It logs sizes and names, never a body. */
export function createWitnessServer({ addCheckpoint, records, description, logger }: WitnessServerParameters): Server {
  const send = (response: ServerResponse, status: number, body: string, headers: Record<string, string> = {}) => {
    const content = Buffer.from(body);
    response.writeHead(status, {
      'content-type': 'text/plain; charset=utf-8',
      'content-length': content.length,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      ...headers,
    });
    response.end(response.req.method === 'HEAD' ? undefined : content);
  };

  async function answerAddCheckpoint(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'POST') return send(response, 405, 'Only POST.\n', { allow: 'POST' });
    const body = await readBody(request);
    if (!body) return send(response, 413, `A request has at most ${maxBodyBytes} bytes.\n`, { connection: 'close' });
    const { status, body: answer, signed } = await addCheckpoint(body);
    if (status === 422)
      logger.warn({ ...signed, status }, 'a log’s checkpoint does not extend what this witness signed');
    else if (status === 200) logger.info({ ...signed }, 'a checkpoint is cosigned');
    else logger.debug({ ...signed, status }, 'a checkpoint is not cosigned');
    send(response, status, answer, status === 409 ? { 'content-type': 'text/x.tlog.size' } : {});
  }

  async function answerGet(path: string, response: ServerResponse): Promise<void> {
    const originHash = /^\/([0-9a-f]{64})\/checkpoint$/.exec(path)?.[1];
    const text = originHash === undefined ? null : await records.readText(originHash);
    if (text !== null) return send(response, 200, text, { 'access-control-allow-origin': '*' });
    if (path === '/health') return send(response, 200, 'ok\n');
    if (path === '/') return send(response, 200, description);
    send(response, 404, 'Nothing is here.\n');
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    if (path === '/add-checkpoint') return answerAddCheckpoint(request, response);
    if (request.method === 'GET' || request.method === 'HEAD') return answerGet(path, response);
    send(response, 404, 'Nothing is here.\n');
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (request.destroyed && !request.complete) return; // the client left before its request was whole
      logger.error({ err: error }, 'a request could not be answered');
      if (response.headersSent) response.destroy();
      else send(response, 500, 'The witness could not keep its record; nothing was signed.\n', { connection: 'close' });
    });
  });
  server.keepAliveTimeout = 75_000;
  server.headersTimeout = 10_000;
  server.requestTimeout = 30_000;
  server.maxConnections = 500;
  return server;
}
