import { type FastifyInstance, fastify } from 'fastify';
import { allianceMigrations, type Role } from '../../alliance/index.ts';
import { openTestMail } from '../../alliance/testing.ts';
import { XiangyuError } from '../../errors.ts';
import { findFreePort } from '../../host/index.ts';
import { migrate } from '../../store/index.ts';
import { openAudit } from '../audit/audit.ts';
import { ledgerNotary } from '../audit/ledgerNotary.ts';
import type { Dataset } from '../catalogue/catalogue.ts';
import { openCatalogue } from '../catalogue/openCatalogue.ts';
import { publishTestDataset } from '../catalogue/testing.ts';
import type { Dsp } from '../dsp/dsp.ts';
import { openDsp } from '../dsp/openDsp.ts';
import { type WireWatch, watchWire } from '../dsp/testing.ts';
import type { Grants } from '../grants/grants.ts';
import { openTestGrants } from '../grants/testing.ts';
import { hostedPost } from '../hostedPost.ts';
import type { House } from '../house.ts';
import { openTestIdentity, type TestWorld } from '../identity/testing.ts';
import { openTestHouse, type TestHouse } from '../testing.ts';
import type { Applications } from './applications.ts';
import { escalateDue } from './clocks/runClocks.ts';
import type { AskingContext } from './context.ts';
import type { ApplicationForm } from './model.ts';
import { openApplications } from './openApplications.ts';

/** Departments with real connectors in one process: one gives, one asks, one is the data authority. */
export interface TestAsking extends Omit<TestHouse, 'close'> {
  house: House;
  applications: Applications;
  context: AskingContext;
  dsp: Dsp;
  grants: Grants;
  world: TestWorld;
  wire: WireWatch;
  app: FastifyInstance;
  publish(changes?: Record<string, unknown>): Promise<Dataset>;
  /** Brings what was granted to the chain. */
  settle(): Promise<void>;
  /** Tells about what is overdue now. */
  escalate(): Promise<void>;
  /** Adds a person of a department of the platform, who gets mail. */
  addPerson(member: string, name: string, role: Role): Promise<void>;
  /** The mail that waits to be sent, as `to: subject`, and its texts. */
  readMail(): Promise<{ to: string; subject: string; text: string }[]>;
  close(): Promise<void>;
}

const quick = { backoffMs: 20, longestBackoffMs: 200, answerMs: 2_000, leaseMs: 2_500, pollMs: 50 };
const noSource = async () => {
  throw new Error('This test has no data behind its datasets.');
};

/** Who acts in tests. */
export const testActor = { id: 'person-1', name: '张处长' };
/** The matter of the tests. */
export const testMatter = {
  code: 'XK-001',
  name: { zh: '生态农场补贴', en: 'Subsidy for ecological farms' },
  legalBasis: '《中华人民共和国农业法》第三十八条',
  needs: [],
};

/** A form that asks for the grade of recipients, for a month from now. */
export function testForm(now: Date, changes: Partial<ApplicationForm> = {}): Omit<ApplicationForm, 'matterName'> {
  return {
    matter: testMatter.code,
    legalBasis: testMatter.legalBasis,
    caseSystem: '补贴系统',
    items: ['grade'],
    ways: ['rows'],
    frequency: { times: 20, period: 'P1D' },
    maxCount: 100,
    from: now.toISOString(),
    to: new Date(now.getTime() + 30 * 86_400_000).toISOString(),
    reason: '核验补贴申请人的低保等级',
    applicant: { name: '王小明', office: '农业处', phone: '0731-1' },
    emergency: null,
    ...changes,
  };
}

/** Opens the parts that applications stand on, all real, over one database; messages go over HTTP. */
export async function openTestAsking(): Promise<TestAsking> {
  const participants = ['civil', 'farms', 'bureau'];
  const test = await openTestHouse(participants, { allowPrivateUrls: true });
  const port = await findFreePort();
  const house: House = { ...test.house, addressOf: (slug) => `http://127.0.0.1:${port}/dsp/${slug}` };
  const { identity, registry, world } = await openTestIdentity({ house, participants });
  world.nameAuthority('bureau');
  const audit = openAudit({ house, signer: identity, notary: ledgerNotary(test.ledger) });
  const sources = { openSource: noSource, describeSource: noSource };
  const catalogue = openCatalogue({ house, audit, identity, sources, webhookSecret: '33'.repeat(32) });
  const dsp = openDsp({ house, identity, registry, audit, catalogue, timings: quick });
  const { grants, settle } = openTestGrants({ house, identity, registry, audit });
  await migrate(test.store, allianceMigrations);
  const { mail, read: readMail } = openTestMail(test.store);
  const post = hostedPost({ alliance: { mail }, baseUrl: 'https://platform.example' });
  const context: AskingContext = { house, identity, registry, audit, catalogue, dsp, grants, post };
  const applications = openApplications(context);
  const app = fastify({ routerOptions: { maxParamLength: 2_000 } });
  app.setErrorHandler((error, _request, reply) => {
    const known = error instanceof XiangyuError ? error : null;
    return reply.code(known?.status ?? 500).send({ code: known?.code ?? 'UNKNOWN', detail: String(error) });
  });
  const wire = watchWire(app);
  await app.register(dsp.routes);
  await app.register(applications.wireRoutes);
  await app.listen({ host: '127.0.0.1', port });
  const over = new AbortController();
  const running = Promise.all([dsp.run(over.signal), applications.run(over.signal)]);
  return {
    ...test,
    house,
    applications,
    context,
    dsp,
    grants,
    world,
    wire,
    app,
    publish: (changes = {}) => publishTestDataset(catalogue, 'civil', changes),
    settle,
    async escalate() {
      await escalateDue(context);
    },
    async addPerson(member, name, role) {
      const { sql } = test.store;
      await sql`
        INSERT INTO alliance.member (slug, name_zh, name_en, kind) VALUES (${member}, ${member}, ${member}, 'government')
        ON CONFLICT DO NOTHING`;
      await sql`
        INSERT INTO alliance."user" ("id", "name", "email", "emailVerified", "roles", "member")
        VALUES (${name}, ${name}, ${`${name}@${member}.example`}, true, ${[role]}::text[], ${member})`;
    },
    readMail,
    async close() {
      over.abort();
      await running;
      await app.close();
      await test.close();
    },
  };
}
