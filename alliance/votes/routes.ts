import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import type { Principal } from '../principal.ts';
import { memberRoutes } from './http/memberRoutes.ts';
import { proposalRoutes } from './http/proposalRoutes.ts';
import { signedRoutes } from './http/signedRoutes.ts';
import type { Votes } from './openVotes.ts';

export interface VotesRoutesParameters {
  votes: Votes;
  /** Who makes a request to a public route; null for a visitor. */
  identify: (request: FastifyRequest) => Promise<Principal | null>;
}

/**
 * The HTTP surface of the votes. What carries a signature of a member's key is public, because that signature is the right
 * to it and nothing else is: no session, and no role on the platform.
 */
export const votesRoutes: FastifyPluginAsyncTypebox<VotesRoutesParameters> = async (app, parameters) => {
  await app.register(memberRoutes, parameters);
  await app.register(proposalRoutes, parameters);
  await app.register(signedRoutes, parameters);
};
