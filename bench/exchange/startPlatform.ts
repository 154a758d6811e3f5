import { chmod } from 'node:fs/promises';
import { findFreePort } from '../../host/index.ts';
import { call, type Door } from './call.ts';
import { type RunningProgram, startProgram } from './startProgram.ts';

/** A platform with its node, and the first person's session. */
export interface BenchPlatform extends RunningProgram {
  operator: Door;
}

/** Starts `xiangyu up` in a folder of its own, and sets it up as its first person does. */
export async function startPlatform(folder: string, flags: string[] = []): Promise<BenchPlatform> {
  // PostgreSQL runs as somebody else where root runs this.
  await chmod(folder, 0o755);
  const port = await findFreePort();
  const ports = ['p2p-port', 'core-port', 'espace-port', 'espace-ws-port', 'database-port'].flatMap((name) => [
    `--${name}`,
    '0',
  ]);
  const platform = await startProgram({
    args: ['up', '--data', folder, '--port', String(port), ...ports, ...flags],
    ready: 'Press Ctrl-C',
  });
  const url = `http://127.0.0.1:${port}`;
  const [, token = ''] = /\/setup#token=(\S+)/.exec(platform.output()) ?? [];
  const response = await fetch(`${url}/api/setup`, {
    method: 'POST',
    // A session is given to the platform's own console only, which browsers prove by this header.
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ token, name: 'Bench', email: 'bench@example.org', password: 'nine green kiwifruits' }),
  });
  if (!response.ok) throw new Error(`The set-up answered ${response.status}: ${await response.text()}`);
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ');
  return { ...platform, operator: { url, cookie } };
}

/** Adds an organisation and gives an API key of it that registers its connector. */
export async function addMember(
  { operator }: Pick<BenchPlatform, 'operator'>,
  slug: string,
  zh: string,
): Promise<string> {
  await call(operator, '/api/members', { slug, name: { zh, en: slug }, kind: 'department' });
  const { key } = await call<{ key: string }>(operator, '/api/keys', {
    ...{ name: 'connector', member: slug, scopes: ['exchange'] },
  });
  return key;
}
