/** What CIP-1559 needs of one space to price a block. Gas in units, prices in drip. */
export interface BasePriceParameters {
  /** The space's share of the block's gas limit; 0 where the block takes no transactions of the space. */
  gasLimit: bigint;
  /** Sum of the gas limits of the block's transactions of the space. */
  gasPacked: bigint;
  /** The space's base price in the block's parent. */
  parentPrice: bigint;
  /** The chain's lowest base price. */
  minimum: bigint;
}

/** The gas of both spaces in a block: nine tenths for Core Space, half for eSpace in every `ratio`-th height. */
export function splitGasLimit(gasLimit: bigint, height: number, ratio: number): { core: bigint; espace: bigint } {
  return { core: (gasLimit * 9n) / 10n, espace: height % ratio === 0 ? (gasLimit * 5n) / 10n : 0n };
}

/**
 * Base price of a space in a block (CIP-1559 in Conflux): up to an eighth up or down from the parent's price, as the
 * block's own transactions ask for more or less than half of the space's gas.
 */
export function nextBasePrice({ gasLimit, gasPacked, parentPrice, minimum }: BasePriceParameters): bigint {
  const atLeast = (price: bigint) => (price > minimum ? price : minimum);
  const target = gasLimit / 2n;
  const used = gasPacked < 2n * target ? gasPacked : 2n * target;
  if (target === 0n || used === target) return atLeast(parentPrice);
  const difference = used > target ? used - target : target - used;
  const computed = (difference * parentPrice) / target / 8n;
  const delta = computed > 1n ? computed : 1n;
  if (used > target) return atLeast(parentPrice + delta);
  return atLeast(parentPrice === 0n ? 0n : parentPrice - delta);
}
