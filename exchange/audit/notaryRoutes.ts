import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { Ledger } from '../../ledger/index.ts';
import type { House } from '../house.ts';
import { auditErrors } from './errors.ts';
import { ledgerNotary } from './ledgerNotary.ts';
import { mostRecordsOfBatch } from './platformNotary.ts';
import { receiveRecords } from './receiveRecords.ts';

/** A message of a standalone connector to the platform, as its token is made for it. */
export interface ConnectorMessage {
  method: string;
  path: string;
  /** Exactly as sent. */
  body: string;
  authorization: string | undefined;
}

export interface NotaryRoutesParameters {
  house: Pick<House, 'store' | 'now'>;
  ledger: Pick<Ledger, 'appendStatements' | 'statements' | 'readBundle'>;
  /** Who sent it, by its token; throws an error that is answered as it is. */
  authenticate(message: ConnectorMessage): Promise<{ slug: string }>;
}

const tags = ['Exchange audit'];
const uuid = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' });
const record = Type.Object(
  {
    id: uuid,
    time: Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z$' }),
    digest: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  },
  { additionalProperties: false },
);
const batch = Compile(
  Type.Object(
    { records: Type.Array(record, { minItems: 1, maxItems: mostRecordsOfBatch }) },
    { additionalProperties: false },
  ),
);
const question = Compile(
  Type.Object({ ids: Type.Array(uuid, { minItems: 1, maxItems: 1_000 }) }, { additionalProperties: false }),
);
const bodyLimit = 256 * 1024;

/** Reads a body that was left as text, because its token is over its bytes. @throws AUDIT_BATCH_INVALID */
function readBody<Value>(
  schema: {
    Check(value: unknown): value is Value;
    Errors(value: unknown): { instancePath: string; message: string }[];
  },
  text: string,
): Value {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw auditErrors.batchInvalid({ path: '/', problem: 'is not JSON', most: mostRecordsOfBatch });
  }
  if (schema.Check(value)) return value;
  const [first] = schema.Errors(value);
  const problem = first?.message ?? 'is not as expected';
  throw auditErrors.batchInvalid({ path: first?.instancePath || '/', problem, most: mostRecordsOfBatch });
}

/**
 * The platform's evidence log for standalone connectors. They prove who they are by a connector token over the message, so that
 * the routes are public to the platform's own accounts.
 */
export function notaryRoutes({ house, ledger, authenticate }: NotaryRoutesParameters): FastifyPluginAsync {
  const notary = ledgerNotary(ledger);
  return async (app) => {
    app.removeContentTypeParser('application/json');
    app.addContentTypeParser('application/json', { parseAs: 'string', bodyLimit }, (_request, body, done) =>
      done(null, body),
    );
    const identify = (request: FastifyRequest) =>
      authenticate({
        method: request.method,
        path: request.url,
        body: String(request.body ?? ''),
        authorization: request.headers.authorization,
      });

    app.post(
      '/api/exchange/records',
      {
        config: { access: 'public', rateLimit: { max: 60_000 } },
        schema: {
          tags,
          summary: 'Take over records of a standalone connector into the evidence log',
          description:
            'Authenticated by a connector token over the message. A repeated batch states nothing twice; 200 means durable. ' +
            'Body: {"records": [{"id", "time", "digest"}, …]}, at most 500.',
          response: { 200: Type.Object({ received: Type.Integer(), known: Type.Integer() }) },
        },
      },
      async (request) => {
        const { slug } = await identify(request);
        const { records } = readBody(batch, String(request.body));
        return receiveRecords(house, ledger, { member: slug, records });
      },
    );

    app.post(
      '/api/exchange/records/anchored',
      {
        config: { access: 'public', rateLimit: { max: 60_000 } },
        schema: {
          tags,
          summary: 'Which records are under a checkpoint that the chain holds',
          description: 'Authenticated by a connector token over the message. Body: {"ids": […]}, at most 1,000.',
          response: { 200: Type.Object({ anchored: Type.Array(Type.String()) }) },
        },
      },
      async (request) => {
        await identify(request);
        const { ids } = readBody(question, String(request.body));
        return { anchored: [...(await notary.findAnchored(ids))] };
      },
    );
  };
}
