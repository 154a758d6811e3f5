/** A URI in the parts that a Digital Link is read from; nothing is decoded. */
export interface UriParts {
  /** Scheme and authority, empty for a bare path. */
  origin: string;
  segments: readonly string[];
  query: readonly (readonly [name: string, value: string])[];
  fragment: string;
}

/** Cuts a URI; one slash at the end of its path is left out. Parameters may be separated by `;` as the first edition had it. */
export function splitUri(uri: string): UriParts {
  const [, origin = '', path = '', query = '', fragment = ''] =
    /^(https?:\/\/[^/?#]*)?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/is.exec(uri) ?? [];
  return {
    origin,
    segments: path.replace(/^\/|\/$/g, '').split('/'),
    query: query
      .split(/[&;]/)
      .filter((pair) => pair !== '')
      .map((pair) => {
        const at = pair.indexOf('=');
        return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
      }),
    fragment,
  };
}
