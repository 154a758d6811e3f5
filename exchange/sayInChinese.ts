import { type ErrorDescriptor, fillChinese, translate } from '../errors.ts';
import { answerErrors } from './answers/errors.ts';
import { answerWords } from './answers/errorWords.ts';
import { applicationErrors } from './applications/errors.ts';
import { auditErrors } from './audit/errors.ts';
import { catalogueErrors } from './catalogue/errors.ts';
import { deliveryErrors } from './delivery/errors.ts';
import { deliveryWords } from './delivery/errorWords.ts';
import { dspErrors } from './dsp/errors.ts';
import { grantErrors } from './grants/errors.ts';
import { grantWords } from './grants/errorWords.ts';
import { connectorErrors } from './identity/errors.ts';
import { identityWords } from './identity/errorWords.ts';
import { policyErrors } from './policy/errors.ts';

const catalogues = [
  answerErrors,
  applicationErrors,
  auditErrors,
  catalogueErrors,
  connectorErrors,
  deliveryErrors,
  dspErrors,
  grantErrors,
  policyErrors,
];
const wordings = { ...identityWords, ...grantWords, ...answerWords, ...deliveryWords };

interface Known {
  descriptor: ErrorDescriptor;
  pattern: RegExp;
  names: string[];
  hasNext: boolean;
  /** Characters that are no parameter: what fits more of them is meant. */
  fixed: number;
}

function readPattern(descriptor: ErrorDescriptor, hasNext: boolean): Known {
  const text = (hasNext ? `${descriptor.cause} ${descriptor.next}` : descriptor.cause).replace(/\.$/, '');
  const names = [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const parts = text.split(/\{\w+\}/).map((part) => part.replace(/[\\^$.*|?+()[\]{}]/g, '\\$&'));
  const pattern = new RegExp(`^${parts.join('(.*?)')}\\.?$`, 's');
  return { descriptor, pattern, names, hasNext, fixed: parts.join('').length };
}

let known: Known[] | undefined;

/** Everything that the catalogues of the exchange say, the most exact first. */
function readKnown(): Known[] {
  const descriptors = catalogues.flatMap(({ catalogue }) => [...catalogue.values()]);
  const all = descriptors.flatMap((one) => [readPattern(one, true), readPattern(one, false)]);
  return all.sort((a, b) => b.fixed - a.fixed);
}

/**
 * What another connector answered or a row keeps as the English words of an error, in Chinese; null for words that are none
 * of ours. Between connectors only the English goes, as the Dataspace Protocol leaves no room for more.
 */
export function sayInChinese(text: string | null): string | null {
  // What comes from elsewhere must not keep the search busy.
  if (text === null || text.length > 1_000) return null;
  known ??= readKnown();
  for (const { descriptor, pattern, names, hasNext } of known) {
    const found = pattern.exec(text);
    if (!found) continue;
    const values = Object.fromEntries(names.map((name, at) => [name, found[at + 1] ?? '']));
    // A refusal may tell of another one.
    const inner = Object.entries(values).map(
      ([name, value]) => [name, value.length > 30 && sayInChinese(value)] as const,
    );
    const told = Object.fromEntries(inner.filter((one): one is [string, string] => Boolean(one[1])));
    const words = fillChinese(descriptor, values, told);
    return words ? (hasNext ? `${words.reason}${words.nextStep}` : words.reason) : null;
  }
  const words = translate(wordings, text);
  return words === text ? null : words;
}

/** Extras of an error whose parameter is what another connector said. */
export function foreignWords<Name extends string>(name: Name, text: string): { zh?: Record<Name, string> } {
  const words = sayInChinese(text);
  return words === null ? {} : { zh: { [name]: words } as Record<Name, string> };
}
