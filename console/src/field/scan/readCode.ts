import { parseDigitalLink, parseElementString, toDigitalLink } from '../../../../proof/index.ts';

/** What a code says. */
export type Code =
  | { kind: 'thing'; id: string }
  | { kind: 'product'; id: string }
  | { kind: 'place'; id: string }
  | { kind: 'party'; id: string }
  /** The link that connects a phone with its organisation. */
  | { kind: 'link'; key: string }
  | { kind: 'wrong'; problem: 'checkDigit' | 'unknown' };

const wrong = (problem: 'checkDigit' | 'unknown'): Code => ({ kind: 'wrong', problem });
const refuse = (error: unknown) => wrong(/check digit/.test(String(error)) ? 'checkDigit' : 'unknown');
/** Primary keys that stand for themselves; the others are said of them. */
const primaryKeys = ['00', '01', '414', '417', '8003', '8004', '253'];
const qualifiers = ['22', '10', '21', '254'];

function classify(link: string): Code {
  let id: string;
  try {
    id = parseDigitalLink(link).canonical;
  } catch (error) {
    return refuse(error);
  }
  if (/\/414\//.test(id)) return { kind: 'place', id };
  if (/\/417\//.test(id)) return { kind: 'party', id };
  if (/\/01\/\d{14}$/.test(id)) return { kind: 'product', id };
  return { kind: 'thing', id };
}

function classifyElements(text: string): Code {
  let pairs: [string, string][];
  try {
    pairs = parseElementString(text);
  } catch (error) {
    return refuse(error);
  }
  const key = pairs.find(([ai]) => primaryKeys.includes(ai));
  if (!key) return wrong('unknown');
  const parts = [key, ...qualifiers.flatMap((ai) => pairs.filter(([other]) => other === ai))];
  return classify(`https://id.gs1.org/${parts.map(([ai, value]) => `${ai}/${encodeURIComponent(value)}`).join('/')}`);
}

/**
 * Reads what a camera saw or somebody typed: a GS1 Digital Link on any domain, an element string of a GS1 DataMatrix or
 * GS1-128 (FNC1 or brackets), the number under a bar code, an EPC URN, or the link that connects a phone.
 */
export function readCode(text: string, { isGs1 = false }: { isGs1?: boolean } = {}): Code {
  const code = text.trim();
  const key = /[#&]link=(xy_[\w-]{43})\b/.exec(code)?.[1] ?? /^(xy_[\w-]{43})$/.exec(code)?.[1];
  if (key !== undefined) return { kind: 'link', key };
  if (/^https?:\/\//i.test(code)) return classify(code);
  if (code.startsWith('urn:epc:')) {
    const link = toDigitalLink(code);
    return link === null ? wrong('unknown') : classify(link);
  }
  if (code.startsWith('urn:uuid:')) return { kind: 'thing', id: code };
  if (isGs1 || code.startsWith('(') || code.startsWith(']')) return classifyElements(code);
  const digits = code.replace(/[\s-]/g, '');
  if (/^\d{18}$/.test(digits)) return classify(`https://id.gs1.org/00/${digits}`);
  if (/^(\d{8}|\d{12,14})$/.test(digits)) return classify(`https://id.gs1.org/01/${digits.padStart(14, '0')}`);
  return wrong('unknown');
}

/** A typed number where a place or a partner is wanted: thirteen digits are then a GLN. */
export function readLocationNumber(text: string, ai: '414' | '417'): Code {
  const digits = text.replace(/[\s-]/g, '');
  return /^\d{13}$/.test(digits) ? classify(`https://id.gs1.org/${ai}/${digits}`) : readCode(text);
}
