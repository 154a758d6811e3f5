import { once } from 'node:events';
import { appendFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { findFreePort } from '../../../host/index.ts';
import { layoutPaths } from '../../buildConfig.ts';
import { type CoreMethod, coreCall } from '../../coreCall.ts';
import type { Hex } from '../../nodeOptions.ts';
import { spawnNode, waitForReport } from '../../spawnNode.ts';
import { makeTestOptions } from '../../testing.ts';
import { waitUntilReady } from '../../waitUntilReady.ts';
import { writeConfig } from '../../writeConfig.ts';

/** A node that makes blocks when it is told to, also such as an attacker would make. */
export interface Laboratory {
  coreUrl: string;
  espaceUrl: string;
  /** Private key of an eSpace account with 10,000 CFX. */
  espaceKey: Hex;
  call<T>(method: CoreMethod, ...params: unknown[]): Promise<T>;
  /** Blocks on the best one, with what is in the pool; the last one's hash. */
  mine(count: number): Promise<Hex>;
  /** A block with this parent, that refers to no other. */
  mineOn(parent: Hex): Promise<Hex>;
  stop(): Promise<void>;
}

/** Starts a laboratory node (mode "test") whose eras have this many epochs; `more` is TOML for other parameters. */
export async function startLaboratory(eraEpochs: number, more = ''): Promise<Laboratory> {
  const signal = new AbortController().signal;
  const options = { ...(await makeTestOptions()), mining: false };
  const paths = layoutPaths(options.dataDir);
  const { configFile, chainDir, logConfigFile } = paths;
  const ports = { tcp: 0, coreLocal: 0, espaceHttp: 0, espaceWs: 0 };
  for (const name of Object.keys(ports) as (keyof typeof ports)[]) ports[name] = await findFreePort();
  await mkdir(chainDir, { recursive: true });
  await writeConfig(options, paths, ports);
  const toml = await readFile(configFile, 'utf8');
  await writeFile(configFile, toml.replace('mode = "dev"', 'mode = "test"').replace(/^dev_pack.*$/m, ''));
  await appendFile(configFile, `\nera_epoch_count = ${eraEpochs}\nmining_author = "0x1${'0'.repeat(39)}"\n${more}`);
  const coreUrl = `http://127.0.0.1:${ports.coreLocal}`;
  const espaceUrl = `http://127.0.0.1:${ports.espaceHttp}`;
  const host = { configFile, chainDir, logConfigFile, coreUrl, mining: false, stallTimeoutMs: 600_000 };
  const child = spawnNode(paths, host);
  const ended = once(child, 'close');
  await waitForReport(child, paths, signal);
  await waitUntilReady({ coreUrl, espaceUrl, mining: false, signal });
  const call = <T>(method: CoreMethod, ...params: unknown[]) => coreCall<T>(coreUrl, method, params);
  return {
    coreUrl,
    espaceUrl,
    espaceKey: options.genesisEspaceKeys[0] ?? '0x',
    call,
    async mine(count) {
      let last: Hex = '0x';
      for (let made = 0; made < count; made += 1) last = await call<Hex>('test_generateOneBlock', 100, 200_000);
      return last;
    },
    mineOn: (parent) => call<Hex>('test_generateFixedBlock', parent, [], 0, false, 4),
    async stop() {
      child.send('stop');
      await ended;
      await rm(options.dataDir, { recursive: true, force: true });
    },
  };
}
