import {
  chainProofLimits,
  deferredEpochs,
  findVoucher,
  type KnownHeader,
  type RpcBlock,
  toHex,
} from '../../proof/index.ts';
import { coreCall } from '../coreCall.ts';
import type { Hex } from '../nodeOptions.ts';
import { displayUrl, type RpcOptions } from '../rpcCall.ts';
import { chainProofErrors } from './errors.ts';
import type { HeaderReader } from './headerReader.ts';
import { epochTag, readMany } from './readMany.ts';

/** Headers above the one that states the receipts, if the chain is that high: the tip is rarely reorganised then. */
const usualMargin = 5;

/** Which epoch of which node a chain proof is about. */
export interface ChainPart {
  coreUrl: string;
  epoch: number;
  options: RpcOptions;
}

/**
 * The height at which a chain proof of an epoch ends: that of `untilHash`, else a few above the one that states the receipts.
 * @throws CHAIN_PROOF_NOT_EXECUTED, CHAIN_PROOF_NOT_PIVOT, CHAIN_PROOF_TOO_FAR
 */
export async function chooseTop({
  coreUrl,
  epoch,
  untilHash,
  options,
}: ChainPart & { untilHash: Hex | undefined }): Promise<number> {
  const best = Number(await coreCall<Hex>(coreUrl, 'cfx_epochNumber', ['latest_mined'], options));
  const needed = epoch + deferredEpochs;
  if (best < needed) throw chainProofErrors.notExecuted({ epoch, needed, best, depth: deferredEpochs });
  if (!untilHash) return Math.min(best, needed + usualMargin);
  const block = await coreCall<RpcBlock | null>(coreUrl, 'cfx_getBlockByHash', [untilHash, false], options);
  const height = Number(block?.height ?? -1);
  const [at] = height < 0 ? [] : await readMany<Hex[]>(coreUrl, 'cfx_getBlocksByEpoch', [[epochTag(height)]], options);
  if (at?.at(-1) !== untilHash) throw chainProofErrors.notPivot({ block: untilHash, url: displayUrl(coreUrl) });
  const most = epoch + chainProofLimits.pivots;
  if (height < needed || height > most)
    throw chainProofErrors.tooFar({ block: untilHash, height, least: needed, most });
  return height;
}

/** The pivot headers above an epoch, up to height `top`. */
export async function readPivots({
  coreUrl,
  epoch,
  top,
  reader,
  options,
}: ChainPart & { top: number; reader: HeaderReader }) {
  const heights = Array.from({ length: top - epoch }, (_, index) => [epochTag(epoch + 1 + index)]);
  const epochs = await readMany<Hex[]>(coreUrl, 'cfx_getBlocksByEpoch', heights, options);
  return reader.readHeaders(epochs.flatMap((blocks) => blocks.at(-1) ?? []));
}

/** What the pivot chain states as the epoch's receipts root, with the roots of the heights that were blamed on the way. */
export async function readStatedRoot({
  coreUrl,
  pivots,
  options,
}: {
  coreUrl: string;
  pivots: KnownHeader[];
  options: RpcOptions;
}) {
  const speaking = pivots.slice(deferredEpochs - 1);
  const at = findVoucher(speaking.map(({ header }) => header.blame));
  const header = speaking[at]?.header;
  const blame = header?.blame ?? 0;
  if (!header || blame === 0) return { root: header ? toHex(header.deferredReceiptsRoot) : '0x', blamedRoots: [] };
  const heights = Array.from({ length: blame + 1 }, (_, back) => [epochTag(header.height - back - deferredEpochs)]);
  const epochs = await readMany<Hex[]>(coreUrl, 'cfx_getBlocksByEpoch', heights, options);
  const hashes = epochs.flatMap((blocks) => blocks.at(-1) ?? []);
  const executions = await readMany<[Hex, Hex]>(
    coreUrl,
    'test_getExecutedInfo',
    hashes.map((hash) => [hash]),
    options,
  );
  const blamedRoots = executions.map(([receiptsRoot]) => receiptsRoot);
  return { root: blamedRoots[at] ?? '0x', blamedRoots };
}
