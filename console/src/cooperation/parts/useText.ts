import { type LocalText, pickText } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';

/** Gives a text in the reader's language, or as it was written. */
export function useText(): (text: LocalText | null | undefined) => string {
  const language = useLanguage();
  return (text) => pickText(text, language) ?? '';
}
