import { getOutgoing } from '../../../host/index.ts';
import type { CredentialsContext } from '../credentialsContext.ts';
import { credentialErrors } from '../errors.ts';
import { readType } from '../types/types.ts';

/** A status list: our own from the database, another one from its address over https. */
export async function readStatusList(
  { store, allowPrivate }: Pick<CredentialsContext, 'store' | 'allowPrivate'>,
  url: string,
): Promise<string | object> {
  const [own] = await store.sql<{ json: string }[]>`select json from alliance.status_list where url = ${url}`;
  if (own) return JSON.parse(own.json) as object;
  if (URL.parse(url)?.protocol !== 'https:' && !allowPrivate) throw credentialErrors.statusUnknown({ id: url });
  const { status, body } = await getOutgoing({
    url,
    headers: { accept: 'application/vc, application/vc+jwt, application/json' },
    timeoutMs: 5_000,
    allowPrivate,
    maxAnswerBytes: 512 * 1024,
  });
  if (status !== 200) throw new Error(`its host answered ${status}.`);
  return body;
}

/** The address under which the platform serves the schema of a type. */
export function schemaUrlOf(baseUrl: string, name: string): string {
  return new URL(`/credentials/schemas/${name}`, baseUrl).href;
}

/** A schema of this platform by its address; null for another one. */
export async function readSchema(
  { store, baseUrl }: Pick<CredentialsContext, 'store' | 'baseUrl'>,
  url: string,
): Promise<object | null> {
  const name = url.startsWith(schemaUrlOf(baseUrl, '')) ? url.slice(schemaUrlOf(baseUrl, '').length) : '';
  return name === '' ? null : ((await readType(store.sql, name))?.schema ?? null);
}
