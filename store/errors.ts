import { defineErrors } from '../errors.ts';

/** Errors of the database room. */
export const storeErrors = defineErrors('store', {
  unavailable: {
    status: 503,
    retryable: true,
    cause: 'The database does not answer at the moment; nothing was saved.',
    next: 'Try the same call again in a few seconds; the database is restarted by itself.',
    zh: { cause: '数据库暂时没有响应，本次没有保存任何内容。', next: '数据库会自动重启，请过几秒再试。' },
  },
  outcomeUnknown: {
    status: 503,
    retryable: false,
    cause:
      'The connection to the database was lost during the commit, so the change is saved either whole or not at all.',
    next: 'Look whether the change is there before sending it again.',
    zh: {
      cause: '提交时与数据库的连接中断，更改可能已全部保存，也可能完全没有保存。',
      next: '请先查看更改是否已保存，再决定是否重新提交。',
    },
  },
  rolledBack: {
    status: 500,
    retryable: false,
    cause:
      'A statement of the transaction failed and its error was not passed on, so the database undid the transaction.',
    next: 'Report this with the log of the server; nothing was saved.',
    zh: {
      cause: '事务中有一条语句失败而未上报，数据库已撤销整个事务。',
      next: '本次没有保存任何内容；请连同服务器日志一并反馈。',
    },
  },
  transactionOver: {
    status: 500,
    retryable: false,
    cause: 'A statement came after its transaction had ended; it was not run.',
    next: 'Report this with the log of the server: a step of the transaction was not awaited.',
    zh: {
      cause: '事务结束后又收到一条语句，该语句没有执行。',
      next: '请连同服务器日志一并反馈：事务中有一步没有等待完成。',
    },
  },
  connectFailed: {
    status: 500,
    retryable: true,
    cause: 'No connection to the database at {address}: {reason}.',
    next: 'Check DATABASE_URL (host, port, user, password, database name) and that the server runs.',
    zh: {
      cause: '无法连接位于 {address} 的数据库：{reason}。',
      next: '请核对 DATABASE_URL（主机、端口、用户、密码、数据库名），并确认数据库服务器正在运行。',
    },
  },
  versionTooOld: {
    status: 500,
    retryable: false,
    cause: 'The database server at {address} is PostgreSQL {version}.',
    next: 'Use PostgreSQL {minimum} or newer.',
    zh: {
      cause: '位于 {address} 的数据库服务器是 PostgreSQL {version}，版本过低。',
      next: '请使用 PostgreSQL {minimum} 或更高版本。',
    },
  },
  platformUnsupported: {
    status: 500,
    retryable: false,
    cause: 'No PostgreSQL package is installed for {platform}.',
    next: 'Run npm install again with optional dependencies, or set DATABASE_URL to a PostgreSQL server that you run.',
    zh: {
      cause: '没有适用于 {platform} 的 PostgreSQL 安装包。',
      next: '请重新运行 npm install 并包含可选依赖，或用 DATABASE_URL 指定自行运行的 PostgreSQL 服务器。',
    },
  },
  binariesUnusable: {
    status: 500,
    retryable: false,
    cause: 'The PostgreSQL program does not run on this machine: {reason}.',
    next: 'Set DATABASE_URL to a PostgreSQL server that you run.',
    zh: {
      cause: 'PostgreSQL 程序无法在本机运行：{reason}。',
      next: '请用 DATABASE_URL 指定自行运行的 PostgreSQL 服务器。',
    },
  },
  folderUnreachable: {
    status: 500,
    retryable: false,
    cause:
      'PostgreSQL refuses to run as root, and the user {uid} it runs as instead cannot enter {folder}, which leads to {dataDir}.',
    next: 'Choose another folder with --data (for example /var/lib/xiangyu), or let others enter it with: chmod o+x {folder}',
    zh: {
      cause: 'PostgreSQL 不允许以 root 身份运行，而代为运行的用户 {uid} 无法进入 {folder}，因此到不了 {dataDir}。',
      next: '请用 --data 选择其他文件夹（例如 /var/lib/xiangyu），或放开进入权限：chmod o+x {folder}。',
    },
  },
  otherMajorVersion: {
    status: 500,
    retryable: false,
    cause:
      'The database in {folder} was made by PostgreSQL {found}; this version brings PostgreSQL {own}. Nothing was touched.',
    next: 'Dump it with PostgreSQL {found} (pg_dumpall) and load it into a new --data folder, or set DATABASE_URL to a PostgreSQL {found} server that has it.',
    zh: {
      cause: '{folder} 中的数据库由 PostgreSQL {found} 建立，而本版本自带 PostgreSQL {own}。没有改动任何内容。',
      next: '请用 PostgreSQL {found} 导出（pg_dumpall），再导入新的 --data 文件夹；或用 DATABASE_URL 指定存有该数据库的 PostgreSQL {found} 服务器。',
    },
  },
  passwordMissing: {
    status: 500,
    retryable: false,
    cause: 'The database in {folder} is there, but its password file {file} is not.',
    next: 'Restore the file from a backup; it belongs to the data.',
    zh: { cause: '{folder} 中有数据库，但缺少其密码文件 {file}。', next: '请从备份恢复该文件；它是数据的一部分。' },
  },
  dataFolderUnknown: {
    status: 500,
    retryable: false,
    cause: 'The folder {folder} is not empty and not a PostgreSQL data folder. Nothing was touched.',
    next: 'Move its content away, or choose another folder with --data.',
    zh: {
      cause: '文件夹 {folder} 不为空，也不是 PostgreSQL 数据文件夹。没有改动任何内容。',
      next: '请移走其中的内容，或用 --data 选择其他文件夹。',
    },
  },
  initFailed: {
    status: 500,
    retryable: true,
    cause: 'The new database could not be made in {folder}: {reason}.',
    next: 'Remove the cause (free disk space and the rights on the folder are the usual ones) and start again.',
    zh: {
      cause: '无法在 {folder} 建立新数据库：{reason}。',
      next: '请排除原因（常见的是磁盘空间不足或文件夹权限不够）后重新启动。',
    },
  },
  startFailed: {
    status: 500,
    retryable: true,
    cause: 'PostgreSQL did not start: {reason}.',
    next: 'Read the newest file in {logFolder}, remove the cause and start again.',
    zh: { cause: 'PostgreSQL 没有启动：{reason}。', next: '请查看 {logFolder} 中最新的文件，排除原因后重新启动。' },
  },
  portInUse: {
    status: 500,
    retryable: false,
    cause: 'Port {port}, meant for the database, is already taken by another program.',
    next: 'Choose another with --database-port (0 takes any free one), or stop the program that has it.',
    zh: {
      cause: '数据库使用的端口 {port} 已被其他程序占用。',
      next: '请用 --database-port 选择其他端口（0 表示任意空闲端口），或停止占用该端口的程序。',
    },
  },
  orphanStays: {
    status: 500,
    retryable: true,
    cause: 'A database process {pid} left over from an earlier run still uses {folder} and does not end.',
    next: 'End it with: kill -QUIT {pid}, then start again.',
    zh: {
      cause: '先前运行遗留的数据库进程 {pid} 仍在使用 {folder}，没有退出。',
      next: '请用 kill -QUIT {pid} 结束该进程，再重新启动。',
    },
  },
  migrationChanged: {
    status: 500,
    retryable: false,
    cause: 'The migration {room}/{number}_{name} was changed after it was applied to this database.',
    next: 'Restore its original text and put the change into a new migration.',
    zh: {
      cause: '迁移文件 {room}/{number}_{name} 在应用到本数据库之后被改动。',
      next: '请恢复原文，把改动写成新的迁移文件。',
    },
  },
  migrationUnknown: {
    status: 500,
    retryable: false,
    cause: 'The database has the migration {room}/{number}_{name}, which this version does not know.',
    next: 'Start the newer version that applied it, or restore a backup from before.',
    zh: {
      cause: '数据库中有本版本不认识的迁移 {room}/{number}_{name}。',
      next: '请启动应用过该迁移的较新版本，或恢复此前的备份。',
    },
  },
  migrationFailed: {
    status: 500,
    retryable: false,
    cause: 'The migration {room}/{number}_{name} failed and was rolled back: {reason}.',
    next: 'Correct the cause and start again; the migrations before it stay applied.',
    zh: {
      cause: '迁移 {room}/{number}_{name} 失败，已回滚：{reason}。',
      next: '请排除原因后重新启动；此前的迁移仍然有效。',
    },
  },
  migrationMisnamed: {
    status: 500,
    retryable: false,
    cause: 'The migration file {file} of room {room} has no unique number and name.',
    next: 'Name it like 001_tables.sql, with a number that no other migration of the room has.',
    zh: {
      cause: '{room} 的迁移文件 {file} 没有唯一的编号和名称。',
      next: '请按 001_tables.sql 的形式命名，编号不得与其他迁移文件重复。',
    },
  },
  closed: {
    status: 503,
    retryable: false,
    cause: 'The database connection of this process was closed.',
    next: 'The server is stopping; send the call to it again when it runs.',
    zh: { cause: '本进程的数据库连接已关闭。', next: '服务器正在停止；请在其重新运行后再次发送。' },
  },
  statementUnsupported: {
    status: 500,
    retryable: false,
    cause: 'sql.{method}() is not offered by the store.',
    next: 'Use a tagged template, store.transaction or store.listen.',
    zh: { cause: '数据库接口不提供 sql.{method}()。', next: '请使用模板字符串、store.transaction 或 store.listen。' },
  },
});
