import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { privateKeyToAccount } from 'viem/accounts';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ballotData } from '../../alliance/index.ts';
import { openKeystore } from '../../ledger/index.ts';
import { reportError } from '../reportError.ts';
import { requireSame } from './confirm.ts';
import { found } from './found.ts';
import type { PreparedData } from './platform.ts';
import { propose } from './propose.ts';
import { sign } from './sign.ts';
import { verify } from './verify.ts';
import { vote } from './vote.ts';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));
const password = 'nine green kiwifruits';
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xiangyu-govern-'));
  await writeFile(join(folder, 'password'), `${password}\n`);
});
afterAll(() => rm(folder, { recursive: true }));

const run = (args: string[]) =>
  new Promise<{ code: number; output: string }>((resolve) => {
    execFile(process.execPath, [main, 'alliance', ...args], (error, stdout, stderr) => {
      const code = typeof error?.code === 'number' ? error.code : error ? -1 : 0;
      resolve({ code, output: stdout + stderr });
    });
  });

test('a voting key is made once, in a file that only its owner reads', async () => {
  const own = ['--folder', folder, '--password-file', join(folder, 'password')];
  const made = await run(['key', ...own]);
  expect(made).toMatchObject({ code: 0, output: expect.stringMatching(/^0x[0-9a-f]{40}\n$/) });
  const file = join(folder, 'voting-key.json');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const key = await openKeystore(await readFile(file, 'utf8'), password);
  const { address } = privateKeyToAccount(`0x${Buffer.from(key).toString('hex')}`);
  expect(`${address.toLowerCase()}\n`).toBe(made.output);
  expect(await run(['key', ...own])).toMatchObject({ code: 64, output: expect.stringContaining('KEY_THERE') });
  expect((await run(['key', '--folder', folder, '--show'])).output).toBe(made.output);
}, 60_000);

test('wrong input is named, with an exit code that says of what kind it is', async () => {
  await writeFile(join(folder, 'bad.yaml'), 'name: { zh: x, en: x }\nmembers:\n  - slug: A\n');
  const printed: string[] = [];
  const print = vi.spyOn(console, 'error').mockImplementation((text: string) => void printed.push(text));
  const url = 'http://127.0.0.1:9';
  const own = { folder, url };
  const bad = join(folder, 'bad.yaml');
  const proposal = `0x${'1'.repeat(64)}`;
  const governor = `0x${'1'.repeat(40)}`;
  const cases: [() => Promise<number>, number, string][] = [
    [() => found({ members: join(folder, 'none.yaml'), url }), 66, 'CLI_FILE_UNREADABLE'],
    [() => found({ members: bad, url }), 65, 'bad.yaml:3:11: slug'],
    [() => sign({ folder: join(folder, 'empty'), url }), 64, 'CLI_ALLIANCE_KEY_MISSING'],
    [() => sign(own), 69, 'CLI_PLATFORM_UNREACHABLE'],
    [() => vote({ ...own, proposal: '0x12', support: 'for' }), 64, '0x and 64 digits'],
    [() => vote({ ...own, proposal, support: 'maybe' }), 64, 'for, against or abstain'],
    [() => propose({ ...own, file: bad }), 65, 'it has no type'],
    [() => verify({ rpc: url, governor: '0x12' }), 64, 'CLI_ADDRESS_INVALID'],
    [() => verify({ rpc: url, governor }), 69, 'VERIFY_NODE_UNREACHABLE'],
    [() => verify({ rpc: 'no address', governor }), 64, 'CLI_OPTION_INVALID'],
  ];
  for (const [command, code, text] of cases) {
    printed.length = 0;
    const error: unknown = await command().catch((cause: unknown) => cause);
    expect(reportError(error), text).toBe(code);
    expect(printed.join('\n')).toContain(text);
  }
  print.mockRestore();
}, 60_000);

test('a platform cannot have anything else signed than what was asked for', async () => {
  const place = { chainId: 7002, contract: `0x${'ab'.repeat(20)}` as const };
  const ballot = { proposalId: 5n, support: 1, voter: `0x${'cd'.repeat(20)}` as const, nonce: 0n };
  const own = ballotData(place, ballot) as PreparedData;
  requireSame(JSON.parse(JSON.stringify(own)) as PreparedData, own);
  const others = [
    ballotData(place, { ...ballot, support: 0 }),
    ballotData(place, { ...ballot, proposalId: 6n }),
    ballotData({ ...place, chainId: 1 }, ballot),
    ballotData({ ...place, contract: `0x${'ac'.repeat(20)}` }, ballot),
    { ...own, types: { Ballot: own.types.Ballot?.slice(1) ?? [] } },
    { ...own, primaryType: 'Proposal' },
  ] as PreparedData[];
  for (const other of others) expect(() => requireSame(other, own)).toThrow('Nothing was signed');
});

test('a founder signs nothing when the platform shows contracts that are not there', async () => {
  const address = (await run(['key', '--folder', folder, '--show'])).output.trim();
  const charter = {
    format: 'xiangyu-charter/1',
    name: { zh: 'x', en: 'x' },
    purpose: null,
    rules: { kindWeights: {} },
    founders: [
      {
        slug: 'a',
        key: address,
        kinds: [],
        did: '',
        nodeKey: null,
        witness: null,
        profile: { name: { zh: 'x', en: 'x' } },
      },
    ],
  };
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.setHeader('content-type', 'application/json');
    if (request.url === '/api/alliance/charter') response.end(JSON.stringify(charter));
    else if (request.url === '/rpc/espace') {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      const calls = [JSON.parse(body)].flat() as { id: number; method: string }[];
      const answers = calls.map(({ id, method }) => ({
        jsonrpc: '2.0',
        id,
        result: method === 'eth_chainId' ? '0x1b5a' : '0x',
      }));
      response.end(JSON.stringify(body.startsWith('[') ? answers : answers[0]));
    } else
      response.end(
        JSON.stringify({
          chainId: 7002,
          governor: `0x${'1'.repeat(40)}`,
          registry: `0x${'2'.repeat(40)}`,
          record: `0x${'3'.repeat(40)}`,
        }),
      );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const own = ['--folder', folder, '--password-file', join(folder, 'password'), '--yes'];
  const signed = await run(['sign', ...own, '--url', url]);
  server.close();
  expect(signed).toMatchObject({ code: 64, output: expect.stringContaining('VERIFY_NO_ALLIANCE') });
  expect(asked.filter((line) => line.startsWith('POST /api'))).toEqual([]);
}, 60_000);
