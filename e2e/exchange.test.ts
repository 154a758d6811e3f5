import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { call, type Door } from '../bench/exchange/call.ts';
import { type BenchConnector, startConnector } from '../bench/exchange/startConnector.ts';
import { departments } from '../demo/testing.ts';
import { findFreePort } from '../host/index.ts';
import { lookAtPage } from './lookAtPage.ts';
import { openBrowser } from './openBrowser.ts';
import { askAs, type OperatorSession, openSession } from './openSession.ts';
import { runCli } from './runCli.ts';
import { type RunningPlatform, startPlatform } from './startPlatform.ts';

interface Application {
  id: string;
  state: string;
  agreement: string | null;
}
interface Intake {
  id: string;
  state: string;
  chunks: number;
  chunksInAll: number | null;
  rows: number | null;
}
interface Items<Item> {
  items: Item[];
}
/** Somebody who is signed in, in a browser of their own. */
interface Somebody {
  page: Page;
  door: Door;
}

const patience = { timeout: 90_000, interval: 100 };
const { agriculture, civilAffairs, marketRegulation, publicSecurity, bigData } = departments;
const matter = 'DEMO-NY-STNC';
const producerCount = 60_000;
let platform: RunningPlatform;
let browser: Browser;
let operator: OperatorSession;
let handler: Somebody;
let approver: Somebody;
let auditor: Somebody;
let agreement = '';
let connector: BenchConnector | undefined;
const folder = mkdtempSync(join(tmpdir(), 'xiangyu-exchange-'));
const faults: string[] = [];

/** Accepts an invitation in a browser of its own. */
async function accept(link: string, name: string): Promise<Somebody> {
  const context: BrowserContext = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  context.setDefaultTimeout(60_000);
  const answer = await context.request.post(`${platform.url}/api/invitations/accept`, {
    headers: { origin: platform.url },
    data: { token: link.split('#')[1] ?? '', name, password: 'eleven red apples 7' },
  });
  expect(answer.status()).toBe(201);
  const cookies = await context.cookies();
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(error.message));
  const cookie = cookies.map(({ name: key, value }) => `${key}=${value}`).join('; ');
  return { page, door: { url: platform.url, cookie } };
}

/** The first administrator of a department that nobody is in yet. */
async function enter({ slug, name }: { slug: string; name: { zh: string; en: string } }): Promise<Somebody> {
  const { link } = await askAs<{ link: string }>(operator, 'POST', '/api/organisations/invitations', {
    email: `admin@${slug}.example`,
    organisation: { slug, name, kinds: ['government'] },
  });
  return accept(link, '李局长');
}

async function joinOffice({ door }: Somebody, email: string, roles: string[], name: string): Promise<Somebody> {
  const { link } = await call<{ link: string }>(door, '/api/organisation/invitations', { email, roles });
  return accept(link, name);
}

/** The field with a name, whatever the component puts around it. */
const field = (page: Page, name: string) =>
  page.locator(`input[data-testid="${name}"], textarea[data-testid="${name}"], [data-testid="${name}"] input`).first();

const waitFor = <T>(look: () => Promise<T>) => vi.waitFor(look, patience);

/** A file that a transfer brought, by its rows. */
async function readRows(door: Door, transfer: string): Promise<string[]> {
  const response = await fetch(`${door.url}/api/exchange/transfers/${transfer}/file`, {
    headers: { cookie: door.cookie ?? '' },
  });
  expect(response.status).toBe(200);
  const [, ...rows] = (await response.text()).trim().split(/\r?\n/);
  return rows;
}

const readIntake = (door: Door, id: string) => call<Intake>(door, `/api/exchange/intakes/${id}`);

