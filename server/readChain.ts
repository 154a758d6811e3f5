import { connectNode } from '../engine/index.ts';
import type { Chain } from '../explorer/index.ts';
import { serverErrors } from './errors.ts';
import type { ServeOptions } from './serveOptions.ts';

/**
 * The chain to work with. When its id is given, the node may be away; otherwise the node is asked for it.
 *
 * @throws SERVER_CHAIN_UNKNOWN, and what connectNode throws for a node that cannot be used
 */
export async function readChain(options: ServeOptions, signal: AbortSignal): Promise<Chain> {
  const { espaceUrls, coreUrl, nodeDataDir, demo } = options;
  const evmChainId =
    options.evmChainId ??
    (await connectNode({ rpcUrl: espaceUrls[0], signal }).then(
      (node) => node.evmChainId,
      (cause: unknown) => {
        const isAway = cause instanceof Error && 'retryable' in cause && cause.retryable === true;
        throw isAway ? serverErrors.chainUnknown({}, { cause }) : cause;
      },
    ));
  return { espaceUrls, coreUrl, evmChainId, nodeDataDir, demo };
}
