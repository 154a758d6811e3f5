import { type CoreLaneContext, identifyCore } from './coreContext.ts';
import { createCorePass } from './createCorePass.ts';

/** The Core Space that the node serves, as far as it is known. */
export interface ConnectedCore {
  /** Its key in ledger.chains; null until the node has answered once. */
  readonly id: string | null;
  /** Asks the node. @throws LEDGER_NODE_UNAVAILABLE */
  identify(): Promise<{ chain: string; chainId: number }>;
  /** Makes the pass of the lane for the Core Space that the node serves now. */
  pass(): Promise<number>;
}

/** A node that was set up anew under the same address is noticed within this time. */
const identityMs = 10_000;

/** Connects the Core Space lane without needing the node to answer at once. */
export function connectCore(parameters: Omit<CoreLaneContext, 'chain' | 'chainId'>): ConnectedCore {
  let current: { chain: string; pass: () => Promise<number> } | null = null;
  let identifiedAt = Number.NEGATIVE_INFINITY;
  const identify = async () => {
    const found = await identifyCore(parameters);
    identifiedAt = Date.now();
    if (current?.chain !== found.chain) {
      current = { chain: found.chain, pass: createCorePass({ ...parameters, ...found }) };
    }
    return found;
  };
  return {
    get id() {
      return current?.chain ?? null;
    },
    identify,
    async pass() {
      if (!current || Date.now() - identifiedAt > identityMs) await identify();
      return current?.pass() ?? 0;
    },
  };
}
