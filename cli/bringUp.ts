import { join } from 'node:path';
import { connectNode, type RunningNode, startNode } from '../engine/index.ts';
import type { Context, LogLevel } from '../host/index.ts';
import { startPostgres } from '../store/index.ts';
import { consoleFolder } from './buildConsole.ts';
import { chooseMasterKey } from './chooseMasterKey.ts';
import { readPublicAddress } from './node/readPublicAddress.ts';
import type { Options } from './options/optionTable.ts';
import { prepareGenesisKey } from './prepareGenesisKey.ts';
import { printProgress } from './printProgress.ts';
import type { ServeParameters } from './serve.ts';
import { startServer } from './startServer.ts';

/** Undoes what was started, last first. */
export type Undo = () => Promise<unknown>;

/** The node the platform works with. */
export interface Chain {
  espaceUrl: string;
  coreUrl: string | null;
  evmChainId: number;
  node: RunningNode | null;
  genesisKeyFile: string | null;
}

/** The address of the database: the external one, or that of the own PostgreSQL once it answers. */
export async function bringUpDatabase(options: Options, data: string, context: Context, undo: Undo[]): Promise<string> {
  const external = options['database-url'];
  if (external) return external;
  const { url, stop } = await printProgress(
    'database',
    () => startPostgres({ dataDir: join(data, 'postgres'), port: options['database-port'], ...context }),
    (postgres) => `PostgreSQL on ${new URL(postgres.url).host}`,
  );
  undo.push(stop);
  return url;
}

/** The chain to use: a node that runs elsewhere, or the own one once it answers. */
export async function bringUpChain(options: Options, data: string, context: Context, undo: Undo[]): Promise<Chain> {
  if (options.rpc) {
    const rpcUrl = options.rpc;
    const coreUrl = options['core-rpc'];
    const connection = await printProgress(
      'node',
      () => connectNode({ rpcUrl, ...(coreUrl ? { coreRpcUrl: coreUrl } : {}) }),
      ({ evmChainId }) => `connected to ${new URL(rpcUrl).host}, eSpace chain ${evmChainId}`,
    );
    return { espaceUrl: rpcUrl, coreUrl, evmChainId: connection.evmChainId, node: null, genesisKeyFile: null };
  }
  const genesis = await prepareGenesisKey(join(data, 'keys'));
  const node = await printProgress(
    'node',
    () =>
      startNode({
        dataDir: join(data, 'node'),
        ...context,
        ports: {
          tcp: options['p2p-port'],
          coreLocal: options['core-port'],
          espaceHttp: options['espace-port'],
          espaceWs: options['espace-ws-port'],
        },
        chainId: options['chain-id'],
        evmChainId: options['evm-chain-id'],
        mining: true,
        blockIntervalMs: options['block-interval'],
        genesisEspaceKeys: [genesis.key],
        genesisCoreKeys: [],
        ...readPublicAddress(options['node-public-address']),
      }),
    (running) => `Conflux, eSpace chain ${options['evm-chain-id']} at ${running.espaceUrl}`,
  );
  undo.push(() => node.stop());
  return {
    espaceUrl: node.espaceUrl,
    coreUrl: node.coreUrl,
    evmChainId: options['evm-chain-id'],
    node,
    genesisKeyFile: genesis.file,
  };
}

/** The mail server as the server process is told of it: without a password, unless it is in the address itself. */
function smtpOf(options: Options, url: string) {
  const passwordFile = options['smtp-password-file'];
  return { url, from: options['smtp-from'], ...(passwordFile ? { passwordFile } : {}) };
}

/** Starts the platform's server process on the parts below it. */
export async function bringUpServer(
  options: Options,
  data: string,
  context: Context,
  databaseUrl: string,
  chain: Chain,
) {
  const parameters: Omit<ServeParameters, 'makesSetupToken'> = {
    host: options.host,
    port: options.port,
    databaseUrl,
    espaceUrls: [chain.espaceUrl],
    evmChainId: chain.evmChainId,
    secretsDir: join(data, 'keys'),
    exchangeDir: join(data, 'exchange'),
    masterKey: chooseMasterKey(options, data),
    consoleDir: consoleFolder,
    origin: options.origin,
    demo: options.demo,
    anchorIntervalMs: options['anchor-interval'],
    publicRequestsPerMinute: options['request-limit'],
    clockToleranceMs: options['clock-tolerance'],
    allowPrivateUrls: options['allow-private-urls'],
    logLevel: options['log-level'] as LogLevel,
    ...(chain.coreUrl ? { coreUrl: chain.coreUrl } : {}),
    ...(chain.genesisKeyFile ? { genesisKeyFile: chain.genesisKeyFile } : {}),
    ...(chain.node
      ? {
          nodeDataDir: join(data, 'node'),
          ownNode: {
            nodeUrl: chain.node.nodeUrl,
            genesisHash: chain.node.genesisHash,
            coreChainId: options['chain-id'],
            blockIntervalMs: options['block-interval'],
            producer: true,
          },
        }
      : {}),
    ...(options['public-url'] ? { publicUrl: options['public-url'] } : {}),
    ...(options['smtp-url'] ? { smtp: smtpOf(options, options['smtp-url']) } : {}),
  };
  return printProgress(
    'platform',
    () => startServer({ parameters, logFolder: join(data, 'logs'), ...context }),
    ({ ready }) => `listening at ${ready.address}`,
  );
}
