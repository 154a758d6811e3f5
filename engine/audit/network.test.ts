import { type Hex, numberToHex } from 'viem';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { parseChainProof, verifyChainProof } from '../../proof/index.ts';
import { extendChainProof } from '../chainProof/extendChainProof.ts';
import { readPivotHash } from '../chainProof/readPivotHash.ts';
import { type Exchange, startLyingNode, startTestNetwork, type TestNetwork } from '../chainProof/testing.ts';
import { coreCall } from '../coreCall.ts';
import { auditChain } from './auditChain.ts';
import { type Anchored, anchorInSideBlocks, useCoreSpace } from './traffic/testing.ts';

/** Blocks of the audited chain; thousands are a matter of minutes. */
const wantedBlocks = Number(process.env.XIANGYU_AUDIT_BLOCKS ?? 200);
const patience = { timeout: 600_000, interval: 200 };

let network: TestNetwork;
let anchored: Anchored;
/** Epochs of transactions of each kind. */
let epochs = { sponsored: 0, failed: 0 };
const coreUrl = (index: number) => network.nodes[index]?.coreUrl ?? '';
const espaceUrl = (index: number) => network.nodes[index]?.espaceUrl ?? '';
const epochNumber = async (tag: string) => Number(await coreCall<Hex>(coreUrl(0), 'cfx_epochNumber', [tag]));

beforeAll(async () => {
  network = await startTestNetwork(wantedBlocks > 1_000 ? [100, 120, 150] : [100, 110]);
  const [anchor, used] = await Promise.all([anchorInSideBlocks(network), useCoreSpace(network)]);
  anchored = anchor;
  epochs = used;
}, 300_000);
afterAll(() => network.stop());

test('a chain proof leads from a trusted block, or from agreeing nodes, to the receipt', async () => {
  const { proof, trust } = anchored;
  expect(parseChainProof(JSON.parse(JSON.stringify(proof)))).toEqual(proof);
  const results = (options: object) => verifyChainProof(proof, { ...trust, ...options }).map(({ ok }) => ok);
  expect(results({ trustedBlocks: [proof.tip] })).toEqual([true, true, true, true]);
  expect(results({})).toEqual([true, null, true, true]);
  const height = trust.blockNumber + proof.pivots.length;
  const answers = await Promise.all(
    network.nodes.map(async ({ coreUrl, espaceUrl }, index) => [
      { source: `core ${index}`, height, hash: await readPivotHash({ coreUrl }, height) },
      { source: `eSpace ${index}`, height, hash: await readPivotHash({ espaceUrl }, height) },
    ]),
  );
  expect(results({ answers: answers.flat() })).toEqual([true, true, true, true]);
  const lie = { source: 'liar', height, hash: trust.blockHash };
  expect(results({ answers: [...answers.flat(), lie] })).toEqual([true, false, true, true]);
  expect(results({ trustedBlocks: [trust.blockHash] })).toEqual([true, false, true, true]);
});

test('headers can be added up to a newer trusted block, from another node', async () => {
  const { proof, trust } = anchored;
  const height = trust.blockNumber + 60;
  await vi.waitFor(async () => expect(await epochNumber('latest_state')).toBeGreaterThan(height + 10), patience);
  const newer = (await readPivotHash({ coreUrl: coreUrl(1) }, height)) ?? '0x';
  const longer = await extendChainProof(coreUrl(0), proof, { epoch: trust.blockNumber, untilHash: newer });
  const checks = verifyChainProof(longer, { ...trust, trustedBlocks: [newer] });
  expect(checks.map(({ ok }) => ok)).toEqual([true, true, true, true]);
  expect(longer.pivots).toHaveLength(60);
});

test('the whole chain of several producers is recomputed block by block', async () => {
  await vi.waitFor(async () => {
    expect(await epochNumber('latest_confirmed')).toBeGreaterThan(Math.max(epochs.failed, wantedBlocks * 0.8));
  }, patience);
  const report = await auditChain({ coreUrl: coreUrl(1), espaceUrl: espaceUrl(1) });
  expect(report.difference).toBeNull();
  const { counts, to } = report;
  expect(counts.epochs).toBe(to + 1);
  expect(counts.blocks).toBeGreaterThanOrEqual(wantedBlocks * 0.8);
  expect(counts.sideBlocks).toBeGreaterThan(5);
  expect(counts.forks + counts.openForks).toBeGreaterThan(0);
  expect(counts.coreTransactions).toBeGreaterThan(10);
  expect(counts.espaceTransactions).toBeGreaterThan(6);
  expect(counts.receiptRoots).toBe(counts.epochs - 6);
  if (process.env.XIANGYU_AUDIT_BLOCKS) console.log(JSON.stringify(report));
}, 900_000);

interface Lie {
  name: string;
  what: string;
  epoch: () => number;
  /** How far above the lie's epoch it is found. */
  later?: number;
  lie: (exchange: Exchange, hash: Hex) => unknown;
}
type Fields = Record<string, unknown>;
const inReceipts = (change: (receipt: Fields) => Fields) => (exchange: Exchange) =>
  exchange.method === 'cfx_getEpochReceipts' && exchange.params[0] === numberToHex(epochs.sponsored)
    ? (exchange.result as Fields[][]).map((ofBlock) => ofBlock.map(change))
    : exchange.result;
