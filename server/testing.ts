import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { createContext } from '../host/index.ts';
import { createTestDatabase } from '../store/testing.ts';
import { type RunningServer, serve } from './serve.ts';
import type { ServeOptions } from './serveOptions.ts';

/** A platform on a database of its own and the real node of the test run. */
export interface TestServer extends RunningServer {
  /** Everything that was logged so far. */
  log(): string;
  /** One request; `path` is below the address. A body that is not text is sent as JSON. */
  ask(path: string, request?: TestRequest): Promise<Response>;
  /** Makes the first operator account and gives its session cookie. */
  setUp(): Promise<string>;
  /** Closes the platform and removes what it made. */
  stop(): Promise<void>;
}

export interface TestRequest {
  method?: string;
  headers?: Record<string, string>;
  cookie?: string;
  key?: string;
  body?: unknown;
  redirect?: 'manual';
}

/** The person who sets the test platform up. */
export const testOperator = { name: 'Wang Fang', email: 'fang@example.org', password: 'nine green kiwifruits' };

/** The cookies that an answer sets, as a request sends them back. */
export function cookieOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ');
}

/** Starts a platform for tests; `changes` replace its options. */
export async function startTestServer(changes: Partial<ServeOptions> = {}): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'xiangyu-server-'));
  const consoleDir = join(folder, 'console');
  await mkdir(join(consoleDir, 'assets'), { recursive: true });
  await writeFile(join(consoleDir, 'index.html'), '<!doctype html><title>console</title>');
  await writeFile(join(consoleDir, 'assets', 'app-1a2b.js'), 'export {};');
  await writeFile(join(consoleDir, '.stamp'), 'hidden');
  const database = changes.databaseUrl === undefined ? await createTestDatabase() : null;
  const cleanUp = async () => {
    stopping.abort();
    await database?.drop();
    await rm(folder, { recursive: true, force: true });
  };
  const genesisKeyFile = join(folder, 'genesis.key');
  await writeFile(genesisKeyFile, inject('genesisKey').slice(2), { mode: 0o600 });
  let logged = '';
  const stopping = new AbortController();
  const context = createContext({
    level: 'debug',
    signal: stopping.signal,
    destination: {
      write(line: string) {
        logged += line;
      },
    },
  });
  const running = await serve(
    {
      host: '127.0.0.1',
      port: 0,
      databaseUrl: database?.url ?? '',
      espaceUrls: [inject('espaceUrl')],
      coreUrl: inject('coreUrl'),
      evmChainId: 7002,
      secretsDir: join(folder, 'keys'),
      genesisKeyFile,
      consoleDir,
      origin: 'test.example/log',
      demo: false,
      anchorIntervalMs: 250,
      ...changes,
    },
    context,
  ).catch(async (error: unknown) => {
    await cleanUp();
    throw error;
  });
  const { address } = running;
  const ask = (path: string, { method, headers = {}, cookie, key, body, ...rest }: TestRequest = {}) =>
    fetch(new URL(path, address), {
      ...rest,
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(cookie === undefined ? {} : { cookie, origin: address }),
        ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  return {
    ...running,
    log: () => logged,
    ask,
    async setUp() {
      const token = await running.alliance.createSetupToken();
      return cookieOf(await ask('/api/setup', { body: { token, ...testOperator } }));
    },
    async stop() {
      await running.close();
      await cleanUp();
    },
  };
}

/** An EPCIS document with one event about the kiwifruit box with this serial number. */
export function makeTestDocument(serial: string): Record<string, unknown> {
  return {
    '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'],
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: '2026-03-01T08:00:00Z',
    epcisBody: {
      eventList: [
        {
          type: 'ObjectEvent',
          eventTime: '2026-03-01T07:30:00Z',
          eventTimeZoneOffset: '+08:00',
          epcList: [`https://id.gs1.org/01/06901234000009/21/${serial}`],
          action: 'ADD',
          bizStep: 'commissioning',
        },
      ],
    },
  };
}
