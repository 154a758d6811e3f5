import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findFreePort } from '../host/index.ts';
import { createTestLog } from '../witness/testing.ts';
import { runCli } from './runCli.ts';
import { startWitnessProcess } from './startWitness.ts';

const log = createTestLog('example.com/log', 1).verifierKey;
const name = 'witness.example/cli';
let data: string;
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'xiangyu-witness-cli-'));
});
afterAll(() => rm(data, { recursive: true }));

test('what the operator of a log needs is printed, the private keys are not', async () => {
  const witness = await startWitnessProcess({ data, name, logs: [log], port: await findFreePort() });
  expect(witness.entry).toEqual({ vkeys: witness.verifierKeys, url: witness.url });
  expect(witness.output()).toMatch(/eSpace address {2}0x[0-9a-f]{40}\n/);
  expect(witness.output()).toMatch(/watches\s+example\.com\/log\n/);
  expect(witness.output()).not.toMatch(/[0-9a-f]{64}/);

  const inUse = await runCli(['witness', '--data', data, '--name', name, '--log', log]);
  expect(inUse).toMatchObject({ code: 70, output: expect.stringContaining('HOST_FOLDER_IN_USE') });
  const other = await mkdtemp(join(tmpdir(), 'xiangyu-witness-cli-'));
  const args = [
    'witness',
    '--data',
    other,
    '--name',
    name,
    '--log',
    log,
    '--listen',
    witness.url.slice('http://'.length),
  ];
  expect(await runCli(args)).toMatchObject({ code: 70, output: expect.stringContaining('WITNESS_CANNOT_LISTEN') });
  await rm(other, { recursive: true });
  expect(await witness.stop()).toBe(0);
});

test.each([
  ['nothing', [], "required option '--data <folder>' not specified"],
  ['no log', ['--data', '.', '--name', name], "required option '--log <vkey>' not specified"],
  ['a wrong log key', ['--data', '.', '--name', name, '--log', `${log}A`], 'WITNESS_LOG_KEY_INVALID'],
  ['a name with a space', ['--name', 'my witness', '--log', log], 'WITNESS_NAME_INVALID'],
  ['another name', ['--name', 'witness.example/other', '--log', log], 'WITNESS_NAME_CHANGED'],
  ['no port', ['--name', name, '--log', log, '--listen', '127.0.0.1'], 'WITNESS_ADDRESS_INVALID'],
])('wrong input is named with exit code 64: %s', async (_, args, message) => {
  const folder = args.length > 0 && !args.includes('--data') ? ['--data', data] : [];
  expect(await runCli(['witness', ...folder, ...args])).toMatchObject({
    code: 64,
    output: expect.stringContaining(message),
  });
});

test('the help names every option', async () => {
  const { code, output } = await runCli(['witness', '--help']);
  expect(code).toBe(0);
  for (const option of ['--data', '--name', '--log', '--listen', '--verbose']) expect(output).toContain(option);
});
