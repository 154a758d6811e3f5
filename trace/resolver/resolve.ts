import { findLinkProblems, type Gs1Link, inBoth, linkWords } from '../../proof/index.ts';
import type { Sql } from '../../store/index.ts';
import { readDescriptions } from '../names.ts';
import { toThingKey } from '../things.ts';
import { builtInLinks } from './builtInLinks.ts';
import { chooseLinks, type LinkWishes, readWeights } from './chooseLinks.ts';
import { resolverErrors } from './errors.ts';
import { findLinks } from './findLinks.ts';
import { levelsOf } from './levels.ts';
import type { ResolverLink } from './link.ts';
import { isLinkset, linkTypes, toLinkType } from './linkTypes.ts';
import { type Linkset, writeLinkset } from './writeLinkset.ts';

export interface ResolveParameters extends LinkWishes {
  /** Path and query string of the request, as they came. */
  url: string;
  /** Where this resolver is reached, without a slash at the end. */
  root: string;
}

/** What the resolver answers. */
export type Resolution = { canonical: string; path: string } & (
  | { kind: 'redirect'; location: string; link: ResolverLink }
  | { kind: 'choices'; linkset: Linkset }
  | { kind: 'linkset'; linkset: Linkset }
);

const setTypes = ['application/linkset+json', 'application/json', 'application/ld+json'];

/** The lot of a serialised item, where an event told it. */
async function readLot(sql: Sql, { key, qualifiers }: Gs1Link): Promise<string | null> {
  const serial = qualifiers.find(([ai]) => ai === '21');
  if (key[0] !== '01' || !serial) return null;
  const item = toThingKey(`https://id.gs1.org/01/${key[1]}/21/${encodeURIComponent(serial[1])}`);
  const [row] = await sql<{ lot: string }[]>`SELECT lot FROM trace.lot_items WHERE item = ${item} ORDER BY lot LIMIT 1`;
  const lot = row && /\/10\/(.+)$/.exec(row.lot)?.[1];
  return lot === undefined ? null : decodeURIComponent(lot);
}

/** The target with the query string of the request, each parameter besides those that it has. */
function passOn({ href, forwardQuery }: ResolverLink, url: string): string {
  const query = /\?([^#]*)/.exec(url)?.[1] ?? '';
  if (!forwardQuery || query === '') return href;
  const [, address = href, fragment = ''] = /^([^#]*)(#.*)?$/s.exec(href) ?? [];
  return `${address}${address.includes('?') ? '&' : '?'}${query}${fragment}`;
}

/** The links of the finest level that has any. */
function ofFinestLevel(links: readonly ResolverLink[]): readonly ResolverLink[] {
  return links.filter(({ anchor }) => anchor === links[0]?.anchor);
}

/** The default links of the finest level that has any; those of members go before the platform's own page. */
function defaultsOf(links: readonly ResolverLink[]): readonly ResolverLink[] {
  const defaults = links.filter(({ isDefault }) => isDefault);
  const set = defaults.filter((link) => 'linkId' in link);
  return ofFinestLevel(set.length > 0 ? set : defaults);
}

/**
 * Resolves a Digital Link (GS1-Conformant Resolver 1.2): to the default link, to the links of the asked type, or to the set
 * of all links of every level. Throws RESOLVER_INVALID_LINK, RESOLVER_UNKNOWN_THING, RESOLVER_NO_SUCH_LINK_TYPE and
 * RESOLVER_WRONG_LINK_TYPE.
 */
export async function resolve(sql: Sql, { url, root, ...wishes }: ResolveParameters): Promise<Resolution> {
  const { link, problems } = findLinkProblems(url);
  if (!link)
    throw resolverErrors.invalidLink(...inBoth({ problem: linkWords(problems[0]) }, { details: { problems } }));
  const levels = levelsOf(link, await readLot(sql, link));
  const anchors = levels.map(({ anchor }) => anchor);
  const [set, own] = await Promise.all([findLinks(sql, anchors), builtInLinks(sql, levels)]);
  const links = anchors.flatMap((anchor) => [...set, ...own].filter((one) => one.anchor === anchor));
  const thing = anchors[0] ?? link.canonical;
  const place = { canonical: link.canonical, path: new URL(thing).pathname };
  if (links.length === 0) throw resolverErrors.unknownThing({ thing });

  const describe = async (shown: readonly ResolverLink[]) => {
    const names = await readDescriptions(sql, anchors.map(toThingKey));
    return writeLinkset({
      links: shown,
      root,
      describe: (anchor) => {
        const { name = null } = names.get(toThingKey(anchor)) ?? {};
        const identity = new URL(anchor).pathname;
        return name === null ? identity : `${name.zh} · ${name.en} (${identity})`;
      },
    });
  };
  const linkType = link.parameters.find(([name]) => name === 'linkType')?.[1];
  const context = link.parameters.find(([name]) => name === 'context')?.[1];
  const [wanted = ''] = readWeights(wishes.accept);
  const wantsSet = linkType === undefined ? wanted === setTypes[0] : isLinkset(linkType);
  if (wantsSet) return { ...place, kind: 'linkset', linkset: await describe(links) };

  const type = linkType === undefined ? linkTypes.defaultLink : toLinkType(linkType);
  const isDefault = type === linkTypes.defaultLink || type === linkTypes.defaultLinkMulti;
  const candidates = isDefault ? defaultsOf(links) : ofFinestLevel(links.filter((one) => one.linkType === type));
  if (candidates.length === 0) throw resolverErrors.noSuchLinkType({ linkType: linkType ?? 'defaultLink', thing });
  const chosen = chooseLinks(candidates, { ...wishes, context });
  const [first] = chosen;
  // Several defaults that nothing tells apart: the first one set is the default, as the standard wants exactly one.
  if (first && (chosen.length === 1 || isDefault)) {
    return { ...place, kind: 'redirect', link: first, location: passOn(first, url) };
  }
  return { ...place, kind: 'choices', linkset: await describe(chosen) };
}
