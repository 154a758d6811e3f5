import { findFreePort } from '../../host/index.ts';
import type { ServeOptions } from '../serveOptions.ts';
import { startTestServer, type TestServer } from '../testing.ts';

/**
 * A platform with a public address, at which passkeys work, and whose every request comes from a network address of its
 * own, so that one test's failures slow no other down.
 */
export async function startAccountServer(changes: Partial<ServeOptions> = {}): Promise<TestServer> {
  const port = await findFreePort();
  const server = await startTestServer({ port, publicUrl: `http://localhost:${port}`, ...changes });
  let last = 0;
  const ask: TestServer['ask'] = (path, request = {}) =>
    server.ask(path, {
      ...request,
      headers: { 'x-forwarded-for': `10.0.${++last >> 8}.${last & 255}`, ...request.headers },
    });
  return { ...server, ask };
}
