import { useTranslation } from 'react-i18next';
import { bareWord } from './bareWord.ts';

/** Translators of CBV words; a word that is not in the vocabulary is shown as it is. */
export function useWords() {
  const { t, i18n } = useTranslation('vocabulary');
  const translate = (group: 'bizStep' | 'disposition' | 'eventType', value: string) => {
    const word = bareWord(value);
    const key = `${group}.${word}`;
    return i18n.exists(key, { ns: 'vocabulary' }) ? t(key as 'bizStep.other') : word.replaceAll('_', ' ');
  };
  return {
    bizStep: (value: string) => translate('bizStep', value),
    disposition: (value: string) => translate('disposition', value),
    eventType: (value: string) => translate('eventType', value),
  };
}
