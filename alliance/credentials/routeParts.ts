import type { FastifyReply, FastifyRequest } from 'fastify';
import type { JsonValue } from '../../proof/index.ts';
import type { Tx } from '../../store/index.ts';
import type { Acts } from '../acts/openActs.ts';
import type { Dids } from '../dids/openDids.ts';
import type { Principal } from '../principal.ts';
import type { Action } from '../rights/actions.ts';
import type { Rights } from '../rights/openRights.ts';
import type { CredentialFormat } from './model.ts';
import type { Credentials } from './openCredentials.ts';

export interface CredentialRoutesParameters {
  credentials: Credentials;
  dids: Dids;
  rights: Rights;
  acts: Acts;
}

export const tags = ['Credentials'];

/** The caller of a route that nobody reaches without a right. */
export function callerOf({ principal }: FastifyRequest): Principal {
  if (!principal) throw new Error('a guarded route was reached by nobody');
  return principal;
}

/** Records an act about the caller's own credentials or keys. */
export function actOf(acts: Acts, principal: Principal, action: Action, detail: Record<string, JsonValue> = {}) {
  return (tx: Tx, id: string) =>
    acts.recordAct(tx, {
      principal,
      action,
      resource: { type: 'Credential', id, member: principal.member },
      detail,
    });
}

const mediaTypes = {
  'data-integrity': ['application/vc', 'json'],
  'vc+jwt': ['application/vc+jwt', 'jwt'],
  'dc+sd-jwt': ['application/dc+sd-jwt', 'sd-jwt'],
} as const satisfies Record<CredentialFormat, readonly [string, string]>;

/** Sends a credential as a file to save. */
export function sendFile(
  reply: FastifyReply,
  { type, format, credential }: { type: string; format: CredentialFormat; credential: string },
) {
  const [mediaType, ending] = mediaTypes[format];
  const name = type.replace(/[^A-Za-z0-9]/g, '').slice(0, 60) || 'credential';
  return reply
    .header('content-disposition', `attachment; filename="${name}.${ending}"`)
    .header('cache-control', 'no-store')
    .type(mediaType)
    .send(credential);
}
