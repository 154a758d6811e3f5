import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createContext, ensureWritableFolder, lockFolder } from '../../host/index.ts';
import { serveConnector } from '../../server/index.ts';
import { startPostgres } from '../../store/index.ts';
import { parseListenAddress } from '../../witness/index.ts';
import { cliErrors, exitCodes } from '../errors.ts';
import { readApiKey } from '../readApiKey.ts';

export interface RunConnectorParameters {
  /** Folder for keys, database and files, of this connector alone. */
  data: string;
  /** Address of the platform. */
  platform: string;
  /** Slug of the member. */
  member: string;
  /** HOST:PORT. */
  listen: string;
  publicUrl?: string;
  databaseUrl?: string;
  rpc?: string;
  suite: 'aes' | 'sm';
  credential?: string;
  keyFile?: string;
  anchoringLimit?: string;
  /** Megabytes. */
  diskReserve?: string;
  allowPrivateUrls?: boolean;
  verbose?: boolean;
}

const wrong = (name: string, value: string, expected: string) =>
  cliErrors.optionInvalid({ name, value, origin: 'command line', expected });

function checkAddress(name: string, value: string | undefined): void {
  if (value === undefined) return;
  const { protocol } = URL.parse(value) ?? {};
  if (protocol !== 'http:' && protocol !== 'https:') throw wrong(name, value, 'such as https://host:8080');
}

/** Minutes as milliseconds. */
function readMinutes(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const minutes = Number(value);
  if (value.trim() === '' || !(minutes >= 1 && minutes <= 100_000))
    throw wrong('anchoring-limit', value, '1 to 100000');
  return minutes * 60_000;
}

/** Megabytes as bytes. */
function readMegabytes(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const megabytes = Number(value);
  if (value.trim() === '' || !(megabytes >= 0 && megabytes <= 100_000_000))
    throw wrong('disk-reserve', value, '0 to 100000000');
  return megabytes * 1_000_000;
}

/** Runs the connector of a department beside its data until Ctrl-C or a terminator's signal. */
export async function runConnector(parameters: RunConnectorParameters): Promise<number> {
  const { data, platform, member, listen, suite, verbose = false } = parameters;
  const address = parseListenAddress(listen);
  checkAddress('platform', platform);
  checkAddress('public-url', parameters.publicUrl);
  checkAddress('rpc', parameters.rpc);
  const anchoringLimitMs = readMinutes(parameters.anchoringLimit);
  const diskReserveBytes = readMegabytes(parameters.diskReserve);
  const apiKey = await readApiKey(parameters.keyFile);
  await ensureWritableFolder(data);
  await ensureWritableFolder(join(data, 'keys'), 0o700);
  const lock = await lockFolder(data);
  const stopping = new AbortController();
  const ended = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
  const context = createContext({ level: verbose ? 'debug' : 'info', signal: stopping.signal });
  const undo: (() => Promise<unknown>)[] = [() => lock.release()];
  try {
    let databaseUrl = parameters.databaseUrl;
    if (databaseUrl === undefined) {
      const postgres = await startPostgres({ dataDir: join(data, 'postgres'), port: 0, ...context });
      undo.push(postgres.stop);
      databaseUrl = postgres.url;
    }
    const credential = parameters.credential === undefined ? undefined : await readFile(parameters.credential, 'utf8');
    const running = await serveConnector(
      {
        ...address,
        publicUrl: parameters.publicUrl,
        databaseUrl,
        dataDir: data,
        platformUrl: platform,
        member,
        apiKey,
        credential: credential?.trim(),
        rpcUrl: parameters.rpc,
        suite,
        anchoringLimitMs,
        diskReserveBytes,
        allowPrivateUrls: parameters.allowPrivateUrls,
      },
      context,
    );
    undo.push(running.close);
    console.log(`
Connector of ${member} answers on ${running.url}

  Others reach it at  ${running.exchange.house.addressOf(member)}
  Platform            ${platform}
  Admin key           in ${join(data, 'keys', 'admin.key')}: xiangyu exchange … --url ${running.url} --key-file FILE
  Second person's key in ${join(data, 'keys', 'reviewer.key')}: whoever describes data does not publish them

Keep a copy of ${join(data, 'keys')}: without it nothing that was sealed to this connector opens. Ctrl-C stops it.`);
    await ended;
    return exitCodes.ok;
  } finally {
    for (const step of undo.reverse()) await step();
    stopping.abort();
  }
}
