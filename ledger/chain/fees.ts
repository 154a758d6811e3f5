/** Price of gas in wei; `legacy` where the chain has no EIP-1559. */
export type Fees =
  | { type: 'eip1559'; maxFeePerGas: bigint; maxPriorityFeePerGas: bigint }
  | { type: 'legacy'; gasPrice: bigint };

/** The most a unit of gas may cost. */
export const highestPrice = (fees: Fees): bigint => (fees.type === 'legacy' ? fees.gasPrice : fees.maxFeePerGas);

/**
 * What is offered for gas, from the node's price and the base fee of the newest block (null before EIP-1559). The bytes stay
 * valid while the base fee rises to four times; what is not needed is not paid.
 */
export function chooseFees(price: bigint, baseFee: bigint | null): Fees {
  if (baseFee === null) return { type: 'legacy', gasPrice: price * 2n };
  const highest = price > baseFee ? price : baseFee;
  const priority = highest / 10n + 1n;
  return { type: 'eip1559', maxFeePerGas: highest * 4n + priority, maxPriorityFeePerGas: priority };
}

/** Nodes want at least a tenth more for the same nonce. */
const atLeast = (wanted: bigint, old: bigint) => {
  const least = old + old / 8n + 1n;
  return wanted > least ? wanted : least;
};

/** Fees with which a node takes other bytes for the same nonce: those of now, and more than the old ones. */
export function raiseFees(now: Fees, old: { maxFee: bigint; priorityFee: bigint }): Fees {
  if (now.type === 'legacy') return { type: 'legacy', gasPrice: atLeast(now.gasPrice, old.maxFee) };
  return {
    type: 'eip1559',
    maxFeePerGas: atLeast(now.maxFeePerGas, old.maxFee),
    maxPriorityFeePerGas: atLeast(now.maxPriorityFeePerGas, old.priorityFee),
  };
}
