import Fastify, { type FastifyInstance } from 'fastify';
import { openRights, type Principal } from '../alliance/index.ts';
import { XiangyuError } from '../errors.ts';
import { createContext } from '../host/index.ts';
import { type Ledger, ledgerMigrations, openLedger } from '../ledger/index.ts';
import { migrate, type Store } from '../store/index.ts';
import { createTestDatabase } from '../store/testing.ts';
import { createEvidence, type Evidence, evidenceMigrations, evidenceRoutes } from './index.ts';

export interface TestEvidence {
  store: Store;
  ledger: Ledger;
  evidence: Evidence;
  app: FastifyInstance;
  close(): Promise<void>;
}

/** Who calls: `x-member` names the member, `bureau` is the operator. */
export function principalOf(member: string): Principal {
  const platform = member === 'bureau';
  return {
    kind: 'person',
    id: member,
    name: `Clerk of ${member}`,
    member,
    roles: ['operator'],
    scopes: [],
    standing: 'guest',
    platform,
    secondFactor: false,
  };
}

/** The room and its routes over a database of its own and the real evidence log, whose chain does not answer. */
export async function openTestEvidence(): Promise<TestEvidence> {
  const { store, drop } = await createTestDatabase();
  await migrate(store, [...ledgerMigrations, ...evidenceMigrations]);
  const shutdown = new AbortController();
  const ledger = await openLedger({
    store,
    context: createContext({ signal: shutdown.signal, level: 'silent' }),
    chain: { espaceUrls: ['http://127.0.0.1:9'], evmChainId: 7002 },
    masterKey: '11'.repeat(32),
    origin: 'test.example/log',
  });
  const rights = openRights({ isFounded: () => false });
  const evidence = createEvidence({
    store,
    ledger,
    rights,
    readMembers: async (slugs) => slugs.map((slug) => ({ slug, name: { zh: `成员 ${slug}`, en: `Member ${slug}` } })),
    origin: 'test.example/log',
    evmChainId: 7002,
    baseUrl: 'https://test.example',
  });
  const app = Fastify({ ajv: { customOptions: { removeAdditional: false } } });
  app.decorateRequest('principal', null);
  app.addHook('onRequest', async (request) => {
    const member = request.headers['x-member'];
    if (typeof member === 'string') request.principal = principalOf(member);
  });
  app.setErrorHandler((error, _, reply) => {
    if (!(error instanceof XiangyuError)) return reply.send(error);
    const { status, code, reason, nextStep, details } = error;
    return reply.code(status).send({ code, detail: reason, nextStep, details });
  });
  await app.register(evidenceRoutes, { evidence, rights, identify: async ({ principal }) => principal });
  await app.ready();
  return {
    store,
    ledger,
    evidence,
    app,
    async close() {
      shutdown.abort();
      await app.close();
      await drop();
    },
  };
}
