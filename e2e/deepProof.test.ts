import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { concat, type Hex, keccak256, numberToHex, pad, toBytes } from 'viem';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { announcerCode, createEspaceSender } from '../engine/audit/testing.ts';
import { gatherChainProof } from '../engine/index.ts';
import { startTestNode, type TestNode } from '../engine/testing.ts';
import {
  deriveVerifierKey,
  encodeHex,
  encodeStatement,
  formatCheckpointBody,
  formatNote,
  formatTlogProof,
  formatVerifierKey,
  hashLeaf,
  type ProofBundle,
  type Statement,
  signNote,
} from '../proof/index.ts';
import { runCli } from './runCli.ts';

const folder = mkdtempSync(join(tmpdir(), 'xiangyu-deep-'));
const file = join(folder, 'bundle.json');
const statement: Statement = {
  v: 1,
  kind: 'document',
  subject: 'a contract of sale',
  digest: 'ab'.repeat(32),
  alg: 'sha-256-salted',
  member: 'grower',
  time: '2026-01-01T00:00:00Z',
};

let chain: TestNode;
let bundle: ProofBundle;
let shallow: ProofBundle;

/** A log of one statement, its checkpoint signed and announced on a real chain. */
beforeAll(async () => {
  chain = await startTestNode();
  const { node, genesisKey } = chain;
  const root = hashLeaf(encodeStatement(statement));
  const key = { name: 'log.example', privateKey: new Uint8Array(32).fill(1) };
  const checkpoint = formatNote(signNote(formatCheckpointBody({ origin: key.name, size: 1, root }), key));
  const sender = createEspaceSender(node.espaceUrl, genesisKey);
  const { contractAddress: contract } = await sender.waitFor(await sender.send({ data: announcerCode }));
  const topic = keccak256(toBytes('CheckpointAnchored(uint64,bytes32,uint64)'));
  const data = concat([topic, pad(numberToHex(1)), `0x${encodeHex(root)}`, pad('0x0')]);
  const transactionHash = await sender.send({ to: contract, data });
  const { blockHash, blockNumber } = await sender.waitFor(transactionHash);
  const anchor = { evmChainId: 7002, contract, transactionHash, blockHash, blockNumber: Number(blockNumber) };
  const tlogProof = formatTlogProof({ index: 0, hashes: [], checkpoint });
  shallow = { format: 'xiangyu-proof-bundle/2', statement, tlogProof, anchor };
  const part = await vi.waitFor(() => gatherChainProof(node.coreUrl, transactionHash, { epoch: anchor.blockNumber }), {
    timeout: 30_000,
    interval: 200,
  });
  bundle = { ...shallow, chain: part };
});
afterAll(async () => {
  await chain?.stop();
  rmSync(folder, { recursive: true, force: true });
});

function verify(given: ProofBundle, ...options: string[]) {
  writeFileSync(file, JSON.stringify(given));
  return runCli(['verify', file, '--contract', shallow.anchor?.contract ?? '', ...options]);
}
const tip = (): Hex => bundle.chain?.tip ?? '0x';

test('a bundle is followed from a trusted block hash down to its statement, without a node', async () => {
  const { code, output } = await verify(bundle, '--trusted-block', tip());
  expect(output).toContain('Valid, down to the block.');
  for (const check of ['header', 'trusted', 'order', 'receipt']) expect(output).toMatch(new RegExp(`✓ {2}${check} `));
  expect(code).toBe(0);
});

test('nodes of either space can vouch for the block, and a newer trusted block is reached', async () => {
  const { coreUrl, espaceUrl } = chain.node;
  const agreed = await verify(shallow, '--core-rpc', coreUrl);
  expect(agreed).toMatchObject({ code: 0, output: expect.stringContaining('one node alone') });
  const height = (shallow.anchor?.blockNumber ?? 0) + 14;
  const newer = await vi.waitFor(
    async () => {
      const body = { jsonrpc: '2.0', id: 1, method: 'eth_getBlockByNumber', params: [numberToHex(height), false] };
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(espaceUrl, { method: 'POST', headers, body: JSON.stringify(body) });
      const { result } = (await answer.json()) as { result: { hash: Hex } | null };
      if (!result) throw new Error('the chain is not there yet');
      return result.hash;
    },
    { timeout: 30_000, interval: 200 },
  );
  expect((await verify(bundle, '--trusted-block', newer)).output).toContain('None of the trusted blocks is among');
  const led = await verify(bundle, '--trusted-block', newer, '--core-rpc', coreUrl);
  expect(led).toMatchObject({ code: 0, output: expect.stringContaining(`The pivot block at height ${height}`) });
});

test('what is missing or changed is named, with the exit code that says no', async () => {
  expect(await verify(bundle, '--deep')).toMatchObject({ code: 1, output: expect.stringContaining('NOT decided') });
  const nowhere = await verify(shallow, '--trusted-block', tip());
  expect(nowhere).toMatchObject({ code: 1, output: expect.stringContaining('carries no chain part') });
  const part = bundle.chain;
  if (!part) throw new Error('the bundle has a chain part');
  const last = part.receipt.endsWith('0') ? '1' : '0';
  const changed = { ...bundle, chain: { ...part, receipt: `${part.receipt.slice(0, -1)}${last}` as Hex } };
  const found = await verify(changed, '--trusted-block', tip());
  expect(found.code).toBe(1);
  expect(found.output).toMatch(/✗ {2}receipt .*changed/);
  expect(found.output).toMatch(/✓ {2}header /);
  expect(await verify(bundle, '--trusted-block', '0x12')).toMatchObject({
    code: 64,
    output: expect.stringContaining('CLI_OPTION_INVALID'),
  });
});

test('the log is known by its key', async () => {
  const vkeyOf = (byte: number) =>
    formatVerifierKey(deriveVerifierKey({ name: 'log.example', privateKey: new Uint8Array(32).fill(byte) }));
  const trusted = ['--trusted-block', tip()];
  expect(await verify(bundle, ...trusted, '--log-key', vkeyOf(1))).toMatchObject({
    code: 0,
    output: expect.stringMatching(/✓ {2}logSignature /),
  });
  expect((await verify(bundle, ...trusted, '--log-key', vkeyOf(2))).code).toBe(1);
  const policy = join(folder, 'policy.txt');
  writeFileSync(policy, `log ${vkeyOf(1)}\nquorum none\n`);
  expect((await verify(bundle, ...trusted, '--policy', policy)).code).toBe(0);
  writeFileSync(policy, `log ${vkeyOf(2)}\nquorum none\n`);
  expect((await verify(bundle, ...trusted, '--policy', policy)).code).toBe(1);
});

test('an audit of the chain ends well, and says so when it cannot begin', async () => {
  const { coreUrl } = chain.node;
  const audit = await runCli(['audit', '--core-rpc', coreUrl, '--to', '20']);
  expect(audit).toMatchObject({ code: 0, output: expect.stringContaining('No difference') });
  const { difference, counts } = JSON.parse(
    (await runCli(['audit', '--core-rpc', coreUrl, '--to', '9', '--json'])).output,
  );
  expect({ difference, epochs: counts.epochs }).toEqual({ difference: null, epochs: 10 });
  expect(await runCli(['audit', '--core-rpc', coreUrl, '--from', '900000'])).toMatchObject({
    code: 64,
    output: expect.stringContaining('AUDIT_BAD_RANGE'),
  });
  expect(await runCli(['audit', '--core-rpc', chain.node.espaceUrl])).toMatchObject({
    code: 64,
    output: expect.stringContaining('ENGINE_ESPACE_URL_GIVEN'),
  });
});
