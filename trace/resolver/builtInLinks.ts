import type { Sql } from '../../store/index.ts';
import { selectVisible } from '../access/selectVisible.ts';
import { publicViewer } from '../access/viewer.ts';
import { readItemCertificates } from '../certificates/certificateLinks.ts';
import { toThingKey } from '../things.ts';
import type { Level } from './levels.ts';
import type { ResolverLink } from './link.ts';
import { linkTypes } from './linkTypes.ts';

/** The path on this platform of the page that people see about a trade item or a lot. */
function productPagePath(path: string): string {
  return `/product${path}`;
}

const pathOf = (anchor: string) => new URL(anchor).pathname;

/** Which of the levels master data or events for everybody know. */
async function findKnown(sql: Sql, levels: readonly Level[]): Promise<Set<string>> {
  const keys = levels.map(({ anchor }) => toThingKey(anchor));
  const rows = await sql<{ key: string }[]>`
    SELECT wanted.key FROM unnest(${keys}::text[]) AS wanted (key)
    WHERE EXISTS (SELECT FROM trace.vocabulary v WHERE v.key = wanted.key)
      OR EXISTS (SELECT FROM trace.event_things t JOIN trace.events e ON e.sequence = t.event
        WHERE t.key = wanted.key AND ${selectVisible(sql, publicViewer)})
      OR EXISTS (SELECT FROM trace.lots l JOIN trace.event_things t ON t.key = l.key
        JOIN trace.events e ON e.sequence = t.event
        WHERE l.key >= wanted.key || '/10/' AND l.key < wanted.key || '/100' AND ${selectVisible(sql, publicViewer)})`;
  return new Set(rows.map(({ key }) => key));
}

/** The links that the platform gives by itself: the product's page, its journey as data, its events. */
export async function builtInLinks(sql: Sql, levels: readonly Level[]): Promise<ResolverLink[]> {
  const known = await findKnown(sql, levels);
  const items = levels.filter(({ elements }) => elements.map(([ai]) => ai).join(' ') === '01');
  const certificates = await readItemCertificates(
    sql,
    items.map(({ anchor }) => toThingKey(anchor)),
  );
  return levels.flatMap(({ anchor, elements }): ResolverLink[] => {
    if (!known.has(toThingKey(anchor))) return [];
    const shared = { anchor, contexts: [], forwardQuery: true };
    const identifiers = elements.map(([ai]) => ai).join(' ');
    const page: ResolverLink = {
      ...shared,
      linkType: linkTypes.productPage,
      href: productPagePath(pathOf(anchor)),
      title: '产品页 · Product page',
      languages: ['zh', 'en'],
      mediaType: 'text/html',
      isDefault: true,
    };
    const journey: ResolverLink = {
      ...shared,
      linkType: linkTypes.traceability,
      href: `/api/products${pathOf(anchor)}`,
      title: '产品旅程数据 · Journey as data',
      languages: [],
      mediaType: 'application/json',
      isDefault: false,
    };
    const events: ResolverLink = {
      ...shared,
      linkType: linkTypes.epcis,
      href: `/epcis/events?MATCH_anyEPC=${encodeURIComponent(toThingKey(anchor))}`,
      title: '追溯事件 (EPCIS) · Events (EPCIS)',
      languages: [],
      mediaType: 'application/ld+json',
      forwardQuery: false,
      isDefault: !identifiers.startsWith('01'),
    };
    const pages = identifiers.startsWith('01') ? [page] : [];
    const covering = certificates
      .filter(({ item }) => item === toThingKey(anchor))
      .map(
        ({ id, number }): ResolverLink => ({
          ...shared,
          linkType: linkTypes.certificationInfo,
          href: `/certificates/${id}`,
          title: `有机证书 ${number} · Organic certificate ${number}`,
          languages: ['zh', 'en'],
          mediaType: 'text/html',
          forwardQuery: false,
          isDefault: false,
        }),
      );
    return [...pages, ...(identifiers === '01 10' ? [journey] : []), ...covering, events];
  });
}
