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

/** A balanced fork: each side sees the other one three blocks late, as under an attack on the network. */
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
  return 10;
}

test('blocks of the slow strategy count nothing unless they are heavy: the weights are the node’s own', async () => {
  const fork = await balance(52);
  const mined: Hex[] = [];
  for (let made = 0; made < 70; made += 1) mined.push(await laboratory.mine(1));
  const blocks = await Promise.all(
    mined.map((hash) => laboratory.call<{ adaptive: boolean; powQuality: Hex }>('cfx_getBlockByHash', hash, false)),
  );
  const adaptive = blocks.filter((block) => block.adaptive);
  expect(adaptive.length).toBeGreaterThan(0);
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
