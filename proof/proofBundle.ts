import type { JsonValue } from './canonicalizeJson.ts';
import type { ChainProof } from './conflux/chainProof.ts';
import type { Hex } from './hashes.ts';
import type { Statement } from './statement.ts';

/** Everything needed to check one statement without trusting whoever hands it over. */
export interface ProofBundle {
  format: 'xiangyu-proof-bundle/2';
  statement: Statement;
  /** The private payload with its salt; absent once it was erased or where it is not shown. */
  payload?: { salt: string; content: JsonValue };
  /**
   * The statement's place in the log, the inclusion path and the checkpoint with the signatures of the log and its witnesses, as
   * text of the form c2sp.org/tlog-proof@v1. Saved to a file of its own, other tools can check it too.
   */
  tlogProof: string;
  /** Where the checkpoint stands on the chain. */
  anchor: { evmChainId: number; contract: Hex; transactionHash: Hex; blockHash: Hex; blockNumber: number } | null;
  /** From the anchor's transaction to a recent block hash, to be checked without asking a node for anything else. */
  chain?: ChainProof;
}
