export {
  type ConnectStoreParameters,
  connectStore,
  type DedicatedConnection,
  type Sql,
  type Store,
} from './connectStore.ts';
export { isReachableByDatabaseUser } from './databaseUser.ts';
export { storeErrors } from './errors.ts';
export { migrate } from './migrate.ts';
export { type Migration, readMigrations } from './readMigrations.ts';
export type { Tx } from './runTransaction.ts';
export { type RunningPostgres, type StartPostgresParameters, startPostgres } from './startPostgres.ts';
export { isConnectionError } from './toStoreError.ts';
