import { createContext } from '../host/index.ts';
import { parseListenAddress, type RunningWitness, startWitness } from '../witness/index.ts';
import { exitCodes } from './errors.ts';

export interface WitnessParameters {
  /** Folder for keys and records, of this witness alone. */
  data: string;
  /** HOST:PORT. */
  listen: string;
  name: string;
  /** Verifier keys of the logs to watch. */
  log: string[];
  verbose?: boolean;
}

/** Everything the operator of a log enters to have this witness: copied, not typed. */
function printWitness({ url, name, verifierKeys, address }: RunningWitness, logs: string[], data: string): void {
  const [ed25519, mlDsa44, eip712] = verifierKeys;
  console.log(`
Witness ${name} answers on ${url}

  Ed25519 key     ${ed25519}
  ML-DSA-44 key   ${mlDsa44}
  EIP-712 key     ${eip712}
  eSpace address  ${address}
  watches         ${logs.map((key) => key.split('+', 1)[0]).join(', ')}

Until an alliance is founded, the operator of the log adds it with this (POST /api/log/witnesses); afterwards your organisation
publishes this (PUT /api/log/witnesses/profile), sets the eSpace address in the registry with
xiangyu alliance node-keys --witness ${address}, and proposes it to the members.
The URL is where the platform reaches the witness:
`);
  console.log(JSON.stringify({ vkeys: verifierKeys, url }, null, 2));
  console.log(`
Keep a copy of the keys in ${data}. Never put back an older copy of its records: they keep it from signing two histories.
Ctrl-C stops it.`);
}

/** Runs a witness until Ctrl-C or a terminator's signal. */
export async function witness({ data, listen, name, log, verbose = false }: WitnessParameters): Promise<number> {
  const stopping = new AbortController();
  const { logger } = createContext({ level: verbose ? 'debug' : 'info', signal: stopping.signal });
  const ended = new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
  const running = await startWitness({ dataDir: data, ...parseListenAddress(listen), name, logs: log, logger });
  printWitness(running, log, data);
  await ended;
  stopping.abort();
  await running.stop();
  return exitCodes.ok;
}
