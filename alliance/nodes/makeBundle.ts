import { setTimeout as sleep } from 'node:timers/promises';
import { chainRules, checkBundle, type NetworkBundle, parseNodeUrl } from '../../engine/index.ts';
import type { Genesis } from '../../ledger/index.ts';
import type { Principal } from '../principal.ts';
import { nodesErrors } from './errors.ts';
import type { NodesContext } from './openNodes.ts';
import { readAllianceAddresses, readRegisteredKeys } from './readAlliance.ts';

export interface MakeBundleParameters {
  /** Slug of the member whose node is to join. */
  member: string;
  principal: Principal;
}

/** A sweep takes a few seconds; whoever asks waits that long before being told to ask again. */
const mostWaitMs = 20_000;
const lookMs = 500;

/**
 * Makes the bundle with which a member's node joins the network. It contains the keys of the accounts that the chain began
 * with, because every node computes the first block from them; so whatever those still own is moved to the treasury first, and
 * as long as the chain says that something is left there is no bundle.
 * @throws NODES_NO_OWN_NODE, NODES_MEMBER_UNKNOWN, NODES_NOT_ADMITTED, NODES_SWEEP_UNDER_WAY (retryable), NODES_GENESIS_BOUND,
 * LEDGER_NODE_UNAVAILABLE (retryable)
 */
export async function makeBundle(
  nodes: NodesContext,
  { member, principal }: MakeBundleParameters,
): Promise<NetworkBundle> {
  const { store, ledger, acts, ownNode, baseUrl, evmChainId, context } = nodes;
  const { genesis } = ledger;
  if (!ownNode || !genesis) throw nodesErrors.noOwnNode();
  const [known] = await store.sql`select from alliance.member where slug = ${member}`;
  if (!known) throw nodesErrors.memberUnknown({ slug: member });
  const alliance = await readAllianceAddresses(store.sql);
  if (alliance && !(await readRegisteredKeys(ledger, alliance.registry, member)).admitted)
    throw nodesErrors.notAdmitted({ slug: member });
  await emptyGenesis(genesis, context.signal);
  const { origin, logKey, contract } = await ledger.readLogState();
  const bundle = checkBundle({
    format: 'xiangyu-network-bundle/1',
    member,
    createdAt: new Date().toISOString(),
    chain: {
      coreChainId: ownNode.coreChainId,
      evmChainId,
      genesisHash: ownNode.genesisHash,
      blockIntervalMs: ownNode.blockIntervalMs,
      rules: { ...chainRules },
      genesisCoreKeys: [...ownNode.genesisCoreKeys],
      genesisEspaceKeys: [...ownNode.genesisEspaceKeys],
    },
    bootnodes: [parseNodeUrl(ownNode.nodeUrl), ...(await readReachable(nodes))],
    platform: { url: baseUrl },
    log: { origin, logKey, contract },
    alliance,
  });
  await store.transaction((tx) =>
    acts.recordAct(tx, { principal, action: 'nodes:join', resource: { type: 'Node', id: member, member } }),
  );
  return bundle;
}

/** Members' nodes that others can reach, so that the network does not hang on one. */
async function readReachable({ store, ownNode }: NodesContext): Promise<NetworkBundle['bootnodes']> {
  const own = parseNodeUrl(ownNode?.nodeUrl ?? '').publicKey;
  return store.sql<NetworkBundle['bootnodes']>`
    select public_key as "publicKey", host, port from alliance.node
    where host is not null and port is not null and public_key <> ${own} and last_seen_at > now() - interval '1 hour'
    order by first_seen_at limit 10`;
}

async function emptyGenesis(genesis: Genesis, signal: AbortSignal): Promise<void> {
  const deadline = performance.now() + mostWaitMs;
  for (let asked = false; ; asked = true) {
    const { espaceWei, coreWei, boundWei, empty } = await genesis.readHoldings();
    if (empty) return;
    const inCfx = (wei: bigint) => Number(wei / 10n ** 12n) / 1e6;
    if (boundWei > 0n) throw nodesErrors.genesisBound({ amount: inCfx(boundWei) });
    if (!asked) await genesis.sweep();
    if (performance.now() > deadline) throw nodesErrors.sweepUnderWay({ amount: inCfx(espaceWei + coreWei) });
    await sleep(lookMs, undefined, { signal });
  }
}
