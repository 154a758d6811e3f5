export {
  type ConnectStoreParameters,
  connectStore,
  type DedicatedConnection,
  type Sql,
  type Store,
} from './connectStore.ts';
export { isReachableByDatabaseUser } from './databaseUser.ts';
export {
  type EnqueueJobParameters,
  /** @public used by the rooms that work in the background */
  enqueueJob,
} from './enqueueJob.ts';
export { storeErrors } from './errors.ts';
export { findRunningPostgres } from './findRunningPostgres.ts';
export { type HoldLeadershipParameters, holdLeadership, tryRole } from './holdLeadership.ts';
export { migrate } from './migrate.ts';
export { type Migration, readMigrations } from './readMigrations.ts';
export type { Tx } from './runTransaction.ts';
export { type RunningPostgres, type StartPostgresParameters, startPostgres } from './startPostgres.ts';
export { isConnectionError } from './toStoreError.ts';
export {
  type Job,
  type WorkJobsParameters,
  /** @public used by the rooms that work in the background */
  workJobs,
} from './workJobs.ts';
