import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Language, type LocalText, pickText } from '../../i18n/language.ts';

import { en } from './en.ts';
import { shortenKey } from './shortenKey.ts';
import { zh } from './zh.ts';

export type Texts = typeof zh;

/** The texts of a language. */
export const textsOf = (language: Language): Texts => (language === 'en' ? en : zh);

/** A text with its placeholders filled. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** The language of the page, and how to change it. */
export const LanguageContext = createContext<{ language: Language; change: (language: Language) => void }>({
  language: 'zh-CN',
  change: () => undefined,
});

/** The texts and names in the reader's language. */
export function useTexts() {
  const { language, change } = useContext(LanguageContext);
  return {
    t: textsOf(language),
    language,
    change,
    /** The name of a thing, or its number where it has none. */
    nameOf: (name: LocalText | null | undefined, id: string) => pickText(name, language) ?? shortenKey(id),
  };
}
