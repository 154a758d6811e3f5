import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** True when a TCP server could listen on the port right now. Port 0 is always free. */
export function isPortFree(port: number, host = '0.0.0.0'): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** Below the ports that systems give to outgoing connections (Linux from 32768, IANA from 49152). */
const first = 15_000;
const last = 32_000;
const attempts = 100;

/**
 * A TCP port that is free on every interface right now. It is none that the system may give to an outgoing connection before the
 * caller listens; another program may still take it first.
 */
export async function findFreePort(): Promise<number> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const port = randomInt(first, last);
    if (await isPortFree(port)) return port;
  }
  throw new Error(`no port from ${first} to ${last} is free`);
}
