import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { filePaths } from '../consume/fileSink.ts';
import { readIntakeRow } from '../consume/intakeRow.ts';
import { deliveryErrors } from '../errors.ts';
import { listTransfers, showTransfer } from '../listTransfers.ts';
import type { OpenedDelivery } from '../openDelivery.ts';
import { parseFilter } from '../sources/parseFilter.ts';
import { callerOf } from './callerOf.ts';
import {
  endBody,
  idParams,
  intakeSchema,
  line,
  orNull,
  pageOf,
  pageQuery,
  queryAnswer,
  queryBody,
  role,
  startBody,
  transferSchema,
  transferState,
} from './schemas.ts';

const tags = ['Exchange delivery'];
const path = '/api/exchange/transfers';
const reading = { access: 'exchange:read' } as const;
const pulling = { access: 'exchange:pull' } as const;
const operating = { access: 'exchange:operate' } as const;

/** Transfers of the department, on both sides. */
export function transferRoutes(delivery: OpenedDelivery): FastifyPluginAsyncTypebox {
  const { context } = delivery;
  const { dsp, house, audit } = context;
  return async (app) => {
    app.get(
      path,
      {
        config: reading,
        schema: {
          tags,
          summary: "The department's transfers with their progress, the newest first",
          querystring: Type.Object({
            ...pageQuery,
            role: Type.Optional(role),
            state: Type.Optional(transferState),
            agreement: Type.Optional(line(500)),
          }),
          response: { 200: pageOf(transferSchema) },
        },
      },
      async (request) => listTransfers(context, { ...request.query, participant: callerOf(request).member }),
    );
    app.get(
      `${path}/:id`,
      {
        config: reading,
        schema: { tags, summary: 'Read a transfer', params: idParams, response: { 200: transferSchema } },
      },
      async (request) => showTransfer(context, callerOf(request).member, request.params.id),
    );
    app.post(
      path,
      {
        config: pulling,
        schema: {
          tags,
          summary: 'Start a transfer under an agreement',
          description:
            'What it brings goes into a file or a table, in the background, also after an interruption. A transfer of format xy:query, xy:answer or xy:match has no destination: rows or answers are asked for one by one.',
          body: startBody,
          response: { 201: Type.Object({ transfer: orNull(Type.String()), intake: orNull(intakeSchema) }) },
        },
      },
      async (request, reply) => {
        const { member: participant } = callerOf(request);
        const { destination, ...rest } = request.body;
        if (rest.format === 'xy:query' || rest.format === 'xy:answer' || rest.format === 'xy:match') {
          const transfer = await dsp.startTransfer({
            participant,
            agreementId: rest.agreement,
            format: rest.format,
            extension: {
              'xy:purpose': rest.purpose,
              'xy:caseNumber': rest.caseNumber,
              ...(rest.place ? { 'xy:place': rest.place } : {}),
            },
          });
          return reply.code(201).send({ transfer: transfer.id, intake: null });
        }
        if (!destination) throw deliveryErrors.destinationInvalid({ problem: 'it is missing' });
        const { format } = rest;
        const intake = await delivery.receive({ ...rest, participant, destination, format });
        return reply.code(201).send({ transfer: intake.transfer, intake });
      },
    );
    app.post(
      `${path}/:id/query`,
      {
        config: pulling,
        schema: {
          tags,
          summary: 'Ask for a few rows under a transfer of format xy:query',
          params: idParams,
          body: queryBody,
          response: { 200: queryAnswer },
        },
      },
      async (request) => {
        const { filter, ...rest } = request.body;
        return delivery.query({
          ...rest,
          participant: callerOf(request).member,
          transfer: request.params.id,
          filter: parseFilter(filter),
        });
      },
    );
    const steps = [
      { name: 'suspend', summary: 'Suspend a running transfer' },
      { name: 'resume', summary: 'Resume a suspended transfer' },
      { name: 'stop', summary: 'End a transfer for good' },
    ] as const;
    for (const { name, summary } of steps) {
      app.post(
        `${path}/:id/${name}`,
        {
          config: operating,
          schema: { tags, summary, params: idParams, body: endBody, response: { 200: transferSchema } },
        },
        async (request) => {
          const { member: participant, id: by } = callerOf(request);
          const { id } = request.params;
          const { reason } = request.body;
          const shown = await showTransfer(context, participant, id);
          // The record is of what was done: an illegal step leaves none.
          await house.store.transaction(async (tx) => {
            const ending = { participant, id, code: `MANUAL_${name.toUpperCase()}`, reason: [reason], tx };
            if (name === 'resume') await dsp.resume({ participant, id, tx });
            else if (name === 'suspend') await dsp.suspend(ending);
            else await dsp.terminateTransfer(ending);
            await audit.record(tx, {
              participant,
              kind: 'act',
              outcome: 'ok',
              transfer: id,
              agreement: shown.agreement,
              dataset: shown.dataset,
              detail: { act: `transfer ${name}`, reason, by },
            });
          });
          return showTransfer(context, participant, id);
        },
      );
    }
    app.post(
      `${path}/:id/cancel`,
      {
        config: pulling,
        schema: {
          tags,
          summary: 'Give up a delivery that is coming in; what came is removed',
          params: idParams,
          response: { 200: intakeSchema },
        },
      },
      async (request) => {
        const { member } = callerOf(request);
        const { intake } = await showTransfer(context, member, request.params.id);
        if (!intake) throw deliveryErrors.intakeUnknown({ id: request.params.id });
        return delivery.cancelIntake(member, intake.id);
      },
    );
    app.get(
      `${path}/:id/file`,
      {
        config: pulling,
        schema: { tags, summary: 'Download the file that a transfer brought', params: idParams },
      },
      async (request, reply) => {
        const { member, id: by } = callerOf(request);
        const { intake } = await showTransfer(context, member, request.params.id);
        if (intake?.state !== 'done' || intake.destination.kind !== 'file')
          throw deliveryErrors.intakeUnknown({ id: request.params.id });
        const row = await readIntakeRow(house.store.sql, member, intake.id);
        const { received } = filePaths(context.folder, row);
        const { size } = await stat(received).catch(() => {
          throw deliveryErrors.intakeUnknown({ id: request.params.id });
        });
        // A copy leaves the connector here, which the deletion receipt must tell.
        await audit.recordAlone({
          participant: member,
          kind: 'delivery',
          outcome: 'ok',
          transfer: request.params.id,
          agreement: intake.agreement,
          bytes: size,
          detail: { step: 'handed out', intake: intake.id, by },
        });
        await house.store
          .sql`UPDATE exchange.intakes SET handed_out_at = coalesce(handed_out_at, ${house.now()}) WHERE id = ${intake.id}`;
        return reply
          .header('content-type', 'application/octet-stream')
          .header('content-length', size)
          .header('cache-control', 'no-store')
          .header('x-content-type-options', 'nosniff')
          .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(intake.destination.name)}`)
          .send(createReadStream(received));
      },
    );
    app.get(
      '/api/exchange/intakes/:id',
      {
        config: reading,
        schema: { tags, summary: 'Progress of a delivery', params: idParams, response: { 200: intakeSchema } },
      },
      async (request) => delivery.readIntake(callerOf(request).member, request.params.id),
    );
  };
}
