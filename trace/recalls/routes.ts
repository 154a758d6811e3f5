import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Principal } from '../../alliance/index.ts';
import type { Trace } from '../createTrace.ts';
import { traceErrors } from '../errors.ts';
import { parsePaging } from '../query/parseQuery.ts';
import { Paging } from '../routes/schemas.ts';
import { csvHead, toCsv } from './exportRecall.ts';
import {
  AnswerBody,
  CloseBody,
  RecallBody,
  RecallItemsBody,
  RecallParams,
  RecallsBody,
  StartBody,
  WarningsBody,
} from './schemas.ts';

const tags = ['Traceability'];
const read = { access: 'trace:read' } as const;
/** Rows of one part of the CSV. */
const csvRows = 1_000;

/** Calling goods back. */
export const recallRoutes: FastifyPluginAsyncTypebox<{ trace: Pick<Trace, 'access' | 'recalls'> }> = async (
  app,
  { trace: { access, recalls } },
) => {
  app.post(
    '/api/trace/recalls',
    {
      config: { access: 'trace:recall' },
      schema: {
        tags,
        summary: 'Start a recall',
        description:
          'Finds everything that the things went into, tells every holder and keeps the list. For the member that made ' +
          'them, certifiers and authorities.',
        body: StartBody,
        response: { 201: RecallBody },
      },
    },
    async ({ principal, body }, reply) => {
      const { member } = requireMember(principal);
      const viewer = await access.toViewer(principal);
      const id = await recalls.start({ ...body, viewer, member });
      return reply
        .code(201)
        .header('Location', `/api/trace/recalls/${id}`)
        .send(await recalls.read(id, viewer));
    },
  );

  app.get(
    '/api/trace/recalls',
    {
      config: read,
      schema: {
        tags,
        summary: 'Recalls that concern the own organisation',
        description:
          'Those that it started and those that it holds something of, the newest first; authorities see all.',
        querystring: Paging,
        response: { 200: RecallsBody },
      },
    },
    async ({ principal, query }) => {
      const viewer = await access.toViewer(principal);
      const page = await recalls.list({ viewer, ...parsePaging(query) });
      return { ...page, waiting: await recalls.countWaiting(requireMember(principal).member) };
    },
  );

  app.get(
    '/api/trace/recalls/affecting',
    {
      config: { access: 'public' },
      schema: {
        tags,
        summary: 'Open recalls of a thing',
        description: 'For everybody: whether a lot, an item or a unit is called back. Exercises are left out.',
        querystring: Type.Object({ epc: Type.String({ minLength: 1, maxLength: 2000 }) }),
        response: { 200: WarningsBody },
      },
    },
    async ({ query }) => ({ recalls: await recalls.findWarnings([query.epc]) }),
  );

  app.get(
    '/api/trace/recalls/:id',
    { config: read, schema: { tags, summary: 'A recall', params: RecallParams, response: { 200: RecallBody } } },
    async ({ principal, params }) => recalls.read(params.id, await access.toViewer(principal)),
  );

  app.get(
    '/api/trace/recalls/:id/items',
    {
      config: read,
      schema: {
        tags,
        summary: 'What a recall affects',
        description: 'Every thing with each holder and place, in the order of time; a holder sees its own rows.',
        params: RecallParams,
        querystring: Paging,
        response: { 200: RecallItemsBody },
      },
    },
    async ({ principal, params, query }) =>
      recalls.listItems({ id: params.id, viewer: await access.toViewer(principal), ...parsePaging(query) }),
  );

  app.get(
    '/api/trace/recalls/:id/items.csv',
    {
      config: read,
      schema: { tags, summary: 'What a recall affects, as CSV', params: RecallParams, produces: ['text/csv'] },
    },
    async ({ principal, params }, reply) => {
      const viewer = await access.toViewer(principal);
      const { id, notices } = await recalls.read(params.id, viewer);
      let text = csvHead;
      let nextPageToken: string | null = null;
      do {
        const page = await recalls.listItems({ id, viewer, perPage: csvRows, nextPageToken });
        text += toCsv(page.items, notices);
        nextPageToken = page.nextPageToken;
      } while (nextPageToken !== null);
      reply.header('content-disposition', `attachment; filename="recall-${id}.csv"`);
      return reply.type('text/csv; charset=utf-8').send(text);
    },
  );

  app.post(
    '/api/trace/recalls/:id/answers',
    {
      config: { access: 'trace:answer-recall' },
      schema: {
        tags,
        summary: 'Answer a recall',
        description: 'What the own organisation did with what it holds. May be corrected until the recall is closed.',
        params: RecallParams,
        body: AnswerBody,
        response: { 200: RecallBody },
      },
    },
    async ({ principal, params: { id }, body }) => {
      const { member } = requireMember(principal);
      const { answer, amount = null, note = null } = body;
      await recalls.answer({ id, member, answer, amount, note });
      return recalls.read(id, await access.toViewer(principal));
    },
  );

  app.post(
    '/api/trace/recalls/:id/close',
    {
      config: { access: 'trace:recall' },
      schema: { tags, summary: 'Close a recall', params: RecallParams, body: CloseBody, response: { 200: RecallBody } },
    },
    async ({ principal, params: { id }, body }) => {
      const { member } = requireMember(principal);
      const viewer = await access.toViewer(principal);
      await recalls.close({ ...body, id, viewer, member });
      return recalls.read(id, viewer);
    },
  );
};

function requireMember(principal: Principal | null): Principal {
  if (!principal?.member) throw traceErrors.notAMember();
  return principal;
}
