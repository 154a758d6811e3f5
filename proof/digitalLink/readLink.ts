import { KEYS_BY_NAME, QUALIFIERS_BY_NAME } from '../epcis/gs1Keys.ts';
import { decodeKeyText } from '../epcis/keyCharacters.ts';
import { inBoth } from '../words.ts';
import { type ApplicationIdentifier, applicationIdentifiers } from './applicationIdentifiers.ts';
import { checkValue } from './checkValue.ts';
import { decompressElements } from './decompressElements.ts';
import { clause, type Elements, type LinkProblem, linkWords, noIdentifier, noKey, wrongValue } from './elements.ts';
import { errors } from './errors.ts';
import { splitUri, type UriParts } from './splitUri.ts';
import { arrange, writeLink } from './writeLink.ts';

/** A GS1 Digital Link taken apart. */
export interface Gs1Link {
  /** Scheme, authority and the path before the key, without a slash at its end; empty for a bare path. */
  stem: string;
  key: readonly [ai: string, value: string];
  /** In the order of the standard. */
  qualifiers: Elements;
  /** Data attributes of the query string, in the order of their numbers. */
  attributes: Elements;
  /** The other parameters of the query string, decoded, as they came. */
  parameters: readonly (readonly [name: string, value: string])[];
  fragment: string;
  /** True when it came compressed. */
  compressed: boolean;
  /** `https://id.gs1.org/…` with key, qualifiers and data attributes. */
  canonical: string;
}

/** What a link could not be read for, or its parts. */
export type LinkReading = { link: Gs1Link; problems: [] } | { link: null; problems: [LinkProblem, ...LinkProblem[]] };

const maxQuoted = 120;
const gtinLengths = [8, 12, 13];

/** Decodes a value and checks it; the shorter forms of a GTIN are filled up to 14 digits. */
function readValue(identifier: ApplicationIdentifier, encoded: string, problems: LinkProblem[]): string {
  const { ai, title } = identifier;
  const name = `(${ai}) ${title}`;
  const decoded = decodeKeyText(encoded);
  if (decoded === null) {
    problems.push({
      code: 'encoding',
      ai,
      ...clause({ en: `${name} is not percent-encoded ASCII`, zh: `${name} 不是百分号编码的 ASCII 文本` }),
    });
    return encoded;
  }
  const value = ai === '01' && gtinLengths.includes(decoded.length) ? decoded.padStart(14, '0') : decoded;
  const problem = checkValue(identifier, value);
  if (problem !== null) problems.push({ code: 'value', ai, ...clause(wrongValue(name, problem)) });
  return value;
}

/** The pairs of a path from its key on. */
function readPairs(segments: readonly string[], problems: LinkProblem[]): [string, string][] {
  const pairs: [string, string][] = [];
  for (let i = 0; i < segments.length; i += 2) {
    const name = segments[i] ?? '';
    const ai = (i === 0 ? KEYS_BY_NAME : QUALIFIERS_BY_NAME).get(name)?.ai ?? name;
    const identifier = applicationIdentifiers().get(ai);
    if (!identifier) {
      problems.push({ code: 'qualifier', ai: null, ...clause(noIdentifier(JSON.stringify(name))) });
      continue;
    }
    pairs.push([ai, readValue(identifier, segments[i + 1] ?? '', problems)]);
  }
  return pairs;
}

function readAttributes(query: UriParts['query'], problems: LinkProblem[]) {
  const attributes: [string, string][] = [];
  const parameters: [string, string][] = [];
  for (const [name, encoded] of query) {
    if (!/^\d+$/.test(name)) {
      parameters.push([name, decodeText(encoded)]);
      continue;
    }
    const identifier = applicationIdentifiers().get(name);
    // Names of digits only are GS1's (URI syntax 1.3, section 5.10).
    if (!identifier) problems.push({ code: 'attribute', ai: null, ...clause(noIdentifier(name)) });
    else if (!identifier.attribute) {
      const title = `(${name}) ${identifier.title}`;
      const words = { en: `${title} must not stand in the query string`, zh: `${title} 不能放在查询参数中` };
      problems.push({ code: 'attribute', ai: name, ...clause(words) });
    } else attributes.push([name, readValue(identifier, encoded, problems)]);
  }
  return { attributes, parameters };
}

