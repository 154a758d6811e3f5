import { mkdir } from 'node:fs/promises';
import { join as joinPath, resolve } from 'node:path';
import { destination } from 'pino';
import { createContext } from '../../host/index.ts';
import { cliErrors, exitCodes } from '../errors.ts';
import { readApiKey } from '../readApiKey.ts';
import { type JoinedNode, joinNetwork, type ReportOutcome } from './joinNetwork.ts';
import { readBundleFile } from './readBundleFile.ts';
import { readPublicAddress } from './readPublicAddress.ts';

export interface JoinParameters {
  /** File of the bundle. */
  bundle: string;
  data: string;
  producer?: boolean;
  publicAddress?: string;
  name?: string;
  place?: string;
  p2pPort: string;
  corePort: string;
  espacePort: string;
  espaceWsPort: string;
  url?: string;
  keyFile?: string;
  memberNodeKey?: string;
  report: boolean;
  verbose?: boolean;
}

function readPort(name: string, text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535)
    throw cliErrors.optionInvalid({ name, value: text, origin: 'command line', expected: 'a port from 0 to 65535' });
  return port;
}

/** The API key is optional: once an alliance is founded, the node's signature is enough. */
async function readOptionalKey(keyFile: string | undefined): Promise<string | null> {
  return keyFile === undefined && !process.env.XIANGYU_API_KEY ? null : readApiKey(keyFile);
}

/** Says when something changed, not every ten seconds that nothing did. */
function createReportPrinter(url: string): (outcome: ReportOutcome) => void {
  let last = '';
  return (outcome) => {
    const behind = outcome.ok && outcome.lag !== null && outcome.lag > 10;
    const state = !outcome.ok
      ? `  ✗  report     ${outcome.reason}`
      : behind
        ? `  …  sync       ${outcome.lag} epochs behind ${url}`
        : `  ✓  report     up to date, and ${url} shows this node`;
    if (state !== last) console.log(state);
    last = state;
  };
}

/** Runs a member's node until Ctrl-C or a terminator's signal. */
export async function join(parameters: JoinParameters): Promise<number> {
  const { data, producer = false, name = null, place = null, memberNodeKey = null, verbose = false } = parameters;
  const ended = new Promise<void>((end) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end());
  });
  const bundle = await readBundleFile(parameters.bundle);
  const reached = readPublicAddress(parameters.publicAddress, 'public-address');
  const url = parameters.url ?? bundle.platform.url;
  const ports = {
    tcp: readPort('p2p-port', parameters.p2pPort),
    coreLocal: readPort('core-port', parameters.corePort),
    espaceHttp: readPort('espace-port', parameters.espacePort),
    espaceWs: readPort('espace-ws-port', parameters.espaceWsPort),
  };
  const apiKey = await readOptionalKey(parameters.keyFile);
  const logs = joinPath(resolve(data), 'log');
  await mkdir(logs, { recursive: true, mode: 0o700 });
  const stopping = new AbortController();
  const { logger, signal } = createContext({
    level: verbose ? 'debug' : 'info',
    signal: stopping.signal,
    destination: destination({ dest: joinPath(logs, 'supervisor.log'), sync: true }),
  });
  console.log(`  …  node       starting; the first start takes some ten seconds, then it catches up`);
  const onReport = createReportPrinter(url);
  const starting = joinNetwork({
    bundle,
    dataDir: data,
    ports,
    producer,
    ...reached,
    logger,
    signal,
    onProgress: createSyncPrinter(),
    reports: parameters.report ? { url, apiKey, name, place, memberNodeDir: memberNodeKey, onReport } : null,
  });
  const joined = await Promise.race([starting, ended.then(() => undefined)]);
  if (joined) printJoined(joined, bundle.member, data, producer);
  await ended;
  console.log('\nStopping …');
  stopping.abort();
  await (await starting.catch(() => undefined))?.stop();
  console.log('Stopped.');
  return exitCodes.ok;
}

/** At most one line a second: a node that catches up moves a thousand epochs in that time. */
function createSyncPrinter() {
  let shownAt = Number.NEGATIVE_INFINITY;
  return ({ phase, epoch, executed }: { phase: string; epoch: number; executed: number }) => {
    if (performance.now() - shownAt < 1_000) return;
    shownAt = performance.now();
    console.log(`  …  sync       epoch ${epoch}, executed ${executed} (${phase})`);
  };
}

function printJoined({ node }: JoinedNode, member: string, data: string, producer: boolean): void {
  console.log(`  ✓  node       ${producer ? 'makes blocks' : 'follows'}; its first block is the network's

  member     ${member}
  node       ${node.nodeUrl}
  eSpace     ${node.espaceUrl}  (this port is open on every interface)
  Core       ${node.coreUrl}  (this machine only)
  data       ${data}

Press Ctrl-C to stop.`);
}
