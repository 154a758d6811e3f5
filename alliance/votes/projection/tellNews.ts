import type { Store, Tx } from '../../../store/index.ts';
import type { AllianceNews } from '../schemas.ts';
import type { Changes } from './changes.ts';

/** A notification has room for so many ids; beyond, whoever watches looks at everything. */
const mostIds = 40;

/** Tells those who watch, with the commit, what changed. */
export async function tellNews(store: Store, tx: Tx, changes: Changes): Promise<void> {
  const { members, accounts, proposals, other } = changes;
  if (members.size + accounts.size + proposals.size === 0 && !other) return;
  const changed = await tx<{ name: string }[]>`
    select coalesce(i.slug, c.id) as name from alliance.chain_member c
    left join alliance.member_identity i on i.id = c.id
    where c.id = any (${[...members]}::text[]) or c.account = any (${[...accounts]}::text[])
    limit ${mostIds + 1}`;
  const news: AllianceNews = {
    members: changed.slice(0, mostIds).map(({ name }) => name),
    proposals: [...proposals].slice(0, mostIds),
    other: other || changed.length > mostIds || proposals.size > mostIds,
  };
  await store.notify(tx, 'live', JSON.stringify({ type: 'alliance', ...news }));
}
