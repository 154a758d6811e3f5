import { inBoth } from '../words.ts';
import { applicationIdentifiers, identifierAt } from './applicationIdentifiers.ts';
import { type Elements, linkWords } from './elements.ts';
import { errors } from './errors.ts';
import { checkElements } from './writeLink.ts';

/** The separator behind an element whose length is not predefined (FNC1 as a scanner transmits it). */
const separator = '\u001d';
/** What a scanner may put before the data to name the symbology: GS1-128, DataMatrix, DataBar, QR code. */
const symbology = /^\](?:C1|d2|e0|Q3|J1)/;

function readBracketed(text: string): [string, string][] {
  const elements: [string, string][] = [];
  // A bracket in the data is written with a backslash before it.
  const element = /\((\d{2,4})\)((?:\\.|[^\\(])*)/gy;
  let at = 0;
  for (let found = element.exec(text); found !== null; found = element.exec(text)) {
    elements.push([found[1] ?? '', (found[2] ?? '').replace(/\\(.)/g, '$1')]);
    at = element.lastIndex;
    if (at === text.length) return elements;
  }
  const place = at + 1;
  const problem = {
    en: `at character ${place} no application identifier in brackets follows`,
    zh: `第 ${place} 个字符处缺少带括号的应用标识符`,
  };
  throw errors.badElements(...inBoth({ problem }));
}

function readPlain(text: string): [string, string][] {
  const elements: [string, string][] = [];
  let at = text.startsWith(separator) ? 1 : 0;
  while (at < text.length) {
    const identifier = identifierAt(text, at);
    if (!identifier) {
      const place = at + 1;
      const en = `at character ${place} no application identifier begins`;
      throw errors.badElements(...inBoth({ problem: { en, zh: `第 ${place} 个字符处不是应用标识符` } }));
    }
    const start = at + identifier.ai.length;
    const length = identifier.format.reduce((sum, { maxLength }) => sum + maxLength, 0);
    const stop = text.indexOf(separator, start);
    const end = identifier.predefinedLength ? start + length : stop < 0 ? text.length : stop;
    elements.push([identifier.ai, text.slice(start, end)]);
    at = text[end] === separator ? end + 1 : end;
  }
  return elements;
}

/**
 * Reads a GS1 element string, with brackets as people read it or plain as a scanner gives it (GS1 General Specifications
 * 7.8), and checks every element. Throws PROOF_BAD_ELEMENTS.
 */
export function parseElementString(text: string): [string, string][] {
  const data = text.trim().replace(symbology, '');
  const elements = data.startsWith('(') ? readBracketed(data) : readPlain(data);
  const problems = checkElements(elements);
  const [first] = problems;
  if (first) throw errors.badElements(...inBoth({ problem: linkWords(first) }, { details: { problems } }));
  if (elements.length === 0) throw errors.badElements(...inBoth({ problem: { en: 'it is empty', zh: '内容为空' } }));
  return elements;
}

export interface FormatElementStringOptions {
  /** `brackets` for people, `plain` with separators for a symbol. */
  as?: 'brackets' | 'plain';
}

/** Writes elements as an element string; those of predefined length come first in plain data, which saves separators. */
export function formatElementString(elements: Elements, { as = 'brackets' }: FormatElementStringOptions = {}): string {
  if (as === 'brackets') return elements.map(([ai, value]) => `(${ai})${value.replace(/[\\(]/g, '\\$&')}`).join('');
  const isFixed = (ai: string) => applicationIdentifiers().get(ai)?.predefinedLength ?? false;
  const ordered = [...elements.filter(([ai]) => isFixed(ai)), ...elements.filter(([ai]) => !isFixed(ai))];
  return ordered
    .map(([ai, value], at) => `${ai}${value}${isFixed(ai) || at === ordered.length - 1 ? '' : separator}`)
    .join('');
}
