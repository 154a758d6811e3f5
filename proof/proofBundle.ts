import type { JsonValue } from './canonicalizeJson.ts';
import type { Hex } from './hashes.ts';
import type { Statement } from './statement.ts';

/** Everything needed to check one statement without trusting whoever hands it over. Hashes are hexadecimal without a prefix. */
export interface ProofBundle {
  format: 'xiangyu-proof-bundle/1';
  statement: Statement;
  /** The private payload with its salt; absent once it was erased or where it is not shown. */
  payload?: { salt: string; content: JsonValue };
  /** The statement is leaf `index` of the `size` leaves of the log. */
  inclusion: { index: number; size: number; hashes: string[] };
  checkpoint: { origin: string; size: number; root: string };
  /** Where the checkpoint stands on the chain. */
  anchor: { evmChainId: number; contract: Hex; transactionHash: Hex; blockHash: Hex; blockNumber: number } | null;
}
