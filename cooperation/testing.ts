import Fastify, { type FastifyInstance } from 'fastify';
import { type Action, openRights, type Principal, type Role } from '../alliance/index.ts';
import { XiangyuError } from '../errors.ts';
import { createContext } from '../host/index.ts';
import { type Ledger, ledgerMigrations, openLedger } from '../ledger/index.ts';
import { migrate, type Store } from '../store/index.ts';
import { createTestDatabase, silentLogger } from '../store/testing.ts';
import type { Decision, ListedMember, NewsMail } from './house.ts';
import { type Cooperation, cooperationMigrations, cooperationRoutes, openCooperation } from './index.ts';

/** An answer of the room. */
export interface TestAnswer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks at answers of every shape
  body: any;
  text: string;
  bytes: Buffer;
  headers: Record<string, unknown>;
}

/** The room with its routes over a database of its own. */
export interface TestRoom {
  store: Store;
  ledger: Ledger;
  cooperation: Cooperation;
  app: FastifyInstance;
  members: ListedMember[];
  /** Changed by tests. */
  world: { foundedAt: Date | null; decisions: Map<string, Decision>; standing: Map<string, ListedMember['standing']> };
  acts: { action: string; resource: { id: string }; member: string | undefined; detail: unknown }[];
  mails: NewsMail[];
  /** One request; `as` is nobody, or `member/person/role,role`, by default an administrator named after the member. */
  ask(
    as: string | null,
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<TestAnswer>;
  close(): Promise<void>;
}

/** Slugs of the organisations of a test. */
export const testMembers = ['bureau', 'college', 'orchard', 'press'] as const;

const names: Record<string, [string, string]> = {
  bureau: ['重庆市大数据局', 'Big Data Bureau'],
  orchard: ['奉节脐橙合作社', 'Fengjie Orchard'],
  press: ['长江榨汁厂', 'Yangtze Press'],
  college: ['重庆大学', 'Chongqing University'],
};

function toPrincipal(as: string, standing: ListedMember['standing']): Principal {
  const [member = '', person = `${member}-admin`, roles = 'admin'] = as.split('/');
  const isKey = person.startsWith('key');
  return {
    kind: isKey ? 'key' : 'person',
    id: person,
    name: `Name of ${person}`,
    member,
    roles: isKey ? [] : (roles.split(',') as Role[]),
    scopes: isKey ? ['read', 'publish'] : [],
    standing,
    platform: member === 'bureau',
    secondFactor: true,
  };
}

/** Opens the room with the real evidence log, whose chain does not answer. */
export async function openTestRoom(baseUrl = 'https://test.example'): Promise<TestRoom> {
  const { store, drop } = await createTestDatabase();
  await migrate(store, [...ledgerMigrations, ...cooperationMigrations]);
  const shutdown = new AbortController();
  const ledger = await openLedger({
    store,
    context: createContext({ signal: shutdown.signal, level: 'silent' }),
    chain: { espaceUrls: ['http://127.0.0.1:9'], evmChainId: 7002 },
    masterKey: '11'.repeat(32),
    origin: 'test.example/log',
  });
  const world: TestRoom['world'] = { foundedAt: null, decisions: new Map(), standing: new Map() };
  const rights = openRights({ isFounded: () => world.foundedAt !== null });
  const acts: TestRoom['acts'] = [];
  const mails: NewsMail[] = [];
  const standingOf = (slug: string) => world.standing.get(slug) ?? (world.foundedAt ? 'admitted' : 'guest');
  const members = testMembers.map((slug): ListedMember => {
    const [zh = '', en = ''] = names[slug] ?? [];
    return {
      slug,
      name: { zh, en },
      kinds: [slug === 'bureau' ? 'government' : 'enterprise'],
      standing: 'guest',
      demo: false,
    };
  });
  const cooperation = openCooperation({
    store,
    ledger,
    rights,
    recordAct: async (_tx, { principal, action, resource, detail }) => {
      acts.push({ action, resource, member: principal?.member, detail });
      return { id: '', statementId: '' };
    },
    readMembers: async () => members.map((member) => ({ ...member, standing: standingOf(member.slug) })),
    readFoundedAt: async () => world.foundedAt,
    readDecision: async (id) => world.decisions.get(id) ?? null,
    listProposals: async () => [],
    readAddresses: async (people) =>
      people.map((person) => ({ person, email: `${person}@example.org`, member: person.split('-')[0] ?? '' })),
    queueMail: async (_tx, mail) => void mails.push(mail),
    webhookSecret: 'ab'.repeat(32),
    allowPrivateUrls: true,
    baseUrl,
    logger: silentLogger,
  });
  const app = Fastify({ ajv: { customOptions: { removeAdditional: false } } });
  app.decorateRequest('principal', null);
  const identify = async (headers: Record<string, unknown>) => {
    const as = headers['x-as'];
    return typeof as === 'string' ? toPrincipal(as, standingOf(as.split('/')[0] ?? '')) : null;
  };
  app.addHook('preParsing', async (request) => {
    const { access } = request.routeOptions.config;
    if (!access || access === 'public') return;
    request.principal = await identify(request.headers);
    rights.require({ principal: request.principal, action: access as Action });
  });
  app.setErrorHandler((error, _, reply) => {
    if (!(error instanceof XiangyuError)) return reply.send(error);
    const { status, code, reason, nextStep, details } = error;
    return reply.code(status).send({ code, detail: reason, nextStep, details });
  });
  await app.register(cooperationRoutes, { cooperation, identify: ({ headers }) => identify(headers) });
  await app.ready();
  return {
    store,
    ledger,
    cooperation,
    app,
    members,
    world,
    acts,
    mails,
    async ask(as, method, path, body, headers = {}) {
      const answer = await app.inject({
        method: method as 'GET',
        url: path.startsWith('/feeds') ? path : `/api/cooperation${path}`,
        headers: { ...(as === null ? {} : { 'x-as': as }), ...headers },
        ...(body === undefined ? {} : { payload: body as object }),
      });
      const isJson = String(answer.headers['content-type']).includes('json');
      return {
        status: answer.statusCode,
        body: isJson && answer.body !== '' ? answer.json() : null,
        text: answer.body,
        bytes: answer.rawPayload,
        headers: answer.headers,
      };
    },
    async close() {
      shutdown.abort();
      await app.close();
      await drop();
    },
  };
}
