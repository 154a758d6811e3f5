import { randomUUID } from 'node:crypto';
import { findLinkProblems, type Gs1Link, inBoth, linkWords, type Words } from '../../proof/index.ts';
import type { Store, Tx } from '../../store/index.ts';
import { toThingKey } from '../things.ts';
import { checkTarget } from './checkTarget.ts';
import { resolverErrors } from './errors.ts';
import { findLinks } from './findLinks.ts';
import { rootOf } from './levels.ts';
import type { ResolverLink, StoredLink } from './link.ts';
import { toLinkType } from './linkTypes.ts';

export interface SetLinkParameters
  extends Pick<ResolverLink, 'anchor' | 'linkType' | 'href' | 'title'>,
    Partial<Omit<ResolverLink, 'anchor' | 'linkType' | 'href' | 'title'>> {
  member: string;
}

function readAnchor(anchor: string): Gs1Link {
  const { link, problems } = findLinkProblems(anchor);
  const wrong = (problem: Words) => resolverErrors.wrongAnchor(...inBoth({ anchor: anchor.slice(0, 200), problem }));
  if (!link) throw wrong(linkWords(problems[0]));
  if (link.attributes.length + link.parameters.length > 0)
    throw wrong({ en: 'it has a query string', zh: '带有查询参数' });
  return link;
}

/**
 * The member who linked the key first, else who described it, else who recorded it or something of it before everybody
 * else; null when nobody did. Who links has been asked this: describing the key afterwards takes nothing away.
 */
async function findOwner(tx: Tx, root: string, thing: string): Promise<string | null> {
  const [row] = await tx<{ member: string | null }[]>`
    SELECT coalesce(
      (SELECT member FROM trace.links WHERE root = ${root} ORDER BY sequence LIMIT 1),
      (SELECT member FROM trace.vocabulary WHERE key = ${toThingKey(root)}),
      (SELECT e.member FROM trace.event_things t JOIN trace.events e ON e.sequence = t.event
        WHERE t.key IN (${toThingKey(root)}, ${thing}) ORDER BY t.event LIMIT 1),
      (SELECT e.member FROM trace.lots l JOIN trace.events e ON e.sequence = l.first_event
        WHERE l.key >= ${`${root}/10/`} AND l.key < ${`${root}/100`} ORDER BY l.first_event LIMIT 1)
    ) AS member`;
  return row?.member ?? null;
}

/**
 * Sets a link of a member, or changes the one of the same anchor, type and target. Throws RESOLVER_WRONG_ANCHOR,
 * RESOLVER_WRONG_LINK_TYPE, RESOLVER_WRONG_TARGET and RESOLVER_FOREIGN_THING.
 */
export async function setLink(store: Store, parameters: SetLinkParameters): Promise<StoredLink> {
  const link = readAnchor(parameters.anchor);
  const anchor = link.canonical;
  const root = rootOf(link);
  const linkType = toLinkType(parameters.linkType);
  const href = checkTarget(parameters.href);
  const { member, title, languages = [], mediaType = null, contexts = [] } = parameters;
  const { forwardQuery = true, isDefault = false } = parameters;
  await store.transaction(async (tx) => {
    // Two members that link the same key at once: one of them is first.
    await tx`SELECT pg_advisory_xact_lock(hashtextextended(${`trace.links ${root}`}, 0))`;
    const owner = await findOwner(tx, root, toThingKey(anchor));
    if (owner !== null && owner !== member) throw resolverErrors.foreignThing({ thing: root });
    await tx`
      INSERT INTO trace.links (link_id, member, anchor, root, link_type, href, title, languages, media_type, contexts,
        forward_query, is_default, updated_at)
      VALUES (${randomUUID()}, ${member}, ${anchor}, ${root}, ${linkType}, ${href}, ${title}, ${[...languages]},
        ${mediaType}, ${[...contexts]}, ${forwardQuery}, ${isDefault}, now())
      ON CONFLICT (anchor, link_type, href) DO UPDATE SET title = excluded.title, languages = excluded.languages,
        media_type = excluded.media_type, contexts = excluded.contexts, forward_query = excluded.forward_query,
        is_default = excluded.is_default, updated_at = excluded.updated_at`;
  });
  const stored = (await findLinks(store.sql, [anchor])).find((one) => one.linkType === linkType && one.href === href);
  if (!stored) throw resolverErrors.noSuchLink({ linkId: anchor });
  return stored;
}
