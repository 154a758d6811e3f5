import type { Logger } from '../../host/index.ts';
import type { Store } from '../../store/index.ts';
import { runPasses, type Waker } from '../waker.ts';
import type { CheckpointGuard } from './checkpointGuard.ts';
import { createCollector } from './collectCosignatures.ts';
import { forgetCosignatures } from './forgetCosignatures.ts';
import type { LogKey } from './logKey.ts';
import { publishCheckpoint } from './publishCheckpoint.ts';
import { signAnchored, signCheckpoint } from './signCheckpoint.ts';

export interface RunCheckpointsParameters {
  role: string;
  store: Store;
  logger: Logger;
  logKey: LogKey;
  origin: string;
  /** One that has compared nothing yet: whoever leads now cannot know what happened to the database before. */
  guard: CheckpointGuard;
  /** Shortest time between two signed checkpoints. */
  intervalMs: number;
  allowPrivateUrls: boolean;
  waker: Waker;
  signal: AbortSignal;
}

/** Under load the log changes many times a second; checkpoints are not looked at that often. */
const shortestPauseMs = 100;
const forgetEveryMs = 3_600_000;
/** A signed checkpoint that gets no quorum for so long is followed by the next one: witnesses may have moved past it. */
const patienceMs = 15_000;
/** So many signed checkpoints without a quorum are enough; the next one is signed when one of them has one. */
const mostUnpublished = 100;

interface NewestRow {
  /** Whether the database has another size than was signed: it grew, or it is an older copy. */
  differs: boolean;
  published: boolean;
  age_ms: number;
  unpublished: number;
}

/**
 * Signs a checkpoint whenever the log has grown, has the witnesses cosign it, and publishes it when it has a quorum; until the
 * signal aborts. The chain may be away meanwhile.
 */
export async function runCheckpoints(parameters: RunCheckpointsParameters): Promise<void> {
  const { role, store, logger, logKey, origin, guard, intervalMs, allowPrivateUrls, waker, signal } = parameters;
  const collector = createCollector({ store, logger, signal, allowPrivateUrls, onCosigned: () => waker.wake() });
  let isFirst = true;
  let lastPassAt = 0;
  let lastForgottenAt = 0;

  /** After how many milliseconds a checkpoint is due. */
  async function readRest(): Promise<number> {
    const [newest] = await store.sql<NewestRow[]>`
      SELECT size <> (SELECT size FROM ledger.log_head) AS differs, published_at IS NOT NULL AS published, extract(epoch FROM clock_timestamp() - signed_at)::float8 * 1000 AS age_ms,
        (SELECT count(*)::int FROM ledger.signed_checkpoints AS later WHERE size > coalesce(
          (SELECT max(size) FROM ledger.signed_checkpoints WHERE published_at IS NOT NULL), 0)) AS unpublished
      FROM ledger.signed_checkpoints ORDER BY size DESC LIMIT 1`;
    if (!newest) return 0;
    if (!newest.differs) return Number.POSITIVE_INFINITY;
    if (!newest.published && newest.unpublished >= mostUnpublished) return patienceMs;
    return (newest.published ? intervalMs : Math.max(intervalMs, patienceMs)) - newest.age_ms;
  }

  async function pass(): Promise<number> {
    const pauseMs = lastPassAt + shortestPauseMs - Date.now();
    if (pauseMs > 0) return pauseMs;
    lastPassAt = Date.now();
    if (isFirst) await signAnchored({ store, logKey, origin });
    if (Date.now() - lastForgottenAt > forgetEveryMs) {
      await forgetCosignatures(store);
      lastForgottenAt = Date.now();
    }
    isFirst = false;
    await publishCheckpoint(store.sql);
    // Before the guard: witnesses that disagreed must be asked again to be believed again.
    let nextMs = await collector.tick();
    const restMs = await readRest();
    if (restMs > 0) return Math.min(nextMs, Math.ceil(restMs));
    await guard.check();
    const size = await signCheckpoint({ store, logKey, origin });
    if (size !== null) {
      logger.debug({ size }, 'a checkpoint is signed');
      await publishCheckpoint(store.sql);
      nextMs = await collector.tick();
    }
    return nextMs;
  }

  await runPasses({ role, waker, logger, signal, pass });
  await collector.settle();
}
