import { concat, type Hex, keccak256, numberToHex, pad, toBytes } from 'viem';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type ChainProof, verifyChainProof } from '../../proof/index.ts';
import { auditChain } from '../audit/auditChain.ts';
import { announcerCode, createEspaceSender } from '../audit/testing.ts';
import { gatherChainProof } from './gatherChainProof.ts';
import { type Laboratory, startLaboratory } from './laboratory/testing.ts';

const eraEpochs = 200;
const patience = { timeout: 30_000, interval: 50 };
const topic = keccak256(toBytes('CheckpointAnchored(uint64,bytes32,uint64)'));
const root = keccak256(toBytes('root'));
const zeros: Hex = `0x${'0'.repeat(64)}`;

let laboratory: Laboratory;
let sender: ReturnType<typeof createEspaceSender>;
let contract: Hex;
beforeAll(async () => {
  laboratory = await startLaboratory(eraEpochs);
  sender = createEspaceSender(laboratory.espaceUrl, laboratory.espaceKey);
  await laboratory.mine(3);
  const deployed = await sender.send({ data: announcerCode });
  await laboratory.mine(12);
  contract = (await sender.waitFor(deployed)).contractAddress;
});
afterAll(() => laboratory.stop());

const height = async (tag = 'latest_mined') => Number(await laboratory.call<Hex>('cfx_epochNumber', tag));
/** Sends an anchor of a checkpoint of this size, to be packed into the next block. */
async function sendAnchor(size: number): Promise<Hex> {
  const hash = await sender.send({ to: contract, data: concat([topic, pad(numberToHex(size)), root, zeros]) });
  await vi.waitFor(async () => {
    const { ready } = await laboratory.call<{ ready: Hex }>('txpool_status');
    expect(Number(ready)).toBeGreaterThan(0);
  }, patience);
  return hash;
}
async function proveAnchor(size: number, transactionHash: Hex) {
  const { blockHash, blockNumber } = await sender.waitFor(transactionHash);
  const epoch = Number(blockNumber);
  const proof = await gatherChainProof(laboratory.coreUrl, transactionHash, { epoch });
  const trust = { transactionHash, blockHash, blockNumber: epoch, contract, size, root };
  const verify = (changed: ChainProof) => verifyChainProof(changed, { ...trust, trustedBlocks: [proof.tip] });
  return { proof, verify, verdict: (changed: ChainProof) => verify(changed).map(({ ok }) => ok) };
}

test('a header whose roots are wrong is not believed once a later one blames it', async () => {
  const transactionHash = await sendAnchor(1);
  const packedAt = (await height()) + 1;
  await laboratory.mine(5);
  expect(await height()).toBe(packedAt + 4);
  const roots = { deferredStateRoot: zeros, deferredReceiptsRoot: zeros, deferredLogsBloomHash: zeros };
  const wrong = await laboratory.call<Hex>('test_generateBlockWithBlameInfo', 0, 100_000, { blame: '0x0', ...roots });
  await laboratory.mine(12);
  const { proof, verdict } = await proveAnchor(1, transactionHash);
  const block = await laboratory.call<{ hash: Hex }>('cfx_getBlockByEpochNumber', numberToHex(packedAt + 5), false);
  expect(block.hash).toBe(wrong);
  expect(proof.blamedRoots).toHaveLength(2);
  expect(verdict(proof)).toEqual([true, true, true, true]);
  // Without the header that blames it, the wrong one would stand.
  const [own = zeros, blamed = zeros] = proof.blamedRoots;
  for (const blamedRoots of [[], [own], [own, zeros], [zeros, blamed], [blamed, own]])
    expect(verdict({ ...proof, blamedRoots })).toEqual([true, true, true, false]);
});

test('an epoch of more than 200 blocks executes the last 200 of its order', async () => {
  const fork = await laboratory.mine(1);
  const sides: Hex[] = [];
  for (let side = 0; side < 30; side += 1) {
    let tip = fork;
    for (let length = 0; length < 9 - (side % 3); length += 1) tip = await laboratory.mineOn(tip);
    sides.push(tip);
  }
  let main = fork;
  for (let length = 0; length < 12; length += 1) main = await laboratory.mineOn(main);
  const transactionHash = await sendAnchor(2);
  const merging = await laboratory.mine(1);
  await laboratory.mine(15);
  const { proof, verdict } = await proveAnchor(2, transactionHash);
  const { refereeHashes } = await laboratory.call<{ refereeHashes: Hex[] }>('cfx_getBlockByHash', merging, false);
  expect(refereeHashes.toSorted()).toEqual(sides.toSorted());
  expect(proof.epoch).toHaveLength(241);
  expect(proof.place).toMatchObject({ block: 199, blocks: 200 });
  expect(verdict(proof)).toEqual([true, true, true, true]);
  expect(verdict({ ...proof, epoch: proof.epoch.slice(1) })).toEqual([true, true, false, null]);
});

test('blocks of an older era stand in an epoch and are not executed; an audit sees all of it', async () => {
  const old = await laboratory.call<{ hash: Hex }>('cfx_getBlockByEpochNumber', '0x14', false);
  await laboratory.mine(eraEpochs);
  let late = old.hash;
  for (let length = 0; length < 3; length += 1) late = await laboratory.mineOn(late);
  await laboratory.mine(60);
  const { epochNumber } = await laboratory.call<{ epochNumber: Hex }>('cfx_getBlockByHash', late, false);
  const skipped = await laboratory.call<Hex[]>('cfx_getSkippedBlocksByEpoch', epochNumber);
  const isOtherEra = skipped.includes(late);
  const { coreUrl } = laboratory;
  const report = await auditChain({ coreUrl, eraEpochs, to: await height('latest_state') });
  expect(report.difference).toBeNull();
  expect(report.counts).toMatchObject({ forks: 31, skippedBlocks: 41 + (isOtherEra ? 3 : 0) });
  expect(isOtherEra).toBe(true);
  // With the wrong length of an era these three would count as executed.
  const wrongEra = await auditChain({ coreUrl, eraEpochs: 100_000, to: await height('latest_state') });
  expect(wrongEra.difference?.epoch).toBe(Number(epochNumber));
});
