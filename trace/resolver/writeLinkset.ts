import type { ResolverLink } from './link.ts';
import { linkTypes } from './linkTypes.ts';

/** A target in a linkset, by GS1's schema of linksets. */
export interface LinksetTarget {
  href: string;
  title: string;
  hreflang?: readonly string[];
  type?: string;
  context?: readonly string[];
  fwqs?: boolean;
}

/** What links hang on one anchor: by link type, besides `anchor` and `itemDescription`. */
export type LinksetContext = { anchor: string; itemDescription: string } & Record<string, string | LinksetTarget[]>;

/** A linkset in JSON (RFC 9264, section 4.2). */
export interface Linkset {
  linkset: LinksetContext[];
}

export interface WriteLinksetParameters {
  links: readonly ResolverLink[];
  /** Where this resolver is reached, without a slash at the end. */
  root: string;
  /** What each anchor is. */
  describe: (anchor: string) => string;
}

/** The schema knows languages of two letters, with or without a region. */
const isLanguage = (tag: string) => /^\w{2}(-\w{2})?$/.test(tag);

function toTarget(link: ResolverLink, root: string): LinksetTarget {
  const languages = link.languages.filter(isLanguage);
  return {
    href: link.href.startsWith('/') ? root + link.href : link.href,
    title: link.title,
    ...(languages.length > 0 && { hreflang: languages }),
    ...(link.mediaType !== null && { type: link.mediaType }),
    ...(link.contexts.length > 0 && { context: link.contexts }),
    ...(!link.forwardQuery && { fwqs: false }),
  };
}

/** Writes links as a linkset, one context object an anchor in the order of the links. */
export function writeLinkset({ links, root, describe }: WriteLinksetParameters): Linkset {
  const anchors = [...new Set(links.map(({ anchor }) => anchor))];
  return {
    linkset: anchors.map((anchor) => {
      const own = links.filter((link) => link.anchor === anchor);
      const context: LinksetContext = {
        anchor: root + new URL(anchor).pathname,
        itemDescription: describe(anchor),
      } as LinksetContext;
      const defaults = own.filter(({ isDefault }) => isDefault);
      const [first] = defaults;
      if (first) context[linkTypes.defaultLink] = [toTarget(first, root)];
      if (defaults.length > 1) context[linkTypes.defaultLinkMulti] = defaults.map((link) => toTarget(link, root));
      for (const link of own) {
        const group = context[link.linkType];
        const target = toTarget(link, root);
        if (Array.isArray(group)) group.push(target);
        else context[link.linkType] = [target];
      }
      return context;
    }),
  };
}
