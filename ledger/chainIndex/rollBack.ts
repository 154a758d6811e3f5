import type { Tx } from '../../store/index.ts';
import { addCounts } from './writeEpochs.ts';

/**
 * Takes back every epoch from `from` on, with all it added to totals and statistics, in the caller's SQL transaction, and
 * counts the reorganisation.
 * @returns how many epochs were taken back
 */
export async function rollBack(
  tx: Tx,
  { chain, from, to }: { chain: number; from: number; to: number },
): Promise<number> {
  await addCounts(tx, { chain, from, to, sign: -1 });
  for (const table of [
    'blocks',
    'referees',
    'transactions',
    'duplicates',
    'logs',
    'addresses',
    'contracts',
    'epochs',
  ]) {
    await tx`DELETE FROM ${tx(`chain_index.${table}`)} WHERE chain = ${chain} AND epoch >= ${from}`;
  }
  const depth = to - from + 1;
  await tx`
    UPDATE chain_index.chains SET
      indexed_epoch = ${from - 1},
      reorganisations = reorganisations + 1,
      reorganised_epochs = reorganised_epochs + ${depth},
      deepest_reorganisation = greatest(deepest_reorganisation, ${depth}),
      reorganised_at = now(),
      updated_at = now()
    WHERE id = ${chain}`;
  return depth;
}
