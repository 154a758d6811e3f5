import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { DspContext } from '../context.ts';
import { beginNegotiation } from '../operate/startNegotiation.ts';
import { beginTransfer } from '../operate/startTransfer.ts';

const tags = ['Dataspace Protocol'];
const config = { access: 'public' } as const;
const params = Type.Object({ participant: Type.String() });
const text = Type.String({ minLength: 1, maxLength: 2_000 });
const other = {
  providerId: text,
  connectorAddress: Type.String({ minLength: 1, maxLength: 2_000, description: 'Base of its DSP 2025-1 endpoints' }),
};
const started = Type.Object({ id: Type.String() });

/**
 * Lets a compatibility kit start a negotiation and a transfer as consumer. Mounted in the test profile only: it calls any
 * address for anybody.
 */
export function triggerRoutes(context: DspContext): FastifyPluginAsyncTypebox {
  const { store } = context.house;
  return async (app) => {
    app.post(
      '/dsp/:participant/test/negotiations/requests',
      {
        config,
        schema: {
          tags,
          summary: 'Test profile: start a negotiation',
          params,
          body: Type.Object({ ...other, offerId: text, datasetId: text }),
          response: { 200: started },
        },
      },
      async ({ params: { participant }, body }) => {
        const offer = {
          '@id': body.offerId,
          '@type': 'Offer',
          target: body.datasetId,
          permission: [{ action: 'use' }],
        };
        const counterparty = { did: body.providerId, slug: '', address: body.connectorAddress };
        const parameters = { participant, counterparty: body.providerId, offer, reuse: false };
        const { id } = await store.transaction((tx) => beginNegotiation(context, tx, { parameters, counterparty }));
        return { id };
      },
    );
    app.post(
      '/dsp/:participant/test/transfers/requests',
      {
        config,
        schema: {
          tags,
          summary: 'Test profile: start a transfer',
          params,
          body: Type.Object({ ...other, agreementId: text, format: text }),
          response: { 200: started },
        },
      },
      async ({ params: { participant }, body: { providerId, connectorAddress, agreementId, format } }) => {
        const counterparty = { did: providerId, slug: '', address: connectorAddress };
        const parameters = { participant, agreementId, format };
        const { id } = await store.transaction((tx) =>
          beginTransfer(context, tx, { parameters, counterparty, dataset: agreementId }),
        );
        return { id };
      },
    );
  };
}
