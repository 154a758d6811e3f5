import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recoverAddress } from 'viem';
import { publicKeyToAddress } from 'viem/accounts';
import { expect, test } from 'vitest';
import { authorOf, openNodeKey } from './nodeKey.ts';
import { hashNodeReport, type NodeReport, recoverPublicKey } from './nodeReport.ts';

const report: NodeReport = {
  format: 'xiangyu-node-report/1',
  member: 'green-valley',
  nodeKey: `0x${'11'.repeat(64)}`,
  genesisHash: `0x${'22'.repeat(32)}`,
  time: '2026-05-01T08:00:00.000Z',
  name: null,
  place: '重庆',
  host: null,
  port: null,
  producer: false,
  version: null,
  height: 7,
  epoch: 12,
  bestHash: `0x${'33'.repeat(32)}`,
  settled: null,
  syncPhase: 'NormalSyncPhase',
  peers: [],
};

test('a node signs with its network key, which stays the same and tells the author of its blocks', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'xiangyu-node-key-'));
  const key = await openNodeKey(dataDir);
  expect((await openNodeKey(dataDir)).publicKey).toBe(key.publicKey);
  const digest = hashNodeReport(report);
  const signature = key.sign(digest);
  expect(recoverPublicKey(digest, signature)).toBe(key.publicKey);
  // As everybody else computes it.
  const address = publicKeyToAddress(`0x04${key.publicKey.slice(2)}`);
  expect(await recoverAddress({ hash: digest, signature })).toBe(address);
  expect(authorOf(key.publicKey)).toBe(`0x1${address.slice(3).toLowerCase()}`);
  expect(recoverPublicKey(hashNodeReport({ ...report, height: 8 }), signature)).not.toBe(key.publicKey);
  await rm(dataDir, { recursive: true });
});

test('what is not a signature, or is the second one that anybody can make of it, is nobody’s', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'xiangyu-node-key-'));
  const key = await openNodeKey(dataDir);
  const digest = hashNodeReport(report);
  const signature = key.sign(digest);
  const order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
  const s = (order - BigInt(`0x${signature.slice(66, 130)}`)).toString(16).padStart(64, '0');
  const v = signature.endsWith('1b') ? '1c' : '1b';
  expect(recoverPublicKey(digest, `0x${signature.slice(2, 66)}${s}${v}`)).toBe(null);
  expect(recoverPublicKey(digest, `0x${'00'.repeat(65)}`)).toBe(null);
  expect(recoverPublicKey(digest, '0x1234')).toBe(null);
  await rm(dataDir, { recursive: true });
});
