import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { JsonValue } from '../../proof/index.ts';
import type { Tx } from '../../store/index.ts';
import type { Action } from '../rights/actions.ts';
import { type CredentialRoutesParameters, callerOf, tags } from './routeParts.ts';
import { historySchema, reasonSchema } from './schemas.ts';

const rotateBody = Type.Object(
  {
    reason: reasonSchema,
    compromised: Type.Boolean({
      default: false,
      description: 'Others may know the key: nothing that it signed counts any more, whenever that was',
    }),
  },
  { additionalProperties: false },
);

/** The own organisation's DID: its keys, and a DID on its own domain. */
export function didRoutes({ credentials, dids, acts }: CredentialRoutesParameters): FastifyPluginAsyncTypebox {
  const record =
    (request: FastifyRequest, action: Action, detail: Record<string, JsonValue>) => async (tx: Tx, did: string) => {
      const { member } = callerOf(request);
      await acts.recordAct(tx, {
        principal: callerOf(request),
        action,
        resource: { type: 'Organisation', id: member, member },
        detail: { ...detail, did },
      });
    };

  return async (app) => {
    app.get(
      '/api/did',
      {
        config: { access: 'credential:read' },
        schema: { summary: 'The DID of the own organisation with its history', tags, response: { 200: historySchema } },
      },
      async (request) => {
        const { member } = callerOf(request);
        await dids.ensure(member);
        return dids.readHistory(member);
      },
    );

    app.post(
      '/api/did/rotate',
      {
        config: { access: 'did:rotate' },
        schema: {
          summary: 'Give the own DID a new key',
          description: 'What the old key signed stays valid, unless it is compromised. Status lists are signed anew.',
          tags,
          body: rotateBody,
          response: { 200: historySchema },
        },
      },
      async (request) => {
        const { member } = callerOf(request);
        const { reason, compromised } = request.body;
        const act = record(request, 'did:rotate', { reason, compromised });
        await dids.ensure(member);
        await dids.rotate({
          member,
          reason,
          compromised,
          also: async (tx, did) => {
            await credentials.publishAll(tx, did);
            await act(tx, did);
          },
        });
        return dids.readHistory(member);
      },
    );

    app.put(
      '/api/did/own',
      {
        config: { access: 'did:rotate' },
        schema: {
          summary: 'Use a did:web on the own domain',
          description: 'Its document has to name the DID that the platform gave under alsoKnownAs.',
          tags,
          body: Type.Object({ did: Type.String({ minLength: 9, maxLength: 400 }) }, { additionalProperties: false }),
          response: { 200: historySchema },
        },
      },
      async (request) => {
        const { member } = callerOf(request);
        const { did } = request.body;
        await dids.useOwn({ member, did, also: record(request, 'did:rotate', { own: true }) });
        return dids.readHistory(member);
      },
    );

    app.post(
      '/api/did/alliance/rotate',
      {
        config: { access: 'platform:administer' },
        schema: {
          summary: 'Give the alliance’s DID, whose key the platform keeps, a new key',
          description: 'Membership credentials of a compromised key are issued anew by themselves.',
          tags,
          body: rotateBody,
          response: { 200: historySchema },
        },
      },
      async (request) => {
        const { reason, compromised } = request.body;
        const act = record(request, 'platform:administer', { reason, compromised });
        await dids.ensure(null);
        await dids.rotate({
          member: null,
          reason,
          compromised,
          also: async (tx, did) => {
            await credentials.publishAll(tx, did);
            await act(tx, did);
          },
        });
        return dids.readHistory(null);
      },
    );
  };
}
