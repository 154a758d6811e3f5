import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { Agent, request as httpRequest } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import {
  type Checkpoint,
  emptyRoot,
  formatAddCheckpoint,
  formatCheckpointBody,
  formatNote,
  parseCheckpoint,
  parseSignatureLines,
  parseVerifierKey,
  signNote,
  verifyCosignature,
  verifyNoteSignature,
} from '../proof/index.ts';
import { hashOrigin } from './records.ts';
import { type RunningWitness, startWitness } from './startWitness.ts';
import { addCheckpoint, createTestLog, silent, temporaryFolder } from './testing.ts';

const log = createTestLog('example.com/log', 300);
const name = 'witness.example/w1';
const running: RunningWitness[] = [];
afterEach(async () => {
  for (const witness of running.splice(0)) await witness.stop();
});

async function start(options: { dataDir?: string; logs?: string[]; name?: string; port?: number } = {}) {
  const dataDir = options.dataDir ?? (await temporaryFolder());
  const witness = await startWitness({
    host: '127.0.0.1',
    port: 0,
    name,
    logs: [log.verifierKey],
    logger: silent,
    ...options,
    dataDir,
  });
  running.push(witness);
  return { ...witness, dataDir };
}

/** The checkpoint with the answer's lines, as a log's client puts them together. */
function cosigned(checkpoint: string, answer: string): Checkpoint {
  const { note } = parseCheckpoint(checkpoint);
  return parseCheckpoint(formatNote({ ...note, signatures: [...note.signatures, ...parseSignatureLines(answer)] }));
}

test('a growing log is cosigned with every key, and monitors get the same checkpoint', async () => {
  const witness = await start();
  const monitored = `${witness.url}/${hashOrigin(log.origin)}/checkpoint`;
  expect((await fetch(monitored)).status).toBe(404);
  let last = 0;
  for (const size of [0, 1, 1, 2, 64, 100, 300]) {
    const before = Math.floor(Date.now() / 1000);
    const answer = await addCheckpoint(witness.url, log.request(last, size));
    expect(answer).toMatchObject({ status: 200, type: 'text/plain; charset=utf-8' });
    const checkpoint = cosigned(log.checkpoint(size), answer.body);
    const checks = witness.verifierKeys.map((key) => verifyCosignature(checkpoint, parseVerifierKey(key)));
    expect(checks.map((check) => check?.ok)).toEqual([true, true, true]);
    for (const check of checks.slice(0, 2)) expect(check?.timestamp).toBeGreaterThanOrEqual(before);
    const response = await fetch(monitored);
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    const seen = parseCheckpoint(await response.text());
    expect(seen.note.text).toBe(checkpoint.note.text);
    expect(verifyNoteSignature(seen.note, parseVerifierKey(log.verifierKey))).toBe(true);
    expect(witness.verifierKeys.map((key) => verifyNoteSignature(seen.note, parseVerifierKey(key)))).toEqual([
      true,
      true,
      true,
    ]);
    last = size;
  }
});