const inBlock = (change: Fields) => (exchange: Exchange, hash: Hex) =>
  exchange.method === 'cfx_getBlockByHash' && exchange.params[0] === hash
    ? { ...(exchange.result as Fields), ...change }
    : exchange.result;
const sponsored = () => epochs.sponsored;
const lies: Lie[] = [
  {
    name: 'a fee',
    what: 'receipts root',
    epoch: sponsored,
    later: 5,
    lie: inReceipts((r) => ({ ...r, gasFee: '0x1' })),
  },
  {
    name: 'an outcome',
    what: 'receipts root',
    epoch: () => epochs.failed,
    later: 5,
    lie: (exchange) =>
      exchange.method === 'cfx_getEpochReceipts' && exchange.params[0] === numberToHex(epochs.failed)
        ? (exchange.result as Fields[][]).map((ofBlock) => ofBlock.map((r) => ({ ...r, outcomeStatus: '0x0' })))
        : exchange.result,
  },
  {
    name: 'a sponsor',
    what: 'receipts root',
    epoch: sponsored,
    later: 5,
    lie: inReceipts((r) => ({ ...r, storageCoveredBySponsor: false })),
  },
  { name: 'a time', what: 'header hash', epoch: sponsored, lie: inBlock({ timestamp: '0x1' }) },
  { name: 'a block number', what: 'block number', epoch: sponsored, lie: inBlock({ blockNumber: '0x1' }) },
  { name: 'a quality of work', what: 'quality', epoch: sponsored, lie: inBlock({ powQuality: '0x1' }) },
  {
    name: 'a transaction left out',
    what: 'transactions root',
    epoch: sponsored,
    lie: (exchange, hash) =>
      exchange.method === 'debug_getTransactionsByBlock' && exchange.params[0] === hash ? [] : exchange.result,
  },
  {
    name: 'an epoch in the wrong order',
    what: 'pivot block',
    epoch: () => anchored.trust.blockNumber,
    lie: (exchange) => {
      const isOurs =
        exchange.method === 'cfx_getBlocksByEpoch' && exchange.params[0] === numberToHex(anchored.trust.blockNumber);
      const hashes = exchange.result as Hex[];
      return isOurs ? hashes.toReversed() : hashes;
    },
  },
  {
    name: 'a block left out',
    what: 'blocks of the epoch',
    epoch: () => anchored.trust.blockNumber,
    lie: (exchange) => {
      const isOurs =
        exchange.method === 'cfx_getBlocksByEpoch' && exchange.params[0] === numberToHex(anchored.trust.blockNumber);
      return isOurs ? (exchange.result as Hex[]).slice(1) : exchange.result;
    },
  },
];

test.each(lies)(
  'an audit finds $name that a node lies about, at its place',
  async ({ what, epoch, later = 0, lie }) => {
    const at = epoch();
    const packed = await coreCall<Hex[]>(coreUrl(0), 'cfx_getBlocksByEpoch', [numberToHex(at)]);
    const holders = await Promise.all(
      packed.map(
        async (hash) => (await coreCall<unknown[]>(coreUrl(0), 'debug_getTransactionsByBlock', [hash])).length,
      ),
    );
    const target = packed[holders.findIndex((count) => count > 0)] ?? '0x';
    const liar = await startLyingNode(coreUrl(0), (exchange) => lie(exchange, target));
    try {
      const { difference } = await auditChain({ coreUrl: liar.url, from: at - 3, to: at + 8 });
      expect(difference?.what).toContain(what);
      expect(difference?.epoch).toBe(at + later);
    } finally {
      await liar.stop();
    }
  },
);

test('an eSpace port that shows another block than the pivot block is found', async () => {
  const liar = await startLyingNode(espaceUrl(0), ({ params: [number], result }) =>
    number === numberToHex(12) ? { ...(result as Fields), hash: anchored.proof.tip } : result,
  );
  try {
    const { difference } = await auditChain({ coreUrl: coreUrl(0), espaceUrl: liar.url, to: 20 });
    expect(difference).toMatchObject({ epoch: 12, what: 'hash of the eSpace block', found: anchored.proof.tip });
  } finally {
    await liar.stop();
  }
});

test('an audit goes on from any epoch and ends when it is told to', async () => {
  const { difference, counts } = await auditChain({ coreUrl: coreUrl(0), from: 20, to: 60 });
  expect(difference).toBeNull();
  expect(counts.epochs).toBe(41);
  const ended = auditChain({ coreUrl: coreUrl(0), signal: AbortSignal.abort(new Error('enough')) });
  await expect(ended).rejects.toThrow('enough');
  await expect(auditChain({ coreUrl: coreUrl(0), from: 9e6 })).rejects.toMatchObject({ code: 'AUDIT_BAD_RANGE' });
});
