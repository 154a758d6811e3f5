import { gatherChainProof } from '../../engine/index.ts';
import type { Hex, ProofBundle } from '../../proof/index.ts';
import type { Store, Tx } from '../../store/index.ts';
import type { ChainClient } from '../chain/chainClient.ts';
import type { ConnectedChain } from '../chain/connectChain.ts';
import { createCheckpointGuard } from './checkpointGuard.ts';
import { logErrors } from './errors.ts';
import { formatWitnessPolicy } from './formatWitnessPolicy.ts';
import { handOverLog, type LogHandOver, readHandOver } from './handOverLog.ts';
import { type ListedCheckpoint, listCheckpoints } from './listCheckpoints.ts';
import type { LogKey } from './logKey.ts';
import { readBundle } from './readBundle.ts';
import { createCheckpointReader, readCheckpointOf } from './readCheckpoint.ts';
import { type Consistency, readConsistency } from './readConsistency.ts';
import {
  type AddWitnessParameters,
  addWitness,
  type RecordChange,
  readWitnesses,
  removeWitness,
  setWitnessThreshold,
  type WitnessSet,
} from './witnesses.ts';
import {
  type PublishWitnessParameters,
  publishWitness,
  readWitnessProfiles,
  type WitnessProfile,
} from './witnessProfiles.ts';

/** What the log gives to those who check it. */
export interface LogFace {
  /** Verifier key of the log (signed-note). */
  readonly logKey: string;
  /** The newest published checkpoint as its signers made it; null before the first. See `createCheckpointReader`. */
  readCheckpoint(): Promise<string | null>;
  /** The signed checkpoint of one size, with the lines of its witnesses. @throws LOG_NO_CHECKPOINT */
  readCheckpointOf(size: number): Promise<string>;
  /** Signed checkpoints below a size (null: all), newest first. */
  listCheckpoints(parameters: { limit: number; below: number | null }): Promise<ListedCheckpoint[]>;
  /** See `readConsistency`. @throws LOG_SIZES_REVERSED */
  readConsistency(from: number, to: number): Promise<Consistency>;
  /** The log's key and the operator's witnesses as a policy (tlog-policy). */
  readPolicy(): Promise<string>;
  /** See `readBundle`; `deep` adds the chain part. @throws LEDGER_NOT_YET_ANCHORED, LOG_CHAIN_PART_UNAVAILABLE */
  readBundle(statementId: string, options?: ReadBundleOptions): Promise<ProofBundle | null>;
  /** Who vouches for the log: entered by the operator until the log is handed over, elected afterwards. */
  readonly witnesses: {
    read(): Promise<WitnessSet>;
    /** See `publishWitness`; in the caller's SQL transaction. */
    publish(
      tx: Tx,
      profile: Omit<PublishWitnessParameters, 'allowPrivateUrls'>,
    ): Promise<Omit<WitnessProfile, 'publishedAt'>>;
    readProfiles(): Promise<WitnessProfile[]>;
    add(parameters: AddWitnessParameters, record?: RecordChange): Promise<{ name: string }>;
    remove(name: string, record?: RecordChange): Promise<void>;
    setThreshold(threshold: number, record?: RecordChange): Promise<void>;
  };
  /** See `handOverLog`: resolves when it is decided, not when it is done. @throws LOG_HANDED_OVER */
  handOverLog(newOwner: Hex): Promise<LogHandOver>;
  /** Null while the operator of the platform enters the witnesses. */
  readHandOver(): Promise<LogHandOver | null>;
}

export interface ReadBundleOptions {
  deep?: boolean;
  signal?: AbortSignal;
}

export interface OpenLogParameters {
  store: Store;
  client: Pick<ChainClient, 'call'>;
  chain: ConnectedChain;
  evmChainId: number;
  coreUrl: string | undefined;
  logKey: LogKey;
  /** Whether members may name private addresses for their witnesses. */
  allowPrivateUrls: boolean;
}

/** An answer of the chain is good enough for so long when the checkpoint is asked for. */
const chainAgeMs = 5_000;

/** Opens the reading side of the log. */
export function openLog(parameters: OpenLogParameters): LogFace {
  const { store, client, chain, evmChainId, coreUrl, logKey, allowPrivateUrls } = parameters;
  const guard = createCheckpointGuard({ store, client, chain, chainAgeMs });

  function gather({ deep, signal }: ReadBundleOptions) {
    if (!deep) return {};
    if (!coreUrl) throw logErrors.chainPartUnavailable();
    const gatherChain = (transactionHash: Hex, epoch: number) =>
      gatherChainProof(coreUrl, transactionHash, { epoch, ...(signal ? { signal } : {}) });
    return { gatherChain };
  }

  return {
    logKey: logKey.vkey,
    readCheckpoint: createCheckpointReader(store, guard),
    async readCheckpointOf(size) {
      const text = await readCheckpointOf(store, size);
      if (text === null) throw logErrors.noCheckpoint({ size });
      return text;
    },
    listCheckpoints: ({ limit, below }) => listCheckpoints({ store, chain: chain.id, limit, below }),
    readConsistency: (from, to) => readConsistency(store, from, to),
    readPolicy: async () => formatWitnessPolicy(logKey.vkey, await readWitnesses(store, chain.id)),
    readBundle: async (statementId, options = {}) =>
      readBundle({ store, chain: chain.id, evmChainId, statementId, ...gather(options) }),
    witnesses: {
      read: () => readWitnesses(store, chain.id),
      publish: (tx, profile) => publishWitness(tx, { ...profile, allowPrivateUrls }),
      readProfiles: () => readWitnessProfiles(store),
      add: (parameters, record) => addWitness({ store, chain: chain.id }, parameters, record),
      remove: (name, record) => removeWitness({ store, chain: chain.id }, name, record),
      setThreshold: (threshold, record) => setWitnessThreshold({ store, chain: chain.id }, threshold, record),
    },
    handOverLog: (newOwner) => handOverLog(store, chain, newOwner),
    readHandOver: () => readHandOver(store, chain.id),
  };
}
