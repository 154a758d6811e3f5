import { setTimeout as sleep } from 'node:timers/promises';
import type { Hex, NetworkBundle, NodeReport } from '../../engine/index.ts';
import type { Context } from '../../host/index.ts';
import type { Ledger, WitnessProfile } from '../../ledger/index.ts';
import type { Store } from '../../store/index.ts';
import type { Acts } from '../acts/openActs.ts';
import type { PageParameters } from '../page.ts';
import type { Principal } from '../principal.ts';
import type { Rights } from '../rights/openRights.ts';
import type { ActionView, TypedData } from '../votes/sharedSchemas.ts';
import type { VotesContext } from '../votes/votesContext.ts';
import { acceptReport } from './acceptReport.ts';
import { createNodeList, type NodePage } from './listNodes.ts';
import { makeBundle } from './makeBundle.ts';
import { publishWitness } from './publishWitness.ts';
import { recordOwnNode } from './recordOwnNode.ts';
import { type NodeKeys, prepareNodeKeys, setNodeKeys } from './setNodeKeys.ts';

/** The platform's own node, as far as other nodes need to know it to join. */
export interface OwnNode {
  /** `cfxnode://…` with the address under which others reach it. */
  nodeUrl: string;
  genesisHash: Hex;
  coreChainId: number;
  blockIntervalMs: number;
  producer: boolean;
  /** What the first block gave funds to; private keys. */
  genesisCoreKeys: readonly Hex[];
  genesisEspaceKeys: readonly Hex[];
}

export interface OpenNodesParameters {
  store: Store;
  ledger: Ledger;
  context: Context;
  rights: Rights;
  acts: Acts;
  /** Where members' nodes reach the platform. */
  baseUrl: string;
  evmChainId: number;
  coreUrl?: string | undefined;
  /** Null on a platform whose node somebody else runs. */
  ownNode: OwnNode | null;
  /** With which members' signatures are carried to the chain. */
  votes: VotesContext;
}

/** The nodes of the network: who joins, who is there, and how each is. */
export interface Nodes {
  /** See `listNodes`. */
  list(page: PageParameters): Promise<NodePage>;
  /** See `acceptReport`. */
  report(given: { report: NodeReport; signature: Hex; principal: Principal | null }): Promise<{ lag: number | null }>;
  /** See `makeBundle`. */
  makeBundle(parameters: { member: string; principal: Principal }): Promise<NetworkBundle>;
  /** See `publishWitness`. */
  publishWitness(parameters: {
    principal: Principal;
    vkeys: string[];
    url: string;
  }): Promise<Omit<WitnessProfile, 'publishedAt'>>;
  readWitnessProfiles(): Promise<WitnessProfile[]>;
  /** See `prepareNodeKeys`. */
  prepareNodeKeys(wanted: { member: string } & Partial<NodeKeys>): Promise<TypedData>;
  /** See `setNodeKeys`. */
  setNodeKeys(signed: { member: string; signature: Hex } & NodeKeys): Promise<ActionView>;
  /** Notes how the platform's own node is until the signal aborts. */
  run(signal: AbortSignal): Promise<void>;
}

/** What the operations of this folder work with. */
export interface NodesContext extends OpenNodesParameters {
  /** The newest epoch of the platform's node; null while it does not answer. */
  readOwnEpoch(): Promise<number | null>;
}

const ownNodeMs = 5_000;

/** Opens the part. */
export function openNodes(parameters: OpenNodesParameters): Nodes {
  const { ledger, context } = parameters;
  const nodes: NodesContext = { ...parameters, readOwnEpoch: shareOwnEpoch(ledger) };
  return {
    list: createNodeList(nodes),
    report: (given) => acceptReport(nodes, given),
    makeBundle: (wanted) => makeBundle(nodes, wanted),
    publishWitness: (given) => publishWitness(nodes, given),
    prepareNodeKeys: (wanted) => prepareNodeKeys(nodes, wanted),
    setNodeKeys: (signed) => setNodeKeys(nodes, signed),
    readWitnessProfiles: () => ledger.witnesses.readProfiles(),
    async run(signal) {
      while (!signal.aborted) {
        await recordOwnNode(nodes, signal).catch((error: unknown) => {
          if (!signal.aborted) context.logger.debug({ err: error }, 'the own node was not asked');
        });
        await sleep(ownNodeMs, undefined, { signal }).catch(() => undefined);
      }
    },
  };
}

/** A hundred nodes that report at once need not all ask. */
const sharedMs = 1_000;

function shareOwnEpoch({ index }: Ledger): () => Promise<number | null> {
  let shared = { at: Number.NEGATIVE_INFINITY, epoch: Promise.resolve<number | null>(null) };
  return () => {
    if (performance.now() - shared.at > sharedMs) {
      const epoch = index.readChain().then((chain) => chain?.nodeEpoch ?? null);
      shared = { at: performance.now(), epoch: epoch.catch(() => null) };
    }
    return shared.epoch;
  };
}
