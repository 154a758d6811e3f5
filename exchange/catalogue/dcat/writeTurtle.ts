import { type Literal, type Node, prefixes, type Term, type Value } from './terms.ts';

const escapes: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const hexDigits = 4;

/** Quotes a text (Turtle 1.1, section 6.4); control characters are written as numbers. */
function quote(text: string): string {
  const escaped = text.replaceAll(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is escaped
    /["\\\x00-\x1f\x7f\u2028\u2029]/g,
    (character) => escapes[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(hexDigits, '0')}`,
  );
  return `"${escaped}"`;
}

function writeLiteral({ '@value': value, '@language': language, '@type': type }: Literal): string {
  if (language !== undefined) return `${quote(value)}@${language}`;
  return type === undefined ? quote(value) : `${quote(value)}^^${type}`;
}

function writeValue(value: Value, indent: string): string {
  if ('@value' in value) return writeLiteral(value);
  if (!('properties' in value)) return `<${value['@id']}>`;
  // Named nodes are written once, on their own.
  if (value['@id'] !== undefined) return `<${value['@id']}>`;
  return `[\n${writeProperties(value, `${indent}  `)}\n${indent}]`;
}

function writeProperties({ '@type': types, properties }: Node, indent: string): string {
  const lines: string[] = [`${indent}a ${types.join(', ')}`];
  for (const [term, values] of properties)
    lines.push(`${indent}${writeTerm(term)} ${values.map((value) => writeValue(value, indent)).join(', ')}`);
  return lines.join(' ;\n');
}

/** Terms are all of our own writing, so that none needs escapes. */
const writeTerm = (term: Term) => term;

/** Nodes with names inside others, which Turtle writes at the top. */
function* namedIn(nodes: readonly Node[]): Generator<Node> {
  for (const one of nodes) {
    if (one['@id'] !== undefined) yield one;
    for (const [, values] of one.properties) yield* namedIn(values.filter((value) => 'properties' in value));
  }
}

/** Writes nodes as Turtle 1.1. */
export function writeTurtle(nodes: readonly Node[]): string {
  const head = Object.entries(prefixes).map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .`);
  const body = [...namedIn(nodes)].map((one) => `<${one['@id']}>\n${writeProperties(one, '  ')} .`);
  return `${[head.join('\n'), ...body].join('\n\n')}\n`;
}
