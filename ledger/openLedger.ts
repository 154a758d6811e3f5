import { privateKeyToAccount } from 'viem/accounts';
import { evidenceLogAbi } from '../contracts/generated/EvidenceLog.ts';
import type { Context } from '../host/index.ts';
import type { Hex } from '../proof/index.ts';
import type { Store, Tx } from '../store/index.ts';
import { createChainClient } from './chain/chainClient.ts';
import { type ChainReads, openChainReads } from './chain/chainReads.ts';
import { connectChain } from './chain/connectChain.ts';
import { registerEndpointMetrics } from './chain/endpointMetrics.ts';
import { type ChainIndex, openChainIndex } from './chainIndex/openChainIndex.ts';
import { type Genesis, openGenesis } from './genesis/openGenesis.ts';
import { type IdentityKeys, openIdentityKeys } from './keys/identityKeys.ts';
import { openKeyStore } from './keys/keyStore.ts';
import { type Keys, openKeys } from './keys/openKeys.ts';
import { type ConnectedCore, connectCore } from './lanes/core/connectCore.ts';
import { createCoreClient } from './lanes/core/coreClient.ts';
import { createTransactions, type Transactions } from './lanes/transactions.ts';
import type { LogState } from './ledgerTypes.ts';
import { appendStatement } from './log/appendStatement.ts';
import { type AppendStatementReturnType, appendStatements } from './log/appendStatements.ts';
import { type FoundStatement, findStatements } from './log/findStatements.ts';
import { openLogKey } from './log/logKey.ts';
import { type LogFace, openLog } from './log/openLog.ts';
import type { AppendStatementParameters } from './log/prepareStatement.ts';
import { readLogState } from './log/readLogState.ts';
import { openStatementReader, type StatementReader } from './log/statementReader.ts';
import { openTileReader, type TileReader } from './log/tileReader.ts';
import { registerMetrics } from './metrics.ts';
import { type DeployOnceParameters, deployOnce } from './relay/deployOnce.ts';
import { openRelay, type Relay } from './relay/openRelay.ts';
import { runLedger } from './runLedger.ts';

export interface OpenLedgerParameters {
  /** With the migrations of `ledgerMigrations` applied. */
  store: Store;
  context: Context;
  /** eSpace nodes in order of preference; a Core Space node of the same chain gives the confirmation risk. */
  chain: { espaceUrls: string[]; coreUrl?: string; evmChainId: number };
  /** 32 bytes in hexadecimal; the keys in the database are encrypted under it. */
  masterKey: string;
  /** Name of the log in its checkpoints, such as `xiangyu.example/log`. */
  origin: string;
  /** On a chain of our own, the private key of an account with funds that fills the treasury up. */
  genesisKey?: Hex;
  /** Shortest time between two checkpoints; more statements share one then. */
  anchorIntervalMs?: number;
  /** Whether members may name private addresses, as in a closed network. */
  allowPrivateUrls?: boolean;
}

/** The evidence log: records statements, proves them, and anchors its checkpoints on the chain in the background. */
export interface Ledger extends LogFace {
  /** Account that deploys the contract and pays for checkpoints, lower case. */
  readonly treasuryAddress: Hex;
  /** Address of EvidenceLog; null until it is deployed. */
  contract(): Hex | null;
  /** See `appendStatement`: in the caller's SQL transaction. */
  appendStatement(tx: Tx, parameters: AppendStatementParameters): Promise<AppendStatementReturnType>;
  /** See `appendStatements`: many in one round trip, in the caller's SQL transaction. */
  appendStatements(tx: Tx, statements: readonly AppendStatementParameters[]): Promise<AppendStatementReturnType[]>;
  /** Works in the background until the signal aborts; any number of processes may run it, one leads each role. */
  run(signal: AbortSignal): Promise<void>;
  readLogState(): Promise<LogState>;
  findStatements(subject: string): Promise<FoundStatement[]>;
  /** The durable gateway for transactions. */
  readonly transactions: Transactions;
  /** Statements with their places, and the erasure of their payloads. */
  readonly statements: StatementReader;
  /** The log as the world reads it (tlog-tiles), up to the newest published checkpoint. */
  readonly tiles: TileReader;
  /** Keys and wallets of tenants. */
  readonly wallets: Keys;
  /** Keys that members sign credentials with. */
  readonly identityKeys: IdentityKeys;
  /** Calls that members sign with keys of their own and the treasury pays for. */
  readonly relay: Relay;
  /**
   * The address of a contract that this chain has once, see `deployOnce`; null while it is being deployed.
   * @throws LEDGER_NODE_UNAVAILABLE (retryable)
   */
  deploy(contract: Pick<DeployOnceParameters, 'name' | 'sourceHash' | 'data'>): Promise<Hex | null>;
  /** Asks the chain itself, for what must be as new as it gets. */
  readonly reads: ChainReads;
  /** The account that a chain of our own began with; null on any other. */
  readonly genesis: Genesis | null;
  /** Everything that is on the chain, for reading; it is written by its own background roles. */
  readonly index: ChainIndex;
}

