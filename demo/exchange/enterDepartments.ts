import { departments } from './departments.ts';
import type { ExchangeDemoParts } from './parts.ts';

/**
 * Admits the departments as guests, each with a connector that the platform runs, and names the data authority. A connector
 * that was switched off, or moved to a machine of its own, is left as it is. Gives how many were added, and whether all answer.
 */
export async function enterDepartments({
  alliance,
  exchange,
  signal,
}: ExchangeDemoParts): Promise<{ added: number; complete: boolean }> {
  const { registry } = exchange;
  const all = Object.values(departments);
  const present = new Set((await alliance.readMembers(all.map(({ slug }) => slug))).map(({ slug }) => slug));
  let added = 0;
  for (const { slug, name } of all) {
    signal.throwIfAborted();
    if (!present.has(slug)) await alliance.createMember({ slug, name, kind: 'department', demo: true });
    if (await registry.find(slug)) continue;
    await registry.switchOn({ principal: null, slug });
    added += 1;
  }
  const named = await exchange.house.store.sql`SELECT 1 FROM exchange.authority`;
  if (named.length === 0) await registry.nameAuthority({ principal: null, slug: departments.bigData.slug });
  const entries = await Promise.all(all.map(({ slug }) => registry.find(slug)));
  return { added, complete: entries.every((entry) => entry?.state === 'active' && entry.hosted) };
}
