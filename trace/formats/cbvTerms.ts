import {
  businessSteps,
  businessTransactionTypes,
  components,
  dispositions,
  errorReasons,
  measurements,
  sensorAlerts,
  sourceDestinationTypes,
} from '../epcis/vocabulary.ts';
import { standardPrefixes } from './namespaces.ts';

/** A list of words of the Core Business Vocabulary 2.0 and the forms that XML writes them in. */
export interface CbvTerms {
  words: ReadonlySet<string>;
  /** What the word follows in a web URI. */
  web: string;
  /** What it follows as a name with the prefix that every reader knows. */
  compact: string;
  /** What it follows as URN; null where the CBV has no URN for it. */
  urn: string | null;
}

const { cbv = '', gs1 = '' } = standardPrefixes;
const ofCbv = (words: string[], web: string, urn: string | null): CbvTerms => ({
  words: new Set(words),
  web: `${cbv}${web}-`,
  compact: `cbv:${web}-`,
  urn: urn && `urn:epcglobal:cbv:${urn}:`,
});
const ofWebVocabulary = (words: string[]): CbvTerms => ({
  words: new Set(words),
  web: gs1,
  compact: 'gs1:',
  urn: null,
});

export const cbvTerms = {
  bizStep: ofCbv(businessSteps, 'BizStep', 'bizstep'),
  disposition: ofCbv(dispositions, 'Disp', 'disp'),
  bizTransaction: ofCbv(businessTransactionTypes, 'BTT', 'btt'),
  sourceDestination: ofCbv(sourceDestinationTypes, 'SDT', 'sdt'),
  errorReason: ofCbv(errorReasons, 'ER', 'er'),
  component: ofCbv(components, 'Comp', null),
  measurement: ofWebVocabulary(measurements),
  alert: ofWebVocabulary(sensorAlerts),
} satisfies Record<string, CbvTerms>;

/** A term as JSON has it: the bare word of the standard however it was written; every other term as it is. */
export function toBareWord(term: string, { words, web, compact, urn }: CbvTerms): string {
  for (const lead of [urn, web, compact]) {
    if (lead === null || !term.startsWith(lead)) continue;
    const word = term.slice(lead.length);
    if (words.has(word)) return word;
  }
  return term;
}
