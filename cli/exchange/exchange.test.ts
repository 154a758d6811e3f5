import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { findFreePort } from '../../host/index.ts';
import { startTestServer, type TestServer } from '../../server/testing.ts';
import { showApplications } from './applications.ts';
import { audit } from './audit.ts';
import { showCatalog, showDataset } from './catalog.ts';
import { refuse } from './decide.ts';
import { showGrants } from './grants.ts';
import { showMatters } from './matter.ts';
import { pull } from './pull.ts';
import { queryRows } from './query.ts';
import { requestData } from './request.ts';

let server: TestServer;
let folder: string;
let said: string[];
let dataset: string;
const keys: Record<string, string> = {};
const at = (name: string) => join(folder, name);
const as = (slug: string) => ({ url: server.address, keyFile: keys[slug] ?? '' });
const told = <T>() => JSON.parse(said.join('\n')) as T;

async function send<T>(key: string, path: string, body?: unknown, method?: string): Promise<T> {
  const answer = await server.ask(path, {
    key,
    ...(body === undefined ? {} : { body }),
    ...(method ? { method } : {}),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

beforeAll(async () => {
  const port = await findFreePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  [server, folder] = await Promise.all([
    startTestServer({ port, publicUrl, allowPrivateUrls: true }),
    mkdtemp(join(tmpdir(), 'xiangyu-exchange-')),
  ]);
  const secrets: Record<string, string[]> = {};
  for (const slug of ['market', 'farms']) {
    await server.alliance.createMember({ slug, name: { zh: slug, en: slug }, kind: 'department' });
    secrets[slug] = [];
    for (const name of ['first', 'second']) {
      const { key } = await server.alliance.createKey({ name, member: slug, scopes: ['exchange', 'govern'] } as never);
      secrets[slug].push(key);
    }
    const [first = ''] = secrets[slug];
    keys[slug] = at(`${slug}.key`);
    await writeFile(keys[slug], first);
    await send(first, '/api/exchange/connector/on', {});
  }
  const [steward = '', reviewer = ''] = secrets.market ?? [];
  const both = (en: string, zh = en) => ({ zh, en });
  const duty = { title: both('Register'), legalBasis: '《条例》' };
  await send(steward, '/api/exchange/catalog/duties/SC-01', duty, 'PUT');
  const { dataset: made } = await send<{ dataset: { id: string } }>(steward, '/api/exchange/datasets', {
    ...{ title: both('Producers', '生产者名录'), description: both('Producers'), duty: 'SC-01', table: 'producers' },
    ...{ sharing: 'conditional', conditions: both('For subsidies'), methods: ['pull'], updateCycle: 'daily' },
    ...{ subject: 'organisation', region: '430000', level: 2, department: both('Register') },
    items: [{ name: 'licence', title: both('Licence'), type: 'text', key: true }],
    contact: { name: 'Register' },
  });
  dataset = made.id;
  const path = `/api/exchange/datasets/${encodeURIComponent(dataset)}`;
  const { revision } = await send<{ revision: number }>(steward, `${path}/submit`, {});
  await send(reviewer, `${path}/decision`, { verdict: 'approve', revision });
}, 60_000);
afterAll(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  said = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
});

test('a department looks, applies, is refused with a ground, and an auditor finds it', async () => {
  expect(await showCatalog({ ...as('farms'), department: 'market', search: '名录' })).toBe(0);
  expect(said[1]).toContain(dataset);
  expect(await showDataset({ ...as('farms'), department: 'market', dataset })).toBe(0);
  expect(said.join('\n')).toMatch(/^licence /m);
  const matter = { code: 'ECO', name: '补贴', legalBasis: '第十二条' };
  expect(await showMatters({ ...as('farms'), ...matter })).toBe(0);
  const form = {
    ...{ matter: 'ECO', legalBasis: '第十二条', caseSystem: 'Subsidies', items: ['licence'], ways: ['rows'] },
    ...{ frequency: null, maxCount: null, emergency: null, reason: 'To check applicants.' },
    from: new Date(Date.now() - 60_000).toISOString(),
    to: new Date(Date.now() + 86_400_000).toISOString(),
    applicant: { name: 'Li', office: 'Subsidies', phone: '' },
  };
  await writeFile(at('request.json'), JSON.stringify({ provider: 'market', dataset, form }));
  const file = at('request.json');
  said = [];
  expect(await requestData({ ...as('farms'), file, try: true, json: true })).toBe(0);
  expect(told()).toMatchObject({ outcome: 'person' });
  said = [];
  const rows = '{"column":"licence","is":"startsWith","value":"430"}';
  await expect(requestData({ ...as('farms'), file, rows: '[' })).rejects.toMatchObject({ code: 'CLI_OPTION_INVALID' });
  expect(await requestData({ ...as('farms'), file, rows, place: '4301', json: true })).toBe(0);
  const { id } = told<{ id: string }>();
  const inbox = async () => {
    said = [];
    await showApplications({ ...as('market'), inbox: true, json: true });
    return told<{ id: string; state: string }[]>();
  };
  await vi.waitFor(async () => expect(await inbox()).toHaveLength(1), { timeout: 5_000 });
  const [received] = await inbox();
  expect(received).toMatchObject({ form: { rows: [JSON.parse(rows)], place: '4301' } });
  await showApplications({ ...as('market'), id: received?.id ?? '' });
  expect(said.join('\n')).toMatch(/^only rows .*licence/m);
  const refusal = { id: received?.id ?? '', ground: 'law', reason: 'Not for this matter.' };
  expect(await refuse({ ...as('market'), ...refusal })).toBe(0);
  await vi.waitFor(
    async () => {
      said = [];
      await showApplications({ ...as('farms'), id });
      expect(said.join('\n')).toMatch(/^state +refused$/m);
      expect(said.join('\n')).toContain('Not for this matter.');
    },
    { timeout: 5_000 },
  );
  expect(await audit({ ...as('market'), csv: at('records.csv') })).toBe(0);
  expect(await readFile(at('records.csv'), 'utf8')).toContain('decision');
  await expect(audit({ ...as('market'), csv: at('records.csv') })).rejects.toMatchObject({
    code: 'CLI_FILE_NOT_WRITTEN',
  });
});

test('what cannot be is refused before anything is sent, or with the reason of the platform', async () => {
  const none = { ...as('farms'), agreement: 'urn:uuid:none' };
  await expect(pull({ ...none, case: 'C-1' })).rejects.toMatchObject({ code: 'CLI_EXCHANGE_AGREEMENT_UNKNOWN' });
  await expect(queryRows(none)).rejects.toMatchObject({ code: 'CLI_EXCHANGE_CASE_MISSING' });
  await expect(queryRows({ ...none, case: 'C-1', filter: '[1]' })).rejects.toMatchObject({
    code: 'CLI_OPTION_INVALID',
  });
  await expect(showGrants({ ...none, limit: 'many' })).rejects.toMatchObject({ code: 'CLI_OPTION_INVALID' });
  await writeFile(at('wrong.json'), '{"provider":"market"}');
  await expect(requestData({ ...none, file: at('wrong.json') })).rejects.toMatchObject({ code: 'CLI_REQUEST_REFUSED' });
  await writeFile(at('broken.json'), '{');
  await expect(requestData({ ...none, file: at('broken.json') })).rejects.toMatchObject({ code: 'CLI_FILE_INVALID' });
  await writeFile(at('stranger.key'), 'xy_stranger');
  await expect(showGrants({ ...none, keyFile: at('stranger.key') })).rejects.toMatchObject({ status: 400 });
  expect(await showGrants({ ...as('farms'), json: true })).toBe(0);
  expect(told()).toEqual([]);
});
