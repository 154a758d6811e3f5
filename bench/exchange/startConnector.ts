import { chmod, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findFreePort } from '../../host/index.ts';
import { call, type Door, until } from './call.ts';
import { type RunningProgram, startProgram } from './startProgram.ts';

/** A connector on a machine of its own, registered. */
export interface BenchConnector extends RunningProgram {
  slug: string;
  /** Opened by the admin key. */
  admin: Door;
  /** Opened by the key of the second person, who reviews. */
  reviewer: Door;
  folder: string;
}

export interface StartConnectorParameters {
  slug: string;
  apiKey: string;
  platformUrl: string;
  folder: string;
  port?: number;
  flags?: string[];
  nodeOptions?: string[];
}

/** Starts `xiangyu connector` and waits until the platform has its entry. */
export async function startConnector(parameters: StartConnectorParameters): Promise<BenchConnector> {
  const { slug, apiKey, platformUrl, folder, flags = [], nodeOptions = [] } = parameters;
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o755);
  const port = parameters.port ?? (await findFreePort());
  const program = await startProgram({
    args: [
      ...['connector', '--data', folder, '--platform', platformUrl, '--member', slug],
      ...['--listen', `127.0.0.1:${port}`, '--allow-private-urls', ...flags],
    ],
    ready: 'Ctrl-C stops it',
    env: { XIANGYU_API_KEY: apiKey },
    nodeOptions,
  });
  const url = `http://127.0.0.1:${port}`;
  const door = async (name: string): Promise<Door> => ({
    url,
    key: (await readFile(join(folder, 'keys', `${name}.key`), 'utf8')).trim(),
  });
  const admin = await door('admin');
  await until(
    async () => (await call<{ connector: object | null }>(admin, '/api/exchange/connector')).connector,
    `the entry of ${slug}`,
  );
  return { ...program, slug, folder, admin, reviewer: await door('reviewer') };
}
