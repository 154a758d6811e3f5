import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Laboratory, startLaboratory } from '../chainProof/laboratory/testing.ts';
import type { Hex } from '../nodeOptions.ts';
import { auditChain } from './auditChain.ts';

/** GHAST with small parameters, so that its slow strategy begins after dozens of blocks instead of thousands. */
const parameters = `
adaptive_weight_beta = 10
timer_chain_beta = 20
timer_chain_block_difficulty_ratio = 3
heavy_block_difficulty_ratio = 10
`;
const heavyRatio = 10n;

let laboratory: Laboratory;
beforeAll(async () => {
  laboratory = await startLaboratory(20_000, parameters);
});
afterAll(() => laboratory.stop());

interface MinedBlock {
  adaptive: boolean;
  height: Hex;
}
const readBlock = (hash: Hex) => laboratory.call<MinedBlock>('cfx_getBlockByHash', hash, false);

/** A balanced fork: each side sees the other one three blocks late, as under an attack on the network. Its height. */
async function balance(rounds: number): Promise<number> {
  const fork = await laboratory.mine(10);
  const sides: [Hex[], Hex[]] = [[fork], [fork]];
  for (let round = 1; round <= rounds; round += 1) {
    for (const [own, other] of [sides, sides.toReversed()] as [Hex[], Hex[]][]) {
      const referees = round > 3 ? [other[round - 3]] : [];
      const parent = own[round - 1];
      own.push(await laboratory.call<Hex>('test_generateFixedBlock', parent, referees, 0, false, 4));
    }
  }
  return Number((await readBlock(fork)).height);
}

/** Blocks of the node itself after the fork; how it judges them is its own business. */
async function mineAfter(count: number): Promise<MinedBlock[]> {
  const mined: MinedBlock[] = [];
  while (mined.length < count) mined.push(await readBlock(await laboratory.mine(1)));
  return mined;
}

test('blocks of the slow strategy count nothing unless they are heavy: the weights are the node’s own', async () => {
  // How heavy a block is, is chance: now and then one side wins before the slow strategy begins.
  let fork = 0;
  let mined: MinedBlock[] = [];
  for (let attempt = 0; attempt < 6 && !mined.some((block) => block.adaptive); attempt += 1) {
    fork = await balance(52);
    mined = await mineAfter(5);
  }
  expect(mined.some((block) => block.adaptive)).toBe(true);
  await mineAfter(65);
  const { coreUrl } = laboratory;
  const to = await vi.waitFor(
    async () => {
      const [mine, state] = await Promise.all(
        ['latest_mined', 'latest_state'].map((tag) => laboratory.call<Hex>('cfx_epochNumber', tag)),
      );
      expect(Number(mine) - Number(state)).toBeLessThan(6);
      return Number(state);
    },
    { timeout: 30_000, interval: 100 },
  );
  const report = await auditChain({ coreUrl, to, heavyRatio });
  expect(report.difference).toBeNull();
  expect(report.counts.sideBlocks).toBeGreaterThan(40);
  expect(report.counts.forks).toBeGreaterThan(0);
  // What hangs on the chain between two heights, by the node's own subtree weights.
  const chain = await laboratory.call<[Hex, Hex][]>('test_getPivotChainAndWeight', null);
  const weightOf = (height: number) => BigInt(chain[height]?.[1] ?? 0);
  const ownWeight = async (from: number) => BigInt((await auditChain({ coreUrl, from, to, heavyRatio })).weight);
  for (const height of [1, fork, fork + 1, fork + 20, fork + 60, to - 20])
    expect((await ownWeight(height)) - (await ownWeight(to)), `${height}`).toBe(weightOf(height) - weightOf(to));
});
