import { inBoth } from '../words.ts';
import { errors } from './errors.ts';
import { readDigitalLink, writeDigitalLink } from './readDigitalLink.ts';

/** A GS1 Digital Link taken apart. */
export interface ParsedDigitalLink {
  /** Application identifiers with decoded values: the primary key, then its qualifiers in the order of the standard. */
  ai: [string, string][];
  /** The canonical link with the key and all of its qualifiers, without query string. */
  canonical: string;
}

/** Longer links are cut in the message of an error. */
const MAX_QUOTED = 120;

/**
 * Reads a GS1 Digital Link, a full URI on any domain or a bare path such as `/01/06901234567892/10/A1`, and verifies the
 * lengths, character sets, order of qualifiers and check digits (GS1 Digital Link 1.2, section 4; General Specifications
 * 7.9). Throws PROOF_BAD_DIGITAL_LINK.
 */
export function parseDigitalLink(pathOrUri: string): ParsedDigitalLink {
  const link = pathOrUri.slice(0, MAX_QUOTED);
  const parts = readDigitalLink(pathOrUri);
  if (!parts) throw refuse(link, 'it holds no GS1 key with valid qualifiers', '其中没有带有效限定符的 GS1 主键');
  const { key, qualifiers } = parts;
  const all = [key, ...qualifiers];
  for (const { rule, value } of all) {
    if (!rule.check(value))
      throw refuse(link, `the check digit of (${rule.ai}) is wrong`, `(${rule.ai}) 的校验码不正确`);
  }
  return { ai: all.map(({ rule, value }) => [rule.ai, value]), canonical: writeDigitalLink(key, qualifiers) };
}

const refuse = (link: string, en: string, zh: string) =>
  errors.badDigitalLink(...inBoth({ link, problem: { en, zh } }));
