import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { digestPolicy, evaluatePolicy, type PolicyRequest, parsePolicy } from '../../policy/policy.ts';
import { instant } from '../form/formSchema.ts';
import { policyDecisionSchema } from './forecastSchema.ts';
import { orNull, text } from './schemas.ts';

const requestSchema = Type.Unsafe<Omit<PolicyRequest, 'at' | 'since'> & { at: string; since?: string }>(
  Type.Object(
    {
      stage: Type.Unsafe({ type: 'string', enum: ['negotiation', 'start', 'request', 'running'] }),
      action: text(200),
      target: text(500),
      assignee: text(500),
      purpose: orNull(text(200)),
      caseNumber: orNull(text(200)),
      at: instant,
      count: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }),
      recipient: text(500),
      place: orNull(text(200)),
      items: orNull(Type.Array(text(200), { maxItems: 1_000 })),
      rows: Type.Optional(Type.Array(text(2_000), { maxItems: 100 })),
      since: Type.Optional(instant),
      uses: Type.Optional(Type.Record(Type.String({ maxLength: 20 }), Type.Integer({ minimum: 0 }))),
      fulfilled: Type.Optional(Type.Array(text(200), { maxItems: 50 })),
    },
    { additionalProperties: false },
  ),
);

/** Explains what a policy would say to a request; nothing is kept. */
export const policyRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post(
    '/api/exchange/policy/explanation',
    {
      config: { access: 'exchange:read' },
      bodyLimit: 256 * 1024,
      schema: {
        tags: ['Exchange applications'],
        summary: 'What a policy would say to a request, and why',
        description: 'The policy is read strictly: a wrong one is refused with the exact place.',
        body: Type.Object(
          { policy: Type.Record(Type.String(), Type.Unknown()), request: requestSchema },
          { additionalProperties: false },
        ),
        response: { 200: Type.Object({ digest: Type.String(), decision: policyDecisionSchema }) },
      },
    },
    async ({ body }) => {
      const policy = parsePolicy(body.policy);
      const { at, since, ...request } = body.request;
      const asked = { ...request, at: new Date(at), ...(since === undefined ? {} : { since: new Date(since) }) };
      return { digest: digestPolicy(policy), decision: evaluatePolicy(policy, asked) };
    },
  );
};
