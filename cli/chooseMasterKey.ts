import { join, resolve } from 'node:path';
import type { MasterKeySource } from '../ledger/index.ts';
import type { Options } from './options/optionTable.ts';

const variable = 'XIANGYU_MASTER_KEY';
let held: string | undefined;

/** Takes the master key out of this process's environment, which the node and other children inherit. */
export function holdMasterKey(): void {
  held ??= process.env[variable];
  delete process.env[variable];
}

/** What the environment of the server has besides ours. */
export function masterKeyEnvironment(): Record<string, string> {
  return held === undefined ? {} : { [variable]: held };
}

/** Where the master key comes from: the command, else the environment, else the file. The key itself is read by whoever uses it. */
export function chooseMasterKey(options: Options, data: string): MasterKeySource {
  const command = options['master-key-command'];
  if (command !== null) return { kind: 'command', command };
  if (held ?? process.env[variable]) return { kind: 'environment' };
  return { kind: 'file', file: resolve(options['master-key-file'] ?? join(data, 'keys', 'master.key')) };
}
