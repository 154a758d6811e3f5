import type { AddressInfo } from 'node:net';
import { ensureWritableFolder, type Logger, lockFolder } from '../host/index.ts';
import {
  formatVerifierKey,
  type Hex,
  inBoth,
  keyTypes,
  parseVerifierKey,
  readWitnessAddress,
  type VerifierKey,
  type Words,
  wordsOfError,
} from '../proof/index.ts';
import { createCheckpointAdder } from './addCheckpoint.ts';
import { witnessErrors } from './errors.ts';
import { openRefused } from './keepRefused.ts';
import { openRecords } from './records.ts';
import { readOrCreateWitnessKeys } from './witnessKeys.ts';
import { createWitnessServer } from './witnessServer.ts';

export interface StartWitnessParameters {
  /** Folder of this witness alone: its keys and what it signed. */
  dataDir: string;
  /** Address to listen on; port 0 takes any that is free. */
  host: string;
  port: number;
  /** Name under which it signs. */
  name: string;
  /** Verifier keys of the logs it watches; the name of a key is the log's origin. */
  logs: readonly string[];
  logger: Logger;
}

/** A witness that answers. */
export interface RunningWitness {
  /** Submission and monitoring prefix, without a final slash. */
  url: string;
  name: string;
  /** Its verifier keys: Ed25519, ML-DSA-44, EIP-712. */
  verifierKeys: [string, string, string];
  /** eSpace address of the EIP-712 key, lower case. */
  address: Hex;
  /** Answers what is under way, then ends and frees the folder. */
  stop(): Promise<void>;
}

/** @throws WITNESS_LOG_KEY_INVALID, WITNESS_NO_LOG */
function groupLogs(keys: readonly string[]): Map<string, VerifierKey[]> {
  const logs = new Map<string, VerifierKey[]>();
  for (const text of keys) {
    const fail = (problem: Words) => witnessErrors.logKeyInvalid(...inBoth({ key: text, problem }));
    let key: VerifierKey;
    try {
      key = parseVerifierKey(text);
    } catch (error) {
      const { en, zh } = wordsOfError(error);
      throw fail({ en: en.split('. ')[0] ?? '', zh: zh.split('。')[0] ?? '' });
    }
    if (key.type !== keyTypes.ed25519 && key.type !== keyTypes.mlDsa44)
      throw fail({ en: 'it is a key of a witness', zh: '这是见证方的公钥' });
    logs.set(key.name, [...(logs.get(key.name) ?? []), key]);
  }
  if (logs.size === 0) throw witnessErrors.noLog();
  return logs;
}

/**
 * Starts a witness (tlog-witness): it cosigns checkpoints of the logs it watches as long as each extends the last.
 * @throws WITNESS_NAME_INVALID, WITNESS_NAME_CHANGED, WITNESS_LOG_KEY_INVALID, WITNESS_NO_LOG, WITNESS_RECORD_DAMAGED,
 * WITNESS_CANNOT_LISTEN, HOST_FOLDER_IN_USE, HOST_FOLDER_NOT_WRITABLE, HOST_SECRET_UNREADABLE
 */
export async function startWitness(parameters: StartWitnessParameters): Promise<RunningWitness> {
  const { dataDir, host, port, name, logger } = parameters;
  const logs = groupLogs(parameters.logs);
  await ensureWritableFolder(dataDir);
  const lock = await lockFolder(dataDir);
  try {
    const keys = await readOrCreateWitnessKeys(dataDir, name);
    const records = await openRecords(dataDir, keys);
    // A damaged record must be known now, not when the log asks.
    for (const origin of logs.keys()) await records.read(origin);
    const addCheckpoint = createCheckpointAdder({ keys, records, logs, keepRefused: await openRefused(dataDir) });
    const cosigners = [keys.ed25519, keys.mlDsa44, keys.eip712] as const;
    const [ed25519, mlDsa44, eip712] = cosigners.map(({ key }) => formatVerifierKey(key));
    const address = readWitnessAddress(keys.eip712.key);
    if (ed25519 === undefined || mlDsa44 === undefined || eip712 === undefined || !address) throw new Error('no keys');
    const verifierKeys: [string, string, string] = [ed25519, mlDsa44, eip712];
    const description = `${[`Witness ${name}`, ...verifierKeys, address].join('\n')}\n`;
    const server = createWitnessServer({ addCheckpoint, records, description, logger });
    await new Promise<void>((resolve, reject) => {
      server.once('error', (cause) =>
        reject(witnessErrors.cannotListen({ host, port, reason: cause.message }, { cause })),
      );
      server.listen(port, host, () => resolve());
    });
    const { address: boundHost, port: boundPort, family } = server.address() as AddressInfo;
    const url = `http://${family === 'IPv6' ? `[${boundHost}]` : boundHost}:${boundPort}`;
    logger.info({ url, name, logs: [...logs.keys()] }, 'the witness answers');
    return {
      url,
      name,
      verifierKeys,
      address,
      async stop() {
        const closed = new Promise<void>((resolve) => server.close(() => resolve()));
        server.closeIdleConnections();
        // A client that keeps its request open must not keep the witness from ending.
        const killer = setTimeout(() => server.closeAllConnections(), 5_000);
        await closed;
        clearTimeout(killer);
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}
