import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { verifyBundle } from '../../proof/index.ts';
import { startTestServer, type TestServer } from '../../server/testing.ts';
import { certificate } from './certificate.ts';
import { notarize } from './notarize.ts';
import type { Receipt } from './receipt.ts';

let server: TestServer;
let folder: string;
let keyFile: string;
let said: string[];

beforeAll(async () => {
  server = await startTestServer();
  folder = await mkdtemp(join(tmpdir(), 'xiangyu-notarize-'));
  await server.alliance.createMember({ slug: 'archive', name: { zh: '档案馆', en: 'Archive' }, kind: 'institution' });
  const { key } = await server.alliance.createKey({ name: 'cli', member: 'archive', scopes: ['capture', 'read'] });
  keyFile = join(folder, 'api.key');
  await writeFile(keyFile, `${key}\n`);
}, 120_000);
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  said = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
});

async function makeFiles(name: string, contents: string[]): Promise<string[]> {
  const into = join(folder, name);
  await mkdir(into, { recursive: true });
  const paths = contents.map((_, at) => join(into, `文件 ${at}.txt`));
  for (const [at, path] of paths.entries()) await writeFile(path, contents[at] ?? '');
  return paths;
}

const readJson = async <T>(path: string) => JSON.parse(await readFile(path, 'utf8')) as T;
const countStatements = async () =>
  (await server.store.sql<{ n: number }[]>`SELECT count(*)::int AS n FROM ledger.statement_rows`)[0]?.n ?? 0;

test('files get receipts and bundles; a second run records nothing', { timeout: 90_000 }, async () => {
  const contents = ['first', '', 'x'.repeat(3_000_000)];
  const files = await makeFiles('plain', contents);
  const parameters = { files, url: server.address, keyFile };
  expect(await notarize({ ...parameters, wait: true })).toBe(0);
  for (const [at, file] of files.entries()) {
    const digest = createHash('sha256')
      .update(contents[at] ?? '')
      .digest('hex');
    const receipt = await readJson<Receipt>(`${file}.evidence.json`);
    expect(receipt).toMatchObject({ digest, bytes: contents[at]?.length, platform: server.address });
    const bundle = await readJson<{ statement: object }>(`${file}.bundle.json`);
    expect(bundle.statement).toMatchObject({ digest, member: 'archive' });
    expect((await verifyBundle(bundle)).valid).toBe(true);
  }
  const before = await countStatements();
  const all = (await readdir(join(folder, 'plain'))).map((name) => join(folder, 'plain', name));
  expect(await notarize({ ...parameters, files: all })).toBe(0);
  expect(said.at(-1)).toContain('0 recorded, 3 recorded before');
  expect(await countStatements()).toBe(before);

  await writeFile(files[0] ?? '', 'first, changed');
  await notarize(parameters);
  expect(await countStatements()).toBe(before + 1);
  // The receipt of the earlier content is kept.
  expect((await readdir(join(folder, 'plain'))).filter((name) => name.startsWith('文件 0.txt.evidence'))).toHaveLength(
    2,
  );

  const { id } = await readJson<Receipt>(`${files[1]}.evidence.json`);
  const out = join(folder, 'certificate.pdf');
  expect(await certificate({ id, url: server.address, out, lang: 'zh-CN', keyFile })).toBe(0);
  expect((await readFile(out)).subarray(0, 5).toString()).toBe('%PDF-');
  await expect(certificate({ id: 'nobody', url: server.address, out, lang: 'en' })).rejects.toMatchObject({
    code: 'CLI_REQUEST_REFUSED',
  });
});

test('an answer that is lost: the run after it finds the records, none is made twice', async () => {
  const files = await makeFiles('lost', ['a', 'b']);
  const { hostname, port } = new URL(server.address);
  // A line that delivers the request and loses the answer.
  const line = createServer((incoming, outgoing) => {
    const { method, url: path, headers } = incoming;
    const passed = request({ hostname, port, method, path, headers }, (answer) => {
      answer.resume().once('end', () => outgoing.destroy());
    });
    incoming.pipe(passed);
  });
  await new Promise<void>((resolve) => line.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(line.address() as AddressInfo).port}`;
  const before = await countStatements();
  await expect(notarize({ files, url, keyFile })).rejects.toMatchObject({ code: 'CLI_PLATFORM_UNREACHABLE' });
  await new Promise((resolve) => line.close(resolve));
  expect(await countStatements()).toBe(before + 2);
  expect(await notarize({ files, url: server.address, keyFile })).toBe(0);
  expect(await countStatements()).toBe(before + 2);
});

test('nothing is sent when one file cannot be used, and all of them are named', async () => {
  const [good = ''] = await makeFiles('faulty', ['good']);
  const before = await countStatements();
  const files = [good, join(folder, 'missing'), folder];
  await expect(notarize({ files, url: server.address, keyFile })).rejects.toMatchObject({
    code: 'CLI_FILES_UNUSABLE',
    details: { errors: [{ problem: 'is not there' }, { problem: 'is a folder' }] },
  });
  const twin = await makeFiles('faulty-twin', ['other']);
  await expect(
    notarize({ files: [good, ...twin], url: server.address, keyFile, out: join(folder, 'out') }),
  ).rejects.toMatchObject({ code: 'CLI_FILES_UNUSABLE' });
  expect(await countStatements()).toBe(before);
});

test.skipIf(process.getuid?.() === 0)(
  'a folder that may not be written to is told before anything is sent',
  async () => {
    const files = await makeFiles('readonly', ['x']);
    await chmod(join(folder, 'readonly'), 0o500);
    await expect(notarize({ files, url: server.address, keyFile })).rejects.toMatchObject({
      code: 'CLI_FOLDER_UNWRITABLE',
    });
  },
);

test('a wrong key, a platform that is away and a wrong address are told as they are', async () => {
  const files = await makeFiles('refused', ['x']);
  const wrongKey = join(folder, 'wrong.key');
  await writeFile(wrongKey, `xy_${'a'.repeat(43)}`);
  await expect(notarize({ files, url: server.address, keyFile: wrongKey })).rejects.toMatchObject({
    code: 'CLI_REQUEST_REFUSED',
    details: { status: 401 },
  });
  await expect(notarize({ files, url: 'http://127.0.0.1:9', keyFile })).rejects.toMatchObject({
    code: 'CLI_PLATFORM_UNREACHABLE',
  });
  await expect(notarize({ files, url: 'no address', keyFile })).rejects.toMatchObject({ code: 'CLI_OPTION_INVALID' });
  await expect(notarize({ files, url: server.address, keyFile: join(folder, 'none') })).rejects.toMatchObject({
    code: 'CLI_FILE_UNREADABLE',
  });
  expect((await readdir(join(folder, 'refused'))).length).toBe(1);
});
