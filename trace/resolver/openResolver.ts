import type { Store } from '../../store/index.ts';
import { resolverErrors } from './errors.ts';
import { type ListLinksParameters, listLinks } from './findLinks.ts';
import type { StoredLink } from './link.ts';
import { type Resolution, type ResolveParameters, resolve } from './resolve.ts';
import { type SetLinkParameters, setLink } from './setLink.ts';

/** The resolver of Digital Links and the links that it leads to. */
export interface Resolver {
  /** Where it is reached, without a slash at the end. */
  root: string;
  /** See `resolve`. */
  resolve(parameters: Omit<ResolveParameters, 'root'>): Promise<Resolution>;
  /** See `setLink`. */
  setLink(parameters: SetLinkParameters): Promise<StoredLink>;
  listLinks(parameters: ListLinksParameters): ReturnType<typeof listLinks>;
  /** Throws RESOLVER_NO_SUCH_LINK. */
  removeLink(parameters: { linkId: string; member: string }): Promise<void>;
}

/** Opens the resolver over its table. */
export function openResolver({ store, root }: { store: Store; root: string }): Resolver {
  const { sql } = store;
  return {
    root,
    resolve: (parameters) => resolve(sql, { ...parameters, root }),
    setLink: (parameters) => setLink(store, parameters),
    listLinks: (parameters) => listLinks(sql, parameters),
    async removeLink({ linkId, member }) {
      const { count } = await sql`DELETE FROM trace.links WHERE link_id = ${linkId} AND member = ${member}`;
      if (count === 0) throw resolverErrors.noSuchLink({ linkId: linkId.slice(0, 80) });
    },
  };
}
