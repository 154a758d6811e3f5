import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Principal } from '../../alliance/index.ts';
import { findLinkProblems, inBoth } from '../../proof/index.ts';
import { traceErrors } from '../errors.ts';
import { resolverErrors } from './errors.ts';
import type { Resolver } from './openResolver.ts';
import { LinkBody, LinksBody, StoredLinkBody } from './schemas.ts';

const tags = ['Traceability'];

function memberOf(principal: Principal | null): string {
  if (!principal) throw traceErrors.notAMember({});
  return principal.member;
}

/** A target on this platform is for the platform's own parts to set. */
function refuseOwnPaths(href: string): void {
  if (!/^https?:/i.test(href)) {
    const problem = { en: 'it is not an http(s) address', zh: '不是 http(s) 地址' };
    throw resolverErrors.wrongTarget(...inBoth({ href: JSON.stringify(href.slice(0, 200)), problem }));
  }
}

/** The links that members keep in the resolver. */
export const linkRoutes: FastifyPluginAsyncTypebox<{ resolver: Resolver }> = async (app, { resolver }) => {
  app.get(
    '/api/trace/links',
    {
      config: { access: 'trace:label' },
      schema: {
        tags,
        summary: 'List own links',
        description: 'The links of the own organisation in the resolver, the newest first.',
        querystring: Type.Object({
          anchor: Type.Optional(Type.String({ maxLength: 500 })),
          perPage: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
          nextPageToken: Type.Optional(Type.String()),
        }),
        response: { 200: LinksBody },
      },
    },
    async ({ query, principal }) => {
      const anchor =
        query.anchor === undefined ? null : (findLinkProblems(query.anchor).link?.canonical ?? query.anchor);
      const { perPage, nextPageToken = null } = query;
      const { links, ...page } = await resolver.listLinks({
        member: memberOf(principal),
        anchor,
        perPage,
        nextPageToken,
      });
      return { links: links.map(copyLists), ...page };
    },
  );

  app.post(
    '/api/trace/links',
    {
      config: { access: 'trace:label' },
      schema: {
        tags,
        summary: 'Set a link',
        description: 'A second call for the same thing, type and target changes the link.',
        body: LinkBody,
        response: { 201: StoredLinkBody },
      },
    },
    async ({ body, principal }, reply) => {
      refuseOwnPaths(body.href);
      const link = await resolver.setLink({ ...body, member: memberOf(principal) });
      return reply.code(201).send(copyLists(link));
    },
  );

  app.delete(
    '/api/trace/links/:linkId',
    {
      config: { access: 'trace:label' },
      schema: {
        tags,
        summary: 'Remove a link',
        params: Type.Object({ linkId: Type.String({ maxLength: 100 }) }),
        response: { 204: Type.Null() },
      },
    },
    async ({ params, principal }, reply) => {
      await resolver.removeLink({ linkId: params.linkId, member: memberOf(principal) });
      return reply.code(204).send(null);
    },
  );
};

function copyLists<Link extends { languages: readonly string[]; contexts: readonly string[] }>(link: Link) {
  return { ...link, languages: [...link.languages], contexts: [...link.contexts] };
}
