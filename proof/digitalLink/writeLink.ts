import { encodeKeyText } from '../epcis/keyCharacters.ts';
import { CANONICAL_ORIGIN } from '../epcis/readDigitalLink.ts';
import { inBoth } from '../words.ts';
import { applicationIdentifiers } from './applicationIdentifiers.ts';
import { checkAssociations } from './checkAssociations.ts';
import { checkValue } from './checkValue.ts';
import { clause, type Elements, type LinkProblem, linkWords, noIdentifier, noKey, wrongValue } from './elements.ts';
import { errors } from './errors.ts';

/** Elements in their places in a link. */
export interface ArrangedElements {
  key: readonly [ai: string, value: string] | null;
  qualifiers: Elements;
  attributes: Elements;
  problems: LinkProblem[];
}

export interface ArrangeOptions {
  /** True when the first `path` elements must stand in the order of the standard already. */
  strict: boolean;
  /** How many of the elements come from a path. */
  path: number;
}

const qualifiersOf = (ai: string) => applicationIdentifiers().get(ai)?.qualifiers ?? null;
const byNumber = (a: readonly [string, string], b: readonly [string, string]) => (a[0] < b[0] ? -1 : 1);

/** The sequence that holds the most of the qualifiers. */
function bestSequence(key: string, elements: Elements): readonly string[] {
  const count = (sequence: readonly string[]) => elements.filter(([ai]) => sequence.includes(ai)).length;
  const sequences = qualifiersOf(key) ?? [];
  return sequences.reduce<readonly string[]>(
    (best, next) => (count(next) > count(best) ? next : best),
    sequences[0] ?? [],
  );
}

/** Puts elements into their places: the first key leads, its qualifiers follow in order, the others are data attributes. */
export function arrange(elements: Elements, { strict, path }: ArrangeOptions): ArrangedElements {
  const problems: LinkProblem[] = [];
  const values = new Map<string, string>();
  for (const [ai, value] of elements) {
    if (values.has(ai)) {
      const words = { en: `(${ai}) is there more than once`, zh: `(${ai}) 出现了不止一次` };
      problems.push({ code: 'repeated', ai, ...clause(words) });
    }
    values.set(ai, value);
  }
  const key = (strict ? elements.slice(0, 1) : elements).find(([ai]) => qualifiersOf(ai) !== null) ?? null;
  if (key === null) return { key, qualifiers: [], attributes: [], problems };
  const sequence = bestSequence(key[0], strict ? elements.slice(0, path) : elements);
  const qualifiers = sequence.flatMap((ai): [string, string][] => {
    const value = values.get(ai);
    return value === undefined ? [] : [[ai, value]];
  });
  const placed = new Set([key[0], ...qualifiers.map(([ai]) => ai)]);
  const attributes = [...values].filter(([ai]) => !placed.has(ai)).sort(byNumber);
  if (strict) {
    const given = elements.slice(1, path).map(([ai]) => ai);
    for (const [at, ai] of given.entries()) {
      if (!sequence.includes(ai)) {
        const words = {
          en: `(${ai}) does not qualify (${key[0]}) here`,
          zh: `(${ai}) 在此处不是 (${key[0]}) 的限定符`,
        };
        problems.push({ code: 'qualifier', ai, ...clause(words) });
      } else if (qualifiers[at]?.[0] !== ai && problems.length === 0) {
        const order = qualifiers.map(([name]) => `(${name})`).join(', ');
        problems.push({
          code: 'qualifier',
          ai,
          ...clause({
            en: `the qualifiers of (${key[0]}) are out of order: ${order} is right`,
            zh: `(${key[0]}) 的限定符顺序有误，应为 ${order}`,
          }),
        });
      }
    }
  } else {
    for (const [ai] of attributes) {
      if (applicationIdentifiers().get(ai)?.attribute) continue;
      const words = {
        en: `(${ai}) has no place in a link of (${key[0]})`,
        zh: `(${ai}) 不能出现在 (${key[0]}) 的链接中`,
      };
      problems.push({ code: 'attribute', ai, ...clause(words) });
    }
  }
  return { key, qualifiers, attributes, problems };
}

/** Text of a query string: everything but letters, digits, `-`, `.`, `_` and `~` is percent-encoded. */
export function encodeQueryText(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

export interface WriteLinkParameters {
  key: readonly [ai: string, value: string];
  qualifiers: Elements;
  attributes: Elements;
  /** Scheme, authority and path before the key; the canonical `https://id.gs1.org` when left out. */
  stem?: string;
  parameters?: readonly (readonly [name: string, value: string])[];
}

/** Writes arranged elements as a link. */
export function writeLink({ key, qualifiers, attributes, stem, parameters = [] }: WriteLinkParameters): string {
  const path = [key, ...qualifiers].map(([ai, value]) => `/${ai}/${encodeKeyText(value)}`).join('');
  const query = [...attributes, ...parameters].map(
    ([name, value]) => `${encodeQueryText(name)}=${encodeQueryText(value)}`,
  );
  return `${(stem ?? CANONICAL_ORIGIN).replace(/\/$/, '')}${path}${query.length === 0 ? '' : `?${query.join('&')}`}`;
}

export interface BuildLinkOptions {
  /** Scheme, authority and path before the key; the canonical `https://id.gs1.org` when left out. */
  stem?: string;
  parameters?: readonly (readonly [name: string, value: string])[];
  /** Whether what must or must not be together is looked at too. */
  associations?: boolean;
}

/** What is wrong with each element by itself. */
export function checkElements(elements: Elements): LinkProblem[] {
  return elements.flatMap(([ai, value]): LinkProblem[] => {
    const identifier = applicationIdentifiers().get(ai);
    if (!identifier) return [{ code: 'attribute', ai: null, ...clause(noIdentifier(ai)) }];
    const problem = checkValue(identifier, value);
    return problem === null
      ? []
      : [{ code: 'value', ai, ...clause(wrongValue(`(${ai}) ${identifier.title}`, problem)) }];
  });
}

/**
 * Builds the Digital Link of elements in any order: the first key leads, its qualifiers follow in the order of the standard,
 * the rest stands in the query string by number. Throws PROOF_BAD_ELEMENTS.
 */
export function buildLink(
  elements: Elements,
  { stem, parameters, associations = false }: BuildLinkOptions = {},
): string {
  const problems = [...checkElements(elements), ...(associations ? checkAssociations(elements) : [])];
  const arranged = arrange(elements, { strict: false, path: 0 });
  problems.push(...arranged.problems);
  const [first] = problems;
  if (first || arranged.key === null) {
    throw errors.badElements(...inBoth({ problem: first ? linkWords(first) : noKey }, { details: { problems } }));
  }
  return writeLink({
    key: arranged.key,
    qualifiers: arranged.qualifiers,
    attributes: arranged.attributes,
    ...(stem === undefined ? {} : { stem }),
    ...(parameters === undefined ? {} : { parameters }),
  });
}
