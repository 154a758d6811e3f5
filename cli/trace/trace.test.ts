import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { openTestApp, openTestTrace, type TestTrace } from '../../trace/testing.ts';
import { exportFile } from './exportFile.ts';
import { importFiles } from './importFiles.ts';
import { watchFolder } from './watchFolder.ts';

let room: TestTrace;
let app: FastifyInstance;
let door: Server;
let url: string;
let folder: string;
let keyFile: string;
let said: string[] = [];
/** While it is set the platform answers everything so. */
let trouble: number | null = null;

beforeAll(async () => {
  room = await openTestTrace();
  app = await openTestApp(room.trace);
  const inner = new URL(await app.listen({ host: '127.0.0.1', port: 0 }));
  // The test application knows callers by a header; the commands have a key.
  door = createServer((incoming, outgoing) => {
    if (trouble !== null || incoming.headers.authorization !== 'Bearer xy_farm') {
      outgoing.writeHead(trouble ?? 401, { 'content-type': 'application/problem+json' }).end('{"title":"trouble"}');
      return;
    }
    const headers = { ...incoming.headers, 'x-member': 'farm' };
    const { method, url: path } = incoming;
    const onward = request({ port: inner.port, host: inner.hostname, method, path, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(door.address() as AddressInfo).port}`;
  folder = await mkdtemp(join(tmpdir(), 'xiangyu-trace-'));
  keyFile = join(folder, 'api.key');
  await writeFile(keyFile, 'xy_farm\n');
});
afterAll(async () => {
  door?.closeAllConnections();
  door?.close();
  await app?.close();
  await room?.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  said = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
});

const table = (lot: string, quantity = '2') =>
  `时间,地点,产品,批次,数量,单位,事件编号\n2026-10-12 08:30,9521900000019,9521102000114,${lot},${quantity},kg,1\n`;
const document = {
  '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'],
  ...{ type: 'EPCISDocument', schemaVersion: '2.0', creationDate: '2026-10-12T12:00:00+08:00' },
  epcisBody: {
    eventList: [
      {
        ...{ type: 'ObjectEvent', action: 'OBSERVE', bizStep: 'inspecting' },
        ...{ eventTime: '2026-10-12T11:00:00+08:00', eventTimeZoneOffset: '+08:00' },
        epcList: ['https://id.gs1.org/01/06901234567892/21/cli1'],
      },
    ],
  },
};
const count = async () => Number((await room.store.sql`SELECT count(*) AS n FROM trace.events`)[0]?.n);

test('files are imported once, tried without a trace, and refused with every reason', async () => {
  const [good, bad, json] = ['good.csv', 'bad.csv', 'event.json'].map((name) => join(folder, name));
  await writeFile(good ?? '', table('CLI-1'));
  await writeFile(bad ?? '', table('CLI-2', '=1+1'));
  await writeFile(json ?? '', JSON.stringify(document));
  const run = (files: (string | undefined)[], more = {}) =>
    importFiles({ files: files.map(String), url, keyFile, ...more });
  expect(await run([good], { dryRun: true })).toBe(0);
  expect(said.at(-1)).toContain('1 events would be stored');
  expect(await count()).toBe(0);
  expect(await run([good, json])).toBe(0);
  expect(await count()).toBe(2);
  expect(await run([good, bad], { json: true })).toBe(65);
  expect(await count()).toBe(2);
  expect(JSON.parse(said.at(-1) ?? '')).toMatchObject({
    ok: false,
    problems: [expect.stringContaining('row 2, quantity: is a formula')],
  });
  await expect(run([join(folder, 'api.key')])).rejects.toMatchObject({ code: 'CLI_TRACE_FILE_UNKNOWN' });
});

test('a folder is emptied of complete files; what is refused has its reasons beside it; trouble is waited out', async () => {
  const inbox = join(folder, 'inbox');
  await mkdir(inbox);
  const stop = new AbortController();
  const lines: string[] = [];
  const watching = watchFolder({
    folder: inbox,
    url,
    keyFile,
    interval: '0.1',
    signal: stop.signal,
    say: (line) => void lines.push(line),
  });
  trouble = 503;
  const before = await count();
  await writeFile(join(inbox, 'a.csv'), table('W-1'));
  await writeFile(join(inbox, 'b.csv'), table('W-2', 'viel'));
  await writeFile(join(inbox, 'c.csv.part'), table('W-3'));
  await vi.waitFor(() => expect(lines.join()).toContain('Trying again'), { timeout: 3_000 });
  expect(await readdir(inbox)).toContain('a.csv');
  trouble = null;
  await vi.waitFor(async () => expect((await readdir(inbox)).filter((name) => name.endsWith('.csv'))).toEqual([]), {
    timeout: 5_000,
  });
  expect(await readdir(join(inbox, 'done'))).toEqual(['a.csv']);
  expect(await readdir(join(inbox, 'refused'))).toEqual(['b.csv', 'b.csv.report.txt']);
  expect(await readFile(join(inbox, 'refused', 'b.csv.report.txt'), 'utf8')).toContain(
    'row 2, quantity: viel is no number above 0',
  );
  expect(await readdir(inbox)).toContain('c.csv.part');
  expect(await count()).toBe(before + 1);
  await expect(watchFolder({ folder: inbox, url, keyFile, interval: '1' })).rejects.toMatchObject({
    code: 'HOST_FOLDER_IN_USE',
  });
  stop.abort();
  expect(await watching).toBe(0);
  // As after a kill between sending and moving: the file comes again, and is only moved.
  await writeFile(join(inbox, 'a.csv'), table('W-1'));
  expect(await watchFolder({ folder: inbox, url, keyFile, interval: '0.1', once: true, say: () => undefined })).toBe(0);
  expect(await readdir(join(inbox, 'done'))).toHaveLength(2);
  expect(await count()).toBe(before + 1);
});

test('an export is a file that is whole or not there', async () => {
  const out = join(folder, 'out.json');
  expect(await exportFile({ url, keyFile, format: 'json', where: ['EQ_bizStep=inspecting'], out })).toBe(0);
  expect(JSON.parse(await readFile(out, 'utf8')).epcisBody.eventList).toHaveLength(1);
  await expect(exportFile({ url, keyFile, format: 'pdf', out: join(folder, 'no.pdf') })).rejects.toMatchObject({
    code: 'CLI_REQUEST_REFUSED',
  });
  expect(await readdir(folder)).not.toContain('no.pdf');
});
