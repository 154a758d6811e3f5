import { getOutgoing } from '../../host/index.ts';
import type { RegistryContext } from './context.ts';

const timeoutMs = 5_000;

/** Why a version document is none of the Dataspace Protocol (2025-1, common, section "Exposure of versions"); null when it is one. */
function findFault(status: number, body: string): string | null {
  if (status !== 200) return `it answered ${status}`;
  try {
    const { protocolVersions } = JSON.parse(body) as { protocolVersions?: unknown };
    const has = Array.isArray(protocolVersions) && protocolVersions.some((one) => one?.version === '2025-1');
    return has ? null : 'its version document does not name 2025-1';
  } catch {
    return 'its version document is no JSON';
  }
}

/** Asks every connector that a member runs for its version document, and keeps whether it answered. */
export async function checkHealth(
  { house }: Pick<RegistryContext, 'house'>,
  signal: AbortSignal,
): Promise<{ asked: number; silent: number }> {
  const { sql } = house.store;
  const rows = await sql<{ slug: string; address: string }[]>`
    SELECT slug, address FROM exchange.connectors WHERE NOT hosted AND withdrawn_at IS NULL ORDER BY slug`;
  let silent = 0;
  const ask = async ({ slug, address }: { slug: string; address: string }) => {
    const problem = await getOutgoing({
      url: `${address}/.well-known/dspace-version`,
      timeoutMs,
      allowPrivate: house.settings.allowPrivateUrls,
      signal,
    }).then(
      ({ status, body }) => findFault(status, body),
      (error: unknown) => (error instanceof Error && 'reason' in error ? String(error.reason) : 'it did not answer'),
    );
    if (signal.aborted) return;
    if (problem !== null) silent += 1;
    const now = house.now();
    await sql`
      UPDATE exchange.connectors SET checked_at = ${now}, problem = ${problem},
        seen_at = CASE WHEN ${problem === null} THEN ${now} ELSE seen_at END
      WHERE slug = ${slug} AND address = ${address}`;
  };
  // A few at a time: silent ones must not hold up the others.
  for (let at = 0; at < rows.length && !signal.aborted; at += 8) await Promise.all(rows.slice(at, at + 8).map(ask));
  return { asked: rows.length, silent };
}