test('every refusal has the status of the specification', async () => {
  const witness = await start();
  const ask = async (body: string | Uint8Array) => (await addCheckpoint(witness.url, body)).status;
  const body = log.request(0, 5);
  // 400: not a request.
  for (const bad of [
    '',
    'old 0',
    'hello\n\nworld\n',
    body.replace('old 0', 'old 00'),
    body.slice(0, -1),
    body.replace('\n\n', '\n'),
  ]) {
    expect(await ask(bad)).toBe(400);
  }
  expect(await ask(Uint8Array.of(0xff, 0xfe, 0x0a))).toBe(400);
  // 404: an origin nobody told this witness to watch.
  expect(await ask(createTestLog('example.com/other', 5).request(0, 5))).toBe(404);
  // 403: no signature of a trusted key, or a bad one of a trusted key next to a good one.
  const note = parseCheckpoint(log.checkpoint(5)).note;
  const [line] = note.signatures;
  if (!line) throw new Error('no line');
  const flipped = { ...line, signature: line.signature.with(3, (line.signature[3] ?? 0) ^ 1) };
  const stranger = { ...line, keyId: line.keyId ^ 1 };
  const withLines = (...signatures: (typeof line)[]) =>
    formatAddCheckpoint({ oldSize: 0, hashes: [], checkpoint: formatNote({ ...note, signatures }) });
  expect(await ask(withLines(stranger))).toBe(403);
  expect(await ask(withLines(flipped))).toBe(403);
  expect(await ask(withLines(line, flipped))).toBe(403);
  expect(await ask(withLines(flipped, line))).toBe(403);
  // 400: the old size is above the checkpoint's; the signature is looked at before.
  expect(await ask(log.request(6, 5))).toBe(400);
  // 422: a proof where there is nothing to prove, and a tree of nothing with a root of something.
  expect(await ask(formatAddCheckpoint({ oldSize: 0, hashes: [emptyRoot], checkpoint: log.checkpoint(5) }))).toBe(422);
  const signer = { name: log.origin, privateKey: new Uint8Array(32).fill(7) };
  const zero = formatNote(signNote(formatCheckpointBody({ origin: log.origin, size: 0, root: log.root(1) }), signer));
  expect(await ask(formatAddCheckpoint({ oldSize: 0, hashes: [], checkpoint: zero }))).toBe(422);
  // Strangers' lines change nothing, sixteen of them neither.
  expect(await ask(withLines(...Array.from({ length: 16 }, () => stranger), line))).toBe(200);
  // 409: the old size is not what was signed last; the answer says what was.
  for (const [from, to] of [
    [0, 5],
    [4, 5],
    [6, 7],
    [0, 0],
  ] as const) {
    expect(await addCheckpoint(witness.url, log.request(from, to))).toEqual({
      status: 409,
      body: '5\n',
      type: 'text/x.tlog.size',
    });
  }
  // 422: a proof that proves nothing; the old size is right.
  const good = log.request(5, 100);
  const lines = good.split('\n');
  const wrong = [
    lines.toSpliced(1, 1).join('\n'),
    lines.toSpliced(1, 0, lines[1] ?? '').join('\n'),
    lines.with(1, lines[2] ?? '').join('\n'),
    formatAddCheckpoint({ oldSize: 5, hashes: [], checkpoint: log.checkpoint(100) }),
    formatAddCheckpoint({ oldSize: 5, hashes: [emptyRoot], checkpoint: log.checkpoint(5) }),
  ];
  for (const request of wrong) expect(await ask(request)).toBe(422);
  expect(await ask(good)).toBe(200);
});

test('a log that tells another story is refused with 422 and its checkpoint kept', async () => {
  const witness = await start();
  expect((await addCheckpoint(witness.url, log.request(0, 100))).status).toBe(200);
  for (const fork of [0, 50, 99]) {
    const liar = createTestLog(log.origin, 300, 'lie', fork);
    for (const size of [100, 101, 128, 300]) {
      expect((await addCheckpoint(witness.url, liar.request(100, size))).status).toBe(422);
    }
    expect((await addCheckpoint(witness.url, liar.request(0, 100))).status).toBe(409);
  }
  expect((await readdir(join(witness.dataDir, 'refused'))).length).toBe(12);
  const kept = await (await fetch(`${witness.url}/${hashOrigin(log.origin)}/checkpoint`)).text();
  expect(parseCheckpoint(kept).root).toEqual(log.root(100));
  expect((await addCheckpoint(witness.url, log.request(100, 300))).status).toBe(200);
});

test('of many requests at once for one old size exactly one is signed', async () => {
  const witness = await start();
  const sizes = Array.from({ length: 40 }, (_, at) => at + 1);
  const answers = await Promise.all(sizes.map((size) => addCheckpoint(witness.url, log.request(0, size))));
  const signed = answers.flatMap(({ status }, at) => (status === 200 ? [sizes[at]] : []));
  expect(signed.length).toBe(1);
  for (const { status, body } of answers) if (status !== 200) expect([status, body]).toEqual([409, `${signed[0]}\n`]);
});

test('keys and records outlive a restart; the keys are private', async () => {
  const first = await start();
  expect((await addCheckpoint(first.url, log.request(0, 50))).status).toBe(200);
  await first.stop();
  const second = await start({ dataDir: first.dataDir });
  expect(second.verifierKeys).toEqual(first.verifierKeys);
  expect(second.address).toBe(first.address);
  expect((await stat(join(first.dataDir, 'keys.secret'))).mode & 0o777).toBe(0o600);
  expect(await addCheckpoint(second.url, log.request(0, 60))).toMatchObject({ status: 409, body: '50\n' });
  expect((await addCheckpoint(second.url, log.request(50, 60))).status).toBe(200);
});

test('a folder serves one witness at a time and one name for ever', async () => {
  const { dataDir, stop } = await start();
  await expect(start({ dataDir })).rejects.toMatchObject({ code: 'HOST_FOLDER_IN_USE' });
  await stop();
  await expect(start({ dataDir, name: 'witness.example/w2' })).rejects.toMatchObject({ code: 'WITNESS_NAME_CHANGED' });
  await start({ dataDir });
});

