import type { Hex } from '../hashes.ts';
import { nextBasePrice, splitGasLimit } from './basePrice.ts';
import { decodeCoreAddress } from './coreAddress.ts';
import { type BlockHeader, encodeHeader, hashHeader } from './header.ts';
import { fromHex, toHex } from './hexBytes.ts';

/** A block as Core Space RPC answers it (`cfx_getBlockByHash` without transactions); quantities are hexadecimal. */
export interface RpcBlock {
  hash: Hex;
  parentHash: Hex;
  height: Hex;
  timestamp: Hex;
  /** Base32 address (CIP-37). */
  miner: string;
  transactionsRoot: Hex;
  deferredStateRoot: Hex;
  deferredReceiptsRoot: Hex;
  deferredLogsBloomHash: Hex;
  blame: Hex;
  difficulty: Hex;
  adaptive: boolean;
  /** Nine tenths of the header's limit, rounded down, once CIP-1559 is active. */
  gasLimit: Hex;
  refereeHashes: Hex[];
  nonce: Hex;
  posReference: Hex | null;
  baseFeePerGas?: Hex | null;
  custom: (Hex | number[])[];
  blockNumber: Hex | null;
  epochNumber: Hex | null;
  powQuality?: Hex | null;
}

/** A header whose hash was recomputed and is the block's. */
export interface KnownHeader {
  hash: Hex;
  encoded: Uint8Array;
  header: BlockHeader;
}

function withoutPrices(block: RpcBlock): Omit<BlockHeader, 'gasLimit' | 'basePrice' | 'rawCustom' | 'posReference'> {
  return {
    parentHash: fromHex(block.parentHash),
    height: Number(block.height),
    timestamp: Number(block.timestamp),
    author: decodeCoreAddress(block.miner),
    transactionsRoot: fromHex(block.transactionsRoot),
    deferredStateRoot: fromHex(block.deferredStateRoot),
    deferredReceiptsRoot: fromHex(block.deferredReceiptsRoot),
    deferredLogsBloomHash: fromHex(block.deferredLogsBloomHash),
    blame: Number(block.blame),
    difficulty: BigInt(block.difficulty),
    adaptive: block.adaptive,
    refereeHashes: block.refereeHashes.map(fromHex),
    nonce: BigInt(block.nonce),
    custom: block.custom.map((item) => (typeof item === 'string' ? fromHex(item) : Uint8Array.from(item))),
  };
}

/** Every header gas limit of which RPC's `gasLimit` is nine tenths, or the limit itself. */
export function candidateGasLimits(block: RpcBlock): bigint[] {
  const shown = BigInt(block.gasLimit);
  const first = (shown * 10n) / 9n;
  const ninths = [first, first + 1n, first + 2n].filter((limit) => (limit * 9n) / 10n === shown);
  return block.baseFeePerGas ? ninths : [shown, ...ninths];
}

/**
 * Rebuilds the header of a block from RPC's answer and takes it only if its hash is the block's. RPC leaves three things
 * open: the exact gas limit, the eSpace base price, and how `custom` is written; they are tried. Null when none fits.
 * @param espacePrices eSpace base prices that may be the block's
 */
export function headerFromRpc(block: RpcBlock, espacePrices: Iterable<bigint>): KnownHeader | null {
  const fixed = withoutPrices(block);
  const core = block.baseFeePerGas ? BigInt(block.baseFeePerGas) : null;
  const references = block.posReference ? [fromHex(block.posReference)] : [null];
  const prices = core === null ? [null] : [...new Set(espacePrices)].map((espace) => ({ core, espace }));
  for (const basePrice of prices) {
    for (const gasLimit of candidateGasLimits(block)) {
      for (const posReference of references) {
        for (const rawCustom of [false, true]) {
          const header: BlockHeader = { ...fixed, gasLimit, basePrice, posReference, rawCustom };
          const encoded = encodeIfPossible(header);
          if (encoded && toHex(hashHeader(encoded)) === block.hash) return { hash: block.hash, encoded, header };
        }
      }
    }
  }
  return null;
}

function encodeIfPossible(header: BlockHeader): Uint8Array | null {
  try {
    return encodeHeader(header);
  } catch {
    return null; // a custom item that is no RLP cannot stand in the list as it is
  }
}

/** What decides a block's eSpace base price. */
export interface EspacePriceParameters {
  gasLimit: bigint;
  height: number;
  /** Sum of the gas limits of the block's eSpace transactions. */
  gasPacked: bigint;
  parentPrice: bigint;
}

/** Every height takes eSpace transactions, or every fifth: the two ratios in use. */
const spaceRatios = [1, 5];
/** Lowest eSpace base price of private chains (test and dev mode) and of the public networks, in drip. */
export const minimumEspacePrices = [1n, 20_000_000_000n] as const;

/** The eSpace base prices that a block can have after its parent's, over the chain parameters in use. */
export function candidateEspacePrices(parameters: EspacePriceParameters): Set<bigint> {
  const { gasLimit, height, gasPacked, parentPrice } = parameters;
  const prices = minimumEspacePrices.flatMap((minimum) =>
    spaceRatios.map((ratio) =>
      nextBasePrice({ gasLimit: splitGasLimit(gasLimit, height, ratio).espace, gasPacked, parentPrice, minimum }),
    ),
  );
  return new Set(prices);
}
