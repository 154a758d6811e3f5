import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Ledger } from '../../ledger/index.ts';
import { readNode } from '../askNode.ts';
import type { Chain } from '../chain.ts';
import type { ExplorerContext } from '../explorerContext.ts';
import { readConfirmations } from '../readConfirmation.ts';
import type { NetworkWatch } from '../watchNetwork.ts';
import { accountRoutes } from './accountRoutes.ts';
import { blockRoutes } from './blockRoutes.ts';
import { contractRoutes } from './contractRoutes.ts';
import { overviewRoutes } from './overviewRoutes.ts';
import { transactionRoutes } from './transactionRoutes.ts';

export interface ExplorerRoutesParameters {
  chain: Chain;
  watch: Pick<NetworkWatch, 'espaceUrl'>;
  ledger: Pick<Ledger, 'index' | 'listCheckpoints'>;
  signal: AbortSignal;
}

/** Everything that is on the chain, for anyone to read. */
export function explorerRoutes({ chain, watch, ledger, signal }: ExplorerRoutesParameters): FastifyPluginAsyncTypebox {
  const node = readNode({ chain, watch, signal });
  const { index } = ledger;
  const context: ExplorerContext = { index, node, readConfirmation: readConfirmations(node), signal };
  const hasCheckpoint = async (size: number) => {
    const [newest] = await ledger.listCheckpoints({ limit: 1, below: size + 1 });
    return newest?.size === size;
  };
  return async (app) => {
    for (const routes of [blockRoutes, transactionRoutes, accountRoutes, contractRoutes])
      await app.register(routes(context));
    await app.register(overviewRoutes(context, { evmChainId: chain.evmChainId, hasCheckpoint }));
  };
}