test('a damaged record keeps the witness from starting', async () => {
  const { dataDir, url, stop } = await start();
  await addCheckpoint(url, log.request(0, 50));
  await stop();
  const file = join(dataDir, 'logs', hashOrigin(log.origin));
  const text = await readFile(file, 'utf8');
  for (const damaged of ['', text.slice(0, 40), text.replace('\n50\n', '\n40\n'), log.checkpoint(50)]) {
    await writeFile(file, damaged);
    await expect(start({ dataDir })).rejects.toMatchObject({ code: 'WITNESS_RECORD_DAMAGED' });
  }
  await writeFile(file, text);
  await start({ dataDir });
});

test.each([
  ['a name with a space', { name: 'my witness' }, 'WITNESS_NAME_INVALID'],
  ['no name', { name: '' }, 'WITNESS_NAME_INVALID'],
  ['a name with a plus sign', { name: 'a+b' }, 'WITNESS_NAME_INVALID'],
  ['no log', { logs: [] }, 'WITNESS_NO_LOG'],
  ['a cut-off log key', { logs: [log.verifierKey.slice(0, -2)] }, 'WITNESS_LOG_KEY_INVALID'],
  [
    'an old witness key for a log',
    { logs: ['remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2'] },
    'WITNESS_LOG_KEY_INVALID',
  ],
])('wrong input is named: %s', async (_, options, code) => {
  await expect(start(options)).rejects.toMatchObject({ code, status: 400 });
});

test('a port that is taken is named, and the folder is free again', async () => {
  const blocker = createServer();
  await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve));
  const address = blocker.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  const dataDir = await temporaryFolder();
  await expect(start({ dataDir, port })).rejects.toMatchObject({ code: 'WITNESS_CANNOT_LISTEN' });
  await new Promise((resolve) => blocker.close(resolve));
  await start({ dataDir });
});

test('other paths, methods and sizes', async () => {
  const { url, verifierKeys } = await start();
  const status = async (path: string, init?: RequestInit) => (await fetch(`${url}${path}`, init)).status;
  expect(await status('/health')).toBe(200);
  expect(await (await fetch(url)).text()).toContain(verifierKeys[0]);
  expect(await status('/nowhere')).toBe(404);
  expect(await status('/../keys.secret')).toBe(404);
  expect(await status('/name')).toBe(404);
  expect(await status(`/${'0'.repeat(64)}/checkpoint`)).toBe(404);
  expect(await status(`/${hashOrigin(log.origin).toUpperCase()}/checkpoint`)).toBe(404);
  expect(await status('/add-checkpoint')).toBe(405);
  expect(await status('/health', { method: 'DELETE' })).toBe(404);
  expect((await addCheckpoint(url, 'a'.repeat(800 * 1024))).status).toBe(413);
  expect(await status('/health')).toBe(200);
});

test('one connection serves many requests', async () => {
  const { url } = await start();
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ports = new Set<number | undefined>();
  const post = (body: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      const request = httpRequest(`${url}/add-checkpoint`, { method: 'POST', agent }, (response) => {
        ports.add(response.socket.localPort);
        response.resume().on('end', () => resolve(response.statusCode));
      });
      request.once('error', reject).end(body);
    });
  for (const [from, to] of [
    [0, 1],
    [1, 2],
    [2, 3],
  ] as const)
    expect(await post(log.request(from, to))).toBe(200);
  expect(ports.size).toBe(1);
  agent.destroy();
});

test('stopping waits for the request under way, and takes no new one', async () => {
  const { url, stop } = await start();
  const body = log.request(0, 4);
  const request = httpRequest(`${url}/add-checkpoint`, {
    method: 'POST',
    headers: { 'content-length': Buffer.byteLength(body) },
  });
  const status = new Promise((resolve, reject) => {
    request.once('response', (response) => resolve(response.resume().statusCode)).once('error', reject);
  });
  const content = Buffer.from(body);
  await new Promise((resolve) => request.write(content.subarray(0, 20), resolve));
  await expect.poll(async () => (await fetch(`${url}/health`)).status).toBe(200); // the first bytes are there by then
  const stopped = stop();
  await expect(fetch(`${url}/health`)).rejects.toThrow();
  request.end(content.subarray(20));
  expect(await status).toBe(200);
  await stopped;
});
