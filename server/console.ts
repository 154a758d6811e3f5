import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { serverErrors } from './errors.ts';
import { sendProblem } from './handleErrors.ts';
import { pathOf } from './problem.ts';

/** Paths of the API and of built files, where an unknown one is an error; every other path is a page of the console. */
const noPage =
  /^\/(api|epcis|evidence|rpc|feeds|docs|health|ready|metrics|openapi\.json|assets|did|\.well-known|credentials\/(status|schemas|context))(\/|$)/;
/** Pages that are not the console, each small and for itself: the product behind its code, the phone in the field. */
const smallPages: readonly [path: RegExp, file: string][] = [
  [/^\/(product\/)?(01|gtin)\//, 'product.html'],
  [/^\/field\/?$/, 'field.html'],
];
/** Built files are named by the hash of their content, so that they never change. */
const hashedFile = /[\\/]assets[\\/][^\\/]+$/;

export interface ServeConsoleParameters {
  /** Folder of the built console; the API works without it. */
  consoleDir: string | undefined;
  signal: AbortSignal;
}

/** Lets a page run WebAssembly: the reader of codes. It is a file of ours like every other script. */
function allowWebAssembly(reply: FastifyReply): void {
  const name = 'content-security-policy';
  reply.header(name, String(reply.getHeader(name) ?? '').replace(/(script-src [^;]*)/, "$1 'wasm-unsafe-eval'"));
}

/** Serves the console's files, its start page for the path of every page, and a problem for everything else. */
export async function serveConsole(app: FastifyInstance, parameters: ServeConsoleParameters): Promise<void> {
  const { consoleDir, signal } = parameters;
  async function sendPage(request: FastifyRequest, reply: FastifyReply) {
    const path = pathOf(request.url);
    const small = smallPages.find(([pattern]) => pattern.test(path))?.[1];
    const read = async (file: string) =>
      consoleDir === undefined ? null : readFile(join(consoleDir, file)).catch(() => null);
    const page = (small !== undefined && (await read(small))) || (await read('index.html'));
    if (!page) return sendProblem(serverErrors.consoleMissing(), request, reply, signal);
    if (small === 'field.html') allowWebAssembly(reply);
    // The resolver of product codes has set a status when it found an error.
    return reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page);
  }

  for (const path of ['/', '/field']) {
    app.get(path, { config: { access: 'public', rateLimit: false }, schema: { hide: true } }, sendPage);
  }
  if (consoleDir !== undefined) {
    await app.register(async (scope) => {
      // Files are public and cheap, and one page asks for many of them at once.
      scope.mounted = { access: 'public', rateLimit: false };
      await scope.register(fastifyStatic, {
        root: consoleDir,
        index: false,
        dotfiles: 'ignore',
        cacheControl: false,
        // Some files lie there compressed as well.
        preCompressed: true,
        decorateReply: false,
        suppressWarning: true,
        setHeaders: (reply, path) => {
          const lasts = hashedFile.test(path);
          reply.header('cache-control', lasts ? 'public, max-age=31536000, immutable' : 'no-cache');
        },
      });
    });
  }
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, async (request, reply) => {
    const path = pathOf(request.url);
    const { method } = request;
    if (['GET', 'HEAD'].includes(method) && !noPage.test(path)) return sendPage(request, reply);
    return sendProblem(serverErrors.routeUnknown({ method, path }), request, reply, signal);
  });
}
