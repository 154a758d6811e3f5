import { randomUUID } from 'node:crypto';
import { fastify } from 'fastify';
import type { JsonObject } from '../../house.ts';
import type { Identity } from '../../identity/identity.ts';
import { messageContext } from '../messages/context.ts';
import { deliberateHeader } from './watchWire.ts';

/** An answer as a test looks at it. */
export interface WalkerAnswer {
  status: number;
  body: JsonObject;
  headers: Headers;
}

/** A message that came to the walker, and where. */
export interface Arrived {
  path: string;
  message: JsonObject;
  /** What it was answered with. */
  answer: JsonObject;
}

/** Another connector in the hands of a test: it sends what it is told, and answers as it is told. */
export interface Walker {
  /** Base of its endpoints. */
  url: string;
  arrived: Arrived[];
  /** What a message is answered with instead of an acknowledgement; null acknowledges. */
  answer: (
    arrived: Omit<Arrived, 'answer'>,
  ) => Promise<{ status: number; body?: JsonObject } | null> | { status: number } | null;
  /** The state that `GET` tells. */
  state: string;
  /** Names the connector that it talks to, and as whom it does. */
  meet(p: {
    identity: Pick<Identity, 'makeToken' | 'ensure'>;
    slug: string;
    other: { slug: string; url: string };
  }): void;
  /** Sends a message as it is; `as` is another sender, null none. */
  send(path: string, message: JsonObject | string | null, as?: string | null): Promise<WalkerAnswer>;
  close(): Promise<void>;
}

const typeOf = (path: string) => (path.includes('/transfers/') ? 'TransferProcess' : 'ContractNegotiation');

/** The acknowledgement of a message that begins a process or moves it on. */
function acknowledge({ path, message }: Omit<Arrived, 'answer'>): { status: number; body: JsonObject } {
  const pids = {
    providerPid: message.providerPid ?? `urn:uuid:${randomUUID()}`,
    consumerPid: message.consumerPid ?? `urn:uuid:${randomUUID()}`,
  };
  const first = /\/(negotiations|transfers)\/(request|offers)$/.test(path);
  const state = path.endsWith('/offers') ? 'OFFERED' : 'REQUESTED';
  return { status: first ? 201 : 200, body: { '@context': messageContext, '@type': typeOf(path), ...pids, state } };
}

/** Opens a walker that acknowledges everything. */
export async function openWalker(): Promise<Walker> {
  // A connection that was opened and cut before it asked for anything would keep a gentle close waiting.
  const app = fastify({ forceCloseConnections: true, routerOptions: { maxParamLength: 2_000 } });
  let met: Parameters<Walker['meet']>[0] | null = null;
  const walker: Walker = {
    url: '',
    arrived: [],
    answer: () => null,
    state: 'REQUESTED',
    meet: (p) => {
      met = p;
    },
    async send(path, message, as = met?.slug ?? null) {
      if (!met) throw new Error('The walker has met nobody.');
      const { identity, other } = met;
      const method = message === null ? 'GET' : 'POST';
      const body = message === null ? '' : typeof message === 'string' ? message : JSON.stringify(message);
      const url = new URL(`${other.url}/dsp/${other.slug}/2025-1${path}`);
      const { did: audience } = await identity.ensure(other.slug);
      const target = { audience, method, path: url.pathname + url.search, body };
      const headers: Record<string, string> = { [deliberateHeader]: 'maybe' };
      if (as !== null) headers.authorization = `Bearer ${await identity.makeToken({ slug: as, ...target })}`;
      if (message !== null) headers['content-type'] = 'application/json';
      const answer = await fetch(url, { method, headers, ...(message === null ? {} : { body }) });
      return { status: answer.status, body: (await answer.json()) as JsonObject, headers: answer.headers };
    },
    close: () => app.close(),
  };
  app.get('/*', async (request, reply) => {
    if (request.url.endsWith('/dspace-version')) return reply.code(404).send({});
    const { body } = acknowledge({ path: request.url, message: {} });
    return { ...body, state: walker.state };
  });
  app.post('/*', async (request, reply) => {
    const arrived = { path: request.url, message: request.body as JsonObject };
    const special = await walker.answer(arrived);
    const { status, body } = { body: {}, ...(special ?? acknowledge(arrived)) };
    walker.arrived.push({ ...arrived, answer: body });
    return reply.code(status).send(body);
  });
  walker.url = await app.listen({ host: '127.0.0.1', port: 0 });
  return walker;
}