const balanceAgeMs = 5_000;

/**
 * Opens the ledger. The chain need not answer yet: recording and proving go on without it.
 * @throws LEDGER_BAD_MASTER_KEY, LEDGER_WRONG_MASTER_KEY, LEDGER_BAD_PRIVATE_KEY, LEDGER_WRONG_CHAIN
 */
export async function openLedger(parameters: OpenLedgerParameters): Promise<Ledger> {
  const {
    store,
    context,
    masterKey,
    origin,
    genesisKey,
    anchorIntervalMs = 2_000,
    allowPrivateUrls = false,
  } = parameters;
  const { espaceUrls, coreUrl, evmChainId } = parameters.chain;
  const keys = openKeyStore({ store, masterKey });
  const treasury = await keys.createKey('treasury');
  const genesis = genesisKey ? await importGenesis(genesisKey) : null;
  const client = createChainClient({ espaceUrls, ...(coreUrl === undefined ? {} : { coreUrl }) });
  const chain = await connectChain({ store, client, evmChainId });
  await chain.identify().catch((error: unknown) => {
    if (!(error instanceof Error && 'retryable' in error && error.retryable)) throw error;
    context.logger.warn({ err: error }, 'the chain does not answer yet; recording goes on without it');
  });
  const core = coreUrl === undefined ? null : await openCore(coreUrl);
  const logKey = await openLogKey({ store, masterKey, origin });
  const metrics = registerMetrics(context.metrics, store);
  registerEndpointMetrics(context.metrics, client.endpoints);

  async function importGenesis(privateKey: Hex): Promise<Hex> {
    // Named after its address, so that the key of a chain that was set up anew stands beside the old one.
    const known = /^0x[0-9a-f]{64}$/i.test(privateKey) ? privateKeyToAccount(privateKey).address.toLowerCase() : '';
    return keys.importKey(`genesis ${known}`, privateKey);
  }

  async function openCore(url: string): Promise<ConnectedCore> {
    const connected = connectCore({ store, keys, client: createCoreClient(url), logger: context.logger });
    // A node that does not answer yet is asked again by the lane.
    await connected.identify().catch(() => undefined);
    return connected;
  }

  const ownGenesis = openGenesis({ store, chain, address: genesis, espaceUrl: espaceUrls[0] ?? '', coreUrl });
  let balance = { wei: 0n, readAt: Number.NEGATIVE_INFINITY };
  async function readBalance(): Promise<bigint> {
    if (Date.now() - balance.readAt > balanceAgeMs) {
      balance = { ...balance, readAt: Date.now() };
      // A silent node must not hold up the state of the log.
      const known = new Promise<bigint>((resolve) => setTimeout(() => resolve(balance.wei), 1_000).unref());
      const reading = client.readBalance(treasury).then((wei) => {
        balance = { wei, readAt: Date.now() };
        return wei;
      });
      return Promise.race([reading.catch(() => balance.wei), known]);
    }
    return balance.wei;
  }

  return {
    treasuryAddress: treasury,
    contract: () => chain.contract,
    appendStatement,
    appendStatements,
    run: (signal) =>
      runLedger({
        store,
        context,
        client,
        keys,
        chain,
        evmChainId,
        treasury,
        genesis,
        ownGenesis,
        origin,
        logKey,
        anchorIntervalMs,
        allowPrivateUrls,
        metrics,
        core,
        signal,
      }),
    async readLogState() {
      const [state, balanceWei] = await Promise.all([readLogState(store, chain), readBalance()]);
      const funds = { address: treasury, balanceWei: balanceWei.toString() };
      return { ...state, evmChainId, origin, logKey: logKey.vkey, treasury: funds };
    },
    ...openLog({ store, client, chain, evmChainId, coreUrl, logKey, allowPrivateUrls }),
    transactions: createTransactions({ store, client, chain, ...(core ? { core } : {}), errorAbi: evidenceLogAbi }),
    findStatements: (subject) => findStatements(store, chain.id, subject),
    statements: openStatementReader(store, chain),
    tiles: openTileReader(store),
    wallets: openKeys({ store, masterKey }),
    identityKeys: openIdentityKeys({ store, masterKey }),
    relay: openRelay({ store, client, chain, evmChainId, treasury, logger: context.logger }),
    deploy: async (contract) =>
      deployOnce({ store, logger: context.logger, chain: await chain.identify(), treasury, ...contract }),
    reads: openChainReads(client),
    genesis: ownGenesis,
    index: openChainIndex({ store, context, chain: parameters.chain }),
  };
}
