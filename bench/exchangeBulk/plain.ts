import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { openOutgoing } from '../../host/index.ts';
import { serveParent } from './serveParent.ts';

/** One side of the comparison. */
type Command = { do: 'serve'; file: string } | { do: 'fetch'; url: string; file: string };

/** The same bytes without any of it: an HTTP server of Node and a file. */
async function servePlain(path: string): Promise<string> {
  const { size } = await stat(path);
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-length': size });
    createReadStream(path, { highWaterMark: 1024 * 1024 }).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`;
}

async function fetchPlain(url: string, file: string): Promise<number> {
  const startedAt = performance.now();
  const answer = await openOutgoing({ method: 'GET', url, timeoutMs: 600_000, allowPrivate: true });
  const handle = await open(file, 'w');
  for await (const part of answer.body as AsyncIterable<Buffer>) await handle.write(part);
  await handle.sync();
  await handle.close();
  return performance.now() - startedAt;
}

serveParent((command: Command) =>
  command.do === 'serve' ? servePlain(command.file) : fetchPlain(command.url, command.file),
);
