import { evidenceLogAbi } from '../contracts/generated/EvidenceLog.ts';
import type { Context } from '../host/index.ts';
import type { Hex } from '../proof/index.ts';
import { holdLeadership, type Store } from '../store/index.ts';
import type { ChainClient } from './chain/chainClient.ts';
import type { ConnectedChain } from './chain/connectChain.ts';
import { fundTreasury } from './chain/fundTreasury.ts';
import { type Genesis, readSweep } from './genesis/openGenesis.ts';
import { sweepGenesis } from './genesis/sweepGenesis.ts';
import type { KeyStore } from './keys/keyStore.ts';
import type { ConnectedCore } from './lanes/core/connectCore.ts';
import type { LaneContext } from './lanes/laneContext.ts';
import { runLanes } from './lanes/runLanes.ts';
import { anchorCheckpoint } from './log/anchorCheckpoint.ts';
import { createCheckpointGuard } from './log/checkpointGuard.ts';
import { deployContract } from './log/deployContract.ts';
import { carryOutHandOver } from './log/handOverLog.ts';
import { integratePending } from './log/integratePending.ts';
import type { LogKey } from './log/logKey.ts';
import { runCheckpoints } from './log/runCheckpoints.ts';
import type { LedgerMetrics } from './metrics.ts';
import { createWaker, runPasses, type Waker } from './waker.ts';

/** Everything the background roles work with. */
export interface RunLedgerParameters {
  store: Store;
  context: Context;
  client: ChainClient;
  keys: KeyStore;
  chain: ConnectedChain;
  evmChainId: number;
  treasury: Hex;
  genesis: Hex | null;
  /** The genesis account as it can be emptied; null where there is none. */
  ownGenesis: Genesis | null;
  origin: string;
  logKey: LogKey;
  anchorIntervalMs: number;
  allowPrivateUrls: boolean;
  metrics: LedgerMetrics;
  /** Null where no node serves Core Space. */
  core: ConnectedCore | null;
  signal: AbortSignal;
}

type Pass = (signal: AbortSignal) => Promise<number>;

const fallbackMs = 2_000;

/** Runs the integrator, the transaction lanes and the anchorer wherever this process is elected, until the signal aborts. */
export async function runLedger(parameters: RunLedgerParameters): Promise<void> {
  const { store, context, chain, signal } = parameters;
  const wakers = { integrator: createWaker(), lanes: createWaker(), anchorer: createWaker(), core: createWaker() };
  const signer = createWaker();
  const listen = (channel: string, ...woken: Waker[]) => {
    const wake = () => {
      for (const waker of woken) waker.wake();
    };
    return store.listen(channel, wake, wake);
  };
  const unlisten = await Promise.all([
    listen('ledger_pending', wakers.integrator),
    listen('ledger_transactions', wakers.lanes),
    listen('ledger_changed', wakers.anchorer, signer),
    // Servers that lead nothing must know the contract too.
    store.listen('ledger_changed', () => void chain.refresh().catch(() => undefined)),
  ]);
  const lead = (name: keyof typeof wakers, pass: Pass) => {
    const { logger } = context;
    const role = `ledger.${name}`;
    const run = (leading: AbortSignal) => runPasses({ role, waker: wakers[name], logger, signal: leading, pass });
    return holdLeadership({ store, role, signal, logger, run });
  };
  try {
    await Promise.all([
      lead('integrator', integrateAll(parameters)),
      holdLeadership({
        store,
        role: 'ledger.lanes',
        signal,
        logger: context.logger,
        run: (leading) =>
          runLanes({
            identify: () => identifyLane(parameters),
            waker: wakers.lanes,
            logger: context.logger,
            signal: leading,
          }),
      }),
      lead('anchorer', anchorAll(parameters)),
      parameters.core ? lead('core', () => parameters.core?.pass() ?? Promise.resolve(fallbackMs)) : null,
      leadCheckpoints(parameters, signer),
    ]);
  } finally {
    await Promise.all(unlisten.map((stop) => stop()));
  }
}

/** Signs, has cosigned and publishes; every term of leading begins with a guard that believes nothing yet. */
function leadCheckpoints(parameters: RunLedgerParameters, waker: Waker): Promise<void> {
  const { store, context, client, chain, logKey, origin, anchorIntervalMs, allowPrivateUrls, signal } = parameters;
  const { logger } = context;
  const role = 'ledger.checkpoints';
  return holdLeadership({
    store,
    role,
    signal,
    logger,
    run: (leading) => {
      const guard = createCheckpointGuard({ store, client, chain });
      const intervalMs = anchorIntervalMs;
      const paced = { guard, intervalMs, allowPrivateUrls, waker, signal: leading };
      return runCheckpoints({ role, store, logger, logKey, origin, ...paced });
    },
  });
}

const integrateAll =
  ({ store }: RunLedgerParameters): Pass =>
  async (signal) => {
    while (!signal.aborted && (await integratePending(store)) > 0);
    return fallbackMs;
  };

/** The lane's context for the chain that the node serves now. */
async function identifyLane({
  store,
  context,
  client,
  keys,
  chain,
  evmChainId,
}: RunLedgerParameters): Promise<LaneContext> {
  return {
    store,
    client,
    keys,
    logger: context.logger,
    chain: await chain.identify(),
    evmChainId,
    errorAbi: evidenceLogAbi,
  };
}

/** Makes a pass for the chain that the node serves now; a chain that was set up anew gets a pass of its own. */
function identified(parameters: RunLedgerParameters, create: (lane: LaneContext) => () => Promise<number>): Pass {
  let current: { id: string; pass: () => Promise<number> } | null = null;
  return async () => {
    const lane = await identifyLane(parameters);
    if (current?.id !== lane.chain) current = { id: lane.chain, pass: create(lane) };
    return current.pass();
  };
}

/** Under load the log changes many times a second; the chain is not asked that often. */
const shortestPauseMs = 250;

function anchorAll(parameters: RunLedgerParameters): Pass {
  const { treasury, origin, anchorIntervalMs, metrics, ownGenesis, core } = parameters;
  let lastAnchorAt = 0;
  let lastPassAt = 0;
  const pass = identified(parameters, (context) => async () => {
    await metrics.observeAnchors(context.chain);
    const sweep = await readSweep(context.store, context.chain);
    if (sweep === 'open' && ownGenesis && core) await sweepGenesis({ context, genesis: ownGenesis, treasury, core });
    const genesis = sweep === 'none' ? parameters.genesis : null;
    if (!(await fundTreasury({ context, treasury, genesis }))) return fallbackMs;
    const contract = await deployContract({ context, treasury, origin });
    if (!contract) return fallbackMs;
    const isHandedOver = (await carryOutHandOver({ context, treasury, contract })) === 'done';
    if ((await anchorCheckpoint({ context, treasury, contract, isHandedOver })) !== null) lastAnchorAt = Date.now();
    return fallbackMs;
  });
  return async (signal) => {
    const restMs = Math.max(lastPassAt + shortestPauseMs, lastAnchorAt + anchorIntervalMs) - Date.now();
    if (restMs > 0) return restMs;
    lastPassAt = Date.now();
    return pass(signal);
  };
}
