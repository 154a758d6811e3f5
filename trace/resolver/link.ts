/** A link of the resolver: from a GS1 key, with or without qualifiers, to something about it. */
export interface ResolverLink {
  /** Canonical Digital Link that it hangs on. */
  anchor: string;
  /** URI of GS1's vocabulary, another URI, or a registered relation. */
  linkType: string;
  /** Absolute, or a path on this platform. */
  href: string;
  title: string;
  /** Language tags, such as zh-CN. */
  languages: readonly string[];
  mediaType: string | null;
  /** Such as the two letters of a country. */
  contexts: readonly string[];
  /** Whether the query string of the request is passed on. */
  forwardQuery: boolean;
  /** Whether a request that asks for no type is led here. */
  isDefault: boolean;
}

/** A link that a member keeps. */
export interface StoredLink extends ResolverLink {
  linkId: string;
  member: string;
  /** ISO 8601, UTC. */
  updatedAt: string;
}
