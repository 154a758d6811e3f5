import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { XiangyuError } from '../../errors.ts';
import { applicationIdentifiers } from '../../proof/index.ts';
import { readWeights } from './chooseLinks.ts';
import type { Resolver } from './openResolver.ts';

export interface ResolverRoutesOptions {
  resolver: Resolver;
}

const allow = 'GET, HEAD, OPTIONS';
const cors = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': allow,
  'access-control-allow-headers': 'Accept, Accept-Language',
  'access-control-expose-headers': 'Link, Location',
};
const linksetContext =
  '<https://ref.gs1.org/standards/resolver/linkset-context>; rel="http://www.w3.org/ns/json-ld#context"; type="application/ld+json"';
/** Names of keys that the first edition of the standard had and codes in the field still use. */
const shortNames = [
  'gtin',
  'sscc',
  'gln',
  'party',
  'gdti',
  'grai',
  'giai',
  'gsrn',
  'gsrnp',
  'itip',
  'cpid',
  'gmn',
  'gcn',
  'ginc',
  'gsin',
  'payTo',
];

/** A browser of a person says so by asking for HTML first. */
const isBrowser = ({ headers }: FastifyRequest) => readWeights(headers.accept).slice(0, 2).includes('text/html');

/** Links and keys that the resolver answers for: a trade item's or lot's own page is shown instead of a redirect to it. */
const pagePath = /^\/(01|gtin)\//;

async function answer(request: FastifyRequest, reply: FastifyReply, { resolver }: ResolverRoutesOptions) {
  const { root } = resolver;
  const { accept, 'accept-language': acceptLanguage } = request.headers;
  reply.headers({ ...cors, vary: 'Accept, Accept-Language' });
  const resolution = await resolver.resolve({ url: request.url, accept, acceptLanguage });
  const links = [
    `<${root}${resolution.path}?linkType=linkset>; rel="linkset"; type="application/linkset+json"`,
    `<${resolution.canonical}>; rel="http://www.w3.org/2002/07/owl#sameAs"`,
  ];
  if (resolution.kind === 'redirect') {
    reply.header('link', links.join(', '));
    const { link, location } = resolution;
    const own = link.mediaType === 'text/html' && link.href.startsWith('/product/');
    if (own && isBrowser(request) && pagePath.test(request.url)) return reply.callNotFound();
    return reply.code(307).header('location', location).header('cache-control', 'no-cache').send();
  }
  const types = readWeights(accept);
  const known = ['application/linkset+json', 'application/json', 'application/ld+json'];
  const type = types.find((name) => known.includes(name)) ?? 'application/linkset+json';
  return reply
    .code(resolution.kind === 'choices' ? 300 : 200)
    .header('link', [...links, linksetContext].join(', '))
    .header('cache-control', 'no-cache')
    .type(type)
    .serializer((payload: unknown) => String(payload))
    .send(JSON.stringify(resolution.linkset));
}

/** A person's browser is told on the product's page; the status says that it is an error all the same. */
async function answerOrExplain(request: FastifyRequest, reply: FastifyReply, options: ResolverRoutesOptions) {
  try {
    return await answer(request, reply, options);
  } catch (error) {
    const known = error instanceof XiangyuError && error.code.startsWith('RESOLVER_');
    if (!known || !isBrowser(request) || !pagePath.test(request.url)) throw error;
    return reply.code(error.status).callNotFound();
  }
}

/** The GS1-conformant resolver: Digital Links of every key, compressed ones, and its description. */
export const resolverRoutes: FastifyPluginAsync<ResolverRoutesOptions> = async (app, options) => {
  const config = { access: 'public' } as const;
  const keys = [...applicationIdentifiers().values()].flatMap(({ ai, qualifiers }) =>
    qualifiers === null ? [] : [ai],
  );
  // The paths stand in the standard, not in the description of our API.
  const schema = { hide: true };
  for (const key of [...keys, ...shortNames]) {
    app.get(`/${key}/*`, { config, schema }, (request, reply) => answerOrExplain(request, reply, options));
    app.options(`/${key}/*`, { config, schema }, async (_, reply) =>
      reply
        .code(204)
        .headers({ ...cors, allow })
        .send(),
    );
  }
  // Compressed links have one segment, as pages of the console have: what does not decompress is none.
  app.get('/:compressed(^[-\\w]{10,}$)', { config, schema }, async (request, reply) => {
    try {
      return await answer(request, reply, options);
    } catch (error) {
      if (!(error instanceof XiangyuError) || error.code !== 'RESOLVER_INVALID_LINK') throw error;
      return reply.callNotFound();
    }
  });
  app.get('/.well-known/gs1resolver', { config, schema }, async (_, reply) =>
    reply
      .headers(cors)
      .type('application/json')
      .send({
        name: 'Xiangyu 湘渝',
        resolverRoot: options.resolver.root,
        supportedPrimaryKeys: ['all'],
        supportedLinkType: [
          { namespace: 'https://ref.gs1.org/voc/', prefix: 'gs1:' },
          { namespace: 'http://www.iana.org/assignments/relation/', prefix: 'iana:' },
        ],
        linkTypeDefaultCanBeLinkset: false,
        supportedContextValuesEnumerated: [],
      }),
  );
};