beforeAll(async () => {
  [platform, browser] = await Promise.all([
    startPlatform({ flags: ['--demo', '--allow-private-urls'] }),
    openBrowser(),
  ]);
  operator = await openSession(platform.url, platform.output());
  const head = await enter(agriculture);
  // One after another: invitations that are tried at once from one address look like guessing.
  handler = await joinOffice(head, 'handler@farms.example', ['steward', 'operator', 'auditor'], '王经办');
  approver = await enter(civilAffairs);
  auditor = await joinOffice(approver, 'auditor@civil.example', ['auditor'], '赵审计');
}, 240_000);
afterAll(async () => {
  await connector?.stop().catch(() => undefined);
  await browser?.close();
  await platform?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('the demonstration is there: answers, a table, one that waits and one that was refused', async () => {
  await waitFor(async () => {
    const { items } = await call<Items<Application>>(handler.door, '/api/exchange/applications?perPage=50');
    expect(items.map(({ state }) => state).sort()).toEqual([
      ...['granted', 'granted', 'granted', 'granted'],
      ...['inReview', 'refused'],
    ]);
    const answers = await call<Items<{ state: string }>>(handler.door, '/api/exchange/answers?perPage=50');
    expect(answers.items.filter(({ state }) => state === 'answered')).toHaveLength(18);
    const { items: transfers } = await call<Items<{ intake: Intake | null }>>(handler.door, '/api/exchange/transfers');
    expect(transfers.flatMap(({ intake }) => (intake ? [intake.state] : []))).toEqual(['done']);
  });
  const map = await call<object>(handler.door, '/api/exchange/map');
  for (const { slug } of [agriculture, civilAffairs, marketRegulation, publicSecurity, bigData])
    expect(JSON.stringify(map)).toContain(slug);
}, 120_000);

test('somebody searches the catalogues, reads a dataset and applies with the form', async () => {
  const { page } = handler;
  await page.goto(`${platform.url}/exchange/catalogue`);
  await field(page, 'catalogue-search').fill('低保');
  await page.keyboard.press('Enter');
  const entry = page.getByTestId('entry').filter({ hasText: '最低生活保障对象' });
  await entry.waitFor();
  await lookAtPage(page, 'exchange-catalogue');
  await page.getByTestId('entry').first().getByRole('link').first().click();
  await page.getByTestId('items').waitFor();
  await lookAtPage(page, 'exchange-entry');
  await page.getByTestId('apply').click();
  await page.getByTestId('matter').click();
  await page.locator('.ant-select-item-option').filter({ hasText: matter }).click();
  for (const way of ['rows', 'answer']) await page.locator(`input[type=checkbox][value=${way}]`).check();
  await page.locator('input[type=checkbox][value="question:on-allowance"]').check();
  for (const item of ['person_id', 'grade', 'state']) await page.locator(`input[type=checkbox][value=${item}]`).check();
  await field(page, 'case-system').fill('补贴办理系统');
  await field(page, 'why').fill('核定低保家庭的优先顺序');
  await field(page, 'times').fill('200');
  await field(page, 'contact-office').fill('计划财务科');
  await page.getByTestId('forecast').click();
  await page.locator('[data-testid="hand-in"]:not([disabled])').waitFor();
  await lookAtPage(page, 'exchange-apply');
  await page.getByTestId('hand-in').click();
  await page.locator('[data-testid="application-state"][data-state="inReview"]').waitFor();
  await page.getByTestId('clock').first().waitFor();
}, 120_000);

test('the other department finds it in its inbox, with a clock, and approves it', async () => {
  const { page } = approver;
  await page.goto(`${platform.url}/exchange/inbox`);
  const open = page.locator('[data-testid="application"][data-state="inReview"]');
  await open.first().getByTestId('clock').waitFor();
  expect(await open.count()).toBe(2);
  await lookAtPage(page, 'exchange-inbox');
  await open.first().getByRole('link').first().click();
  await page.getByTestId('check').click();
  await page.getByTestId('confirm').click();
  await page.getByTestId('check').waitFor({ state: 'detached' });
  await lookAtPage(page, 'exchange-decide');
  await page.getByTestId('approve').click();
  await page.getByTestId('submit').click();
  await page.locator('[data-testid="application-state"][data-state="granted"]').waitFor();
  await handler.page.locator('[data-testid="application-state"][data-state="granted"]').waitFor();
  const id = new URL(handler.page.url()).pathname.split('/').at(-1) ?? '';
  agreement = (await call<Application>(handler.door, `/api/exchange/applications/${id}`)).agreement ?? '';
  expect(agreement).toMatch(/^urn:uuid:/);
}, 120_000);

let asking = '';
let querying = '';
const use = { purpose: matter, caseNumber: 'STNC-000001' };
const startTransfer = (format: string, destination?: object) =>
  waitFor(() =>
    call<{ transfer: string; intake: Intake | null }>(handler.door, '/api/exchange/transfers', {
      agreement,
      format,
      ...use,
      ...(destination ? { destination } : {}),
    }),
  );

/** The id of the grant that the application became, as one of its sides knows it. */
const findGrant = ({ door }: Somebody) =>
  waitFor(async () => {
    const { items } = await call<Items<{ id: string; agreement: string; state: string }>>(
      door,
      '/api/exchange/grants?state=active&perPage=50',
    );
    const found = items.find((grant) => grant.agreement === agreement);
    expect(found).toBeDefined();
    return found?.id ?? '';
  });

test('a question is answered and the table comes, masked and only what was asked for', async () => {
  const { page } = handler;
  await page.goto(`${platform.url}/exchange/grants/${await findGrant(handler)}`);
  await page.getByTestId('use-grant').waitFor();
  await lookAtPage(page, 'exchange-grant');
  await page.getByTestId('use-grant').click();
  await field(page, 'case-number').fill(use.caseNumber);
  await field(page, 'file-name').fill('低保名单.csv');
  await page.getByTestId('submit').click();
  await page.getByTestId('download').waitFor();
  await lookAtPage(page, 'exchange-transfer');
  const pulled = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  querying = (await startTransfer('xy:query')).transfer;
  asking = (await startTransfer('xy:answer')).transfer;
  const rows = await readRows(handler.door, pulled);
  expect(rows).toHaveLength(2_000);
  const [person = '', grade, state, ...more] = (rows.find((row) => row.endsWith('receiving')) ?? '').split(',');
  expect([grade, state, more]).toEqual([expect.stringMatching(/^[123]$/), 'receiving', []]);
  expect(person).toMatch(/^4399\d{13}[\dX]$/);

  const answer = await waitFor(() =>
    call<{ answer: object; jws: string }>(handler.door, '/api/exchange/answers', {
      ...use,
      transfer: asking,
      question: 'on-allowance',
      parameters: { person },
    }),
  );
  expect(answer).toMatchObject({ answer: { kind: 'holds', holds: true }, jws: expect.stringMatching(/^ey/) });
  const found = await waitFor(() =>
    call<{ rows: object[] }>(handler.door, `/api/exchange/transfers/${querying}/query`, {
      ...use,
      filter: { column: 'person_id', is: 'eq', value: person },
    }),
  );
  expect(found.rows).toEqual([{ person_id: person, grade: Number(grade), state: 'receiving' }]);
  await expect(
    call(handler.door, `/api/exchange/transfers/${querying}/query`, { ...use, purpose: 'DEMO-OTHER' }),
  ).rejects.toThrow(/purpose/);
}, 120_000);

/** The department moves its connector to a machine of its own; its data are in a database of that machine. */
async function moveToOwnMachine(): Promise<BenchConnector> {
  const head = await enter(marketRegulation);
  await call(head.door, '/api/exchange/connector/off', {});
  const { key: apiKey } = await call<{ key: string }>(head.door, '/api/keys', {
    name: 'connector',
    scopes: ['exchange'],
  });
  const server = postgres(platform.databaseUrl, { max: 1, onnotice: () => undefined });
  await server.unsafe('CREATE DATABASE own_connector');
  await server.unsafe(`CREATE TABLE producers (certificate_no text PRIMARY KEY, name text NOT NULL, area_mu integer NOT NULL);
    INSERT INTO producers SELECT 'OWN-' || lpad(i::text, 8, '0'), '示范合作社' || repeat(md5(i::text), 16), i % 900
      FROM generate_series(1, ${producerCount}) i`);
  await server.end();
  const own = new URL(platform.databaseUrl);
  own.pathname = '/own_connector';
  startOwn = (port) =>
    startConnector({
      slug: marketRegulation.slug,
      apiKey,
      platformUrl: platform.url,
      folder: join(folder, 'market'),
      port,
      flags: ['--database-url', own.href],
    });
  return startOwn(await findFreePort());
}
let startOwn: (port: number) => Promise<BenchConnector>;

/** Publishes the table there, with a standing rule for the matter; gives the dataset's id. */
async function publishProducers({ admin, reviewer }: BenchConnector): Promise<string> {
  const both = (text: string) => ({ zh: text, en: text });
  const database = new URL(platform.databaseUrl);
  const { id: source } = await call<{ id: string }>(admin, '/api/exchange/sources', {
    name: '认证库',
    kind: 'postgres',
    settings: {
      host: database.hostname,
      port: Number(database.port),
      database: 'postgres',
      user: database.username,
      tls: 'off',
    },
    secret: { password: database.password },
  });
  const duty = { title: both('认证监管'), legalBasis: '《有机产品认证管理办法》' };
  await call(admin, '/api/exchange/catalog/duties/SJ-09', duty, 'PUT');
  const item = (name: string, type: string, more = {}) => ({ name, type, title: both(name), ...more });
  const { dataset } = await call<{ dataset: { id: string } }>(admin, '/api/exchange/datasets', {
    ...{ title: both('有机生产者全量名录'), description: both('有机生产者'), duty: 'SJ-09', table: 'producers' },
    ...{ sharing: 'conditional', conditions: both('补贴核验'), methods: ['pull'], updateCycle: 'weekly' },
    ...{ subject: 'organisation', region: '439900', level: 2, department: both('认证科'), contact: { name: '认证科' } },
    items: [item('certificate_no', 'text', { key: true }), item('name', 'text'), item('area_mu', 'integer')],
    source: { source, table: 'producers' },
  });
  const path = `/api/exchange/datasets/${encodeURIComponent(dataset.id)}`;
  const { revision } = await call<{ revision: number }>(admin, `${path}/submit`, {});
  await call(reviewer, `${path}/decision`, { verdict: 'approve', revision });
  await call(admin, '/api/exchange/rules', {
    ...{ matter, consumer: agriculture.slug, dataset: dataset.id, items: ['certificate_no', 'name', 'area_mu'] },
    ...{ ways: ['rows'], perDay: 100, longestDays: 366, until: null },
  });
  return dataset.id;
}

test('a connector on its own machine is killed in the middle of a pull, and no row is lost or doubled', async () => {
  connector = await moveToOwnMachine();
  const dataset = await publishProducers(connector);
  const now = Date.now();
  const { id } = await waitFor(() =>
    call<Application>(handler.door, '/api/exchange/applications', {
      provider: marketRegulation.slug,
      dataset,
      form: {
        ...{ matter, legalBasis: '《示范办法》', caseSystem: '补贴办理系统', reason: '全量比对有机生产面积' },
        ...{ items: ['certificate_no', 'name', 'area_mu'], ways: ['rows'], maxCount: null, emergency: null },
        frequency: { times: 50, period: 'P1D' },
        from: new Date(now).toISOString(),
        to: new Date(now + 30 * 86_400_000).toISOString(),
        applicant: { name: '王经办', office: '计划财务科', phone: '' },
      },
    }),
  );
  const granted = await waitFor(async () => {
    const application = await call<Application>(handler.door, `/api/exchange/applications/${id}`);
    expect(application.state).toBe('granted');
    return application.agreement ?? '';
  });
  const { transfer, intake } = await waitFor(() =>
    call<{ transfer: string; intake: Intake }>(handler.door, '/api/exchange/transfers', {
      ...{ agreement: granted, format: 'xy:pull-csv', ...use },
      destination: { kind: 'file', name: 'producers.csv' },
    }),
  );
  const incoming = join(platform.data, 'exchange', agriculture.slug, 'incoming', intake.id);
  await vi.waitFor(() => expect(statSync(incoming).size).toBeGreaterThan(2 ** 21), { ...patience, interval: 1 });
  process.kill(connector.pid, 'SIGKILL');
  const stopped = await readIntake(handler.door, intake.id);
  expect(stopped.state).toBe('running');
  expect(stopped.chunks).toBeLessThan(stopped.chunksInAll ?? Number.POSITIVE_INFINITY);

  connector = await startOwn(Number(new URL(connector.admin.url).port));
  const done = await waitFor(async () => {
    const found = await readIntake(handler.door, intake.id);
    expect(found.state).toBe('done');
    return found;
  });
  expect(done.rows).toBe(producerCount);
  const rows = await readRows(handler.door, transfer);
  expect(rows).toHaveLength(producerCount);
  expect(new Set(rows.map((row) => row.slice(0, 12))).size).toBe(producerCount);
}, 240_000);

test('what is revoked is refused with its reason', async () => {
  const { page } = approver;
  await page.goto(`${platform.url}/exchange/grants/${await findGrant(approver)}`);
  await page.getByTestId('revoke').click();
  await field(page, 'reason').fill('核验已经完成，不再需要名单');
  await page.getByTestId('submit').click();
  await page.locator('.chip-grant-revoked').first().waitFor();
  await expect(call(handler.door, `/api/exchange/transfers/${querying}/query`, { ...use })).rejects.toThrow(
    /answered 4\d\d/,
  );
  await waitFor(async () => {
    const stopped = await call<object>(handler.door, `/api/exchange/transfers/${querying}`);
    expect(stopped).toMatchObject({
      state: 'TERMINATED',
      ending: { code: 'GRANT_REVOKED', reason: ['The grant was revoked.'], by: 'provider' },
    });
  });
  await waitFor(async () => {
    const again = await call(handler.door, '/api/exchange/transfers', {
      ...{ agreement, format: 'xy:query', ...use },
    }).then(
      () => '',
      (error: Error) => error.message,
    );
    expect(again).toMatch(/DSP_AGREEMENT_RETIRED/);
  });
  await lookAtPage(page, 'exchange-revoked');
}, 120_000);

test('the auditor finds all of it, and its evidence verifies', async () => {
  const path = `/api/exchange/records?perPage=100&agreement=${encodeURIComponent(agreement)}`;
  const { items } = await waitFor(() => call<Items<{ kind: string; outcome: string }>>(auditor.door, path));
  const kinds = new Set(items.map(({ kind, outcome }) => `${kind} ${outcome}`));
  for (const wanted of ['answer ok', 'delivery ok', 'key.released ok']) expect([...kinds]).toContain(wanted);
  expect([...kinds].filter((kind) => kind.endsWith('refused'))).not.toEqual([]);

  const { page } = auditor;
  await page.goto(`${platform.url}/exchange/audit`);
  await field(page, 'filter-agreement').fill(agreement);
  await page.getByTestId('search-records').click();
  await page.waitForURL(/agreement=/);
  await page.getByTestId('record').first().waitFor();
  await lookAtPage(page, 'exchange-audit');
  await page.goto(`${platform.url}/exchange/evidence`);
  await field(page, 'agreement').fill(agreement);
  await page.getByTestId('make-bundle').click();
  await page.locator('[data-testid="bundle-result"][data-valid="true"]').waitFor();
  await lookAtPage(page, 'exchange-evidence');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('save-bundle').click()]);
  const file = join(folder, 'bundle.json');
  await download.saveAs(file);
  const verified = await runCli(['verify', file, '--rpc', platform.espaceUrl]);
  expect(verified.output).toContain('✓');
  expect(verified.code).toBe(0);
  const forged = readFileSync(file, 'utf8').replace('STNC', 'STNX').replace('核定低保家庭', '核定高保家庭');
  writeFileSync(file, forged);
  expect((await runCli(['verify', file])).code).not.toBe(0);
  await page.locator('[data-testid="sides"][data-whole="false"]').waitFor();
  await page.locator('input[type=file]').first().setInputFiles(file);
  await page.locator('[data-testid="bundle-result"][data-valid="false"]').waitFor();
  expect(faults).toEqual([]);
}, 180_000);
