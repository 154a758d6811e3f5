import type { FastifyInstance } from 'fastify';

/** A path of the EPCIS interface and what can be done with it. */
export interface DescribedPath {
  /** As Fastify writes it, such as /epcis/queries/:queryName. */
  path: string;
  methods: readonly ('GET' | 'POST' | 'DELETE')[];
  /** Further headers of this path, such as the limits of capture. */
  headers?: Readonly<Record<string, string>>;
}

/**
 * Answers OPTIONS of a path: 204 with `Allow` and the headers of EPCIS 2.0 section 12.6, which the hooks of the
 * interface add. Whoever asks learns nothing about single resources, so it is the same for all of them.
 */
export function describeMethods(app: FastifyInstance, { path, methods, headers = {} }: DescribedPath): void {
  app.options(path, { config: { access: 'public' }, schema: { hide: true } }, async (_, reply) =>
    reply
      .code(204)
      .headers({ Allow: ['OPTIONS', ...methods].join(', '), ...headers })
      .send(),
  );
}
