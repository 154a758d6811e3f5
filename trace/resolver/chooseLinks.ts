import type { ResolverLink } from './link.ts';

/** What a caller prefers. */
export interface LinkWishes {
  /** The header Accept-Language. */
  acceptLanguage?: string | undefined;
  /** The header Accept. */
  accept?: string | undefined;
  /** The parameter context. */
  context?: string | undefined;
}

/** The entries of a header with weights, the most wanted first, without those of weight 0. */
export function readWeights(header: string | undefined): string[] {
  return (header ?? '')
    .split(',')
    .map((entry) => {
      const [name = '', ...parameters] = entry
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
      return { name, weight: weight === undefined ? 1 : Number(weight) || 0 };
    })
    .filter(({ name, weight }) => name !== '' && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ name }) => name);
}

/** Whether a wanted tag is the offered one, or one of them is the other with a region (RFC 4647, lookup). */
function speaks(offered: string, wanted: string): boolean {
  const tag = offered.toLowerCase();
  return tag === wanted || tag.startsWith(`${wanted}-`) || wanted.startsWith(`${tag}-`);
}

/** Those that match the first wish that any matches; else those that say nothing about it; else all. */
function prefer(
  links: readonly ResolverLink[],
  wishes: readonly string[],
  {
    offers,
    matches,
  }: { offers: (link: ResolverLink) => readonly string[]; matches: (offer: string, wish: string) => boolean },
): readonly ResolverLink[] {
  for (const wish of wishes) {
    const exact = links.filter((link) => offers(link).some((offer) => offer.toLowerCase() === wish));
    const close = exact.length > 0 ? exact : links.filter((link) => offers(link).some((offer) => matches(offer, wish)));
    if (close.length > 0) return close;
  }
  const silent = links.filter((link) => offers(link).length === 0);
  return silent.length > 0 ? silent : links;
}

const equal = (offer: string, wish: string) => offer.toLowerCase() === wish;

/**
 * The links of one type that fit a caller best: by language, then by context, then by media type (resolver standard,
 * choosing among links of one type). More than one is left when nothing tells them apart.
 */
export function chooseLinks(links: readonly ResolverLink[], wishes: LinkWishes): readonly ResolverLink[] {
  const languages = readWeights(wishes.acceptLanguage).filter((language) => language !== '*');
  const types = readWeights(wishes.accept).filter((type) => type !== '*/*');
  const spoken = prefer(links, languages, { offers: ({ languages: tags }) => tags, matches: speaks });
  const contexts = wishes.context === undefined ? [] : [wishes.context.toLowerCase()];
  const fitting = prefer(spoken, contexts, { offers: (link) => link.contexts, matches: equal });
  return prefer(fitting, types, { offers: ({ mediaType }) => (mediaType === null ? [] : [mediaType]), matches: equal });
}