function decodeText(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}

/** Where the key may stand: a key's name with pairs up to the end of the path. */
function findKeys(segments: readonly string[]): number[] {
  return segments.flatMap((name, at) => (KEYS_BY_NAME.has(name) && (segments.length - at) % 2 === 0 ? [at] : []));
}

interface Found {
  stem: readonly string[];
  elements: [string, string][];
  parameters: [string, string][];
  compressed: boolean;
}

/** A compressed end of the path, whole or behind an uncompressed key; null when it is none. */
function findCompressed(segments: readonly string[], problems: LinkProblem[]): Found | null {
  const text = segments.at(-1) ?? '';
  if (!/^[-\w]{4,}$/.test(text)) return null;
  try {
    const { elements, parameters } = decompressElements(text);
    const key = segments.length >= 3 ? KEYS_BY_NAME.get(segments.at(-3) ?? '') : undefined;
    if (!key) return { stem: segments.slice(0, -1), elements, parameters, compressed: true };
    const pair = readPairs(segments.slice(-3, -1), problems);
    return { stem: segments.slice(0, -3), elements: [...pair, ...elements], parameters, compressed: true };
  } catch {
    return null;
  }
}

function findPlain(segments: readonly string[], problems: LinkProblem[]): Found | null {
  let first: { found: Found; problems: LinkProblem[] } | undefined;
  for (const at of findKeys(segments)) {
    const own: LinkProblem[] = [];
    const found = {
      stem: segments.slice(0, at),
      elements: readPairs(segments.slice(at), own),
      parameters: [],
      compressed: false,
    };
    first ??= { found, problems: own };
    if (own.length === 0) return found;
  }
  if (first) problems.push(...first.problems);
  return first?.found ?? null;
}

/**
 * Reads a GS1 Digital Link (URI syntax 1.3 and later, chapter 5) on any domain, or its bare path, compressed or not, and
 * says everything that is wrong with it. The short names of keys that the first edition had are understood.
 */
export function findLinkProblems(uri: string): LinkReading {
  const problems: LinkProblem[] = [];
  const parts = splitUri(uri);
  const found = findPlain(parts.segments, problems) ?? findCompressed(parts.segments, problems);
  if (!found) {
    const words = { en: 'its path names no GS1 key with a value', zh: '路径中没有带值的 GS1 主键' };
    return { link: null, problems: [{ code: 'key', ai: null, ...clause(words) }] };
  }
  const { attributes, parameters } = readAttributes(parts.query, problems);
  const arranged = arrange([...found.elements, ...attributes], {
    strict: !found.compressed,
    path: found.elements.length,
  });
  problems.push(...arranged.problems);
  const [problem, ...more] = problems;
  if (problem || arranged.key === null) {
    const missing: LinkProblem = { code: 'key', ai: null, ...clause(noKey) };
    return { link: null, problems: [problem ?? missing, ...more] };
  }
  const { key, qualifiers } = arranged;
  const stem = parts.origin + found.stem.map((segment) => `/${segment}`).join('');
  const canonical = writeLink({ key, qualifiers, attributes: arranged.attributes });
  return {
    link: {
      stem,
      key,
      qualifiers,
      attributes: arranged.attributes,
      parameters: [...found.parameters, ...parameters],
      fragment: parts.fragment,
      compressed: found.compressed,
      canonical,
    },
    problems: [],
  };
}

/** As findLinkProblems, but throws PROOF_BAD_LINK with the first problem, and all of them in `details.problems`. */
export function readLink(uri: string): Gs1Link {
  const { link, problems } = findLinkProblems(uri);
  if (link) return link;
  const problem = linkWords(problems[0]);
  throw errors.badLink(...inBoth({ link: uri.slice(0, maxQuoted), problem }, { details: { problems } }));
}
