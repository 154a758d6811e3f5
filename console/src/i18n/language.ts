/** The two languages of the platform, as BCP 47 tags. */
export type Language = 'zh-CN' | 'en';

/** A name in both languages, as the API gives it. */
export interface LocalText {
  zh: string;
  en: string;
}

const storageKey = 'xiangyu.language';

/** The language the visitor chose before, else the one the browser prefers. */
export function detectLanguage(stored: string | null, preferred: readonly string[]): Language {
  if (stored === 'zh-CN' || stored === 'en') return stored;
  for (const tag of preferred) {
    if (/^zh\b/i.test(tag)) return 'zh-CN';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return 'en';
}

/** `detectLanguage` for this browser; storage may be forbidden and is then not asked. */
export function readLanguage(): Language {
  let stored: string | null = null;
  try {
    stored = localStorage.getItem(storageKey);
  } catch {
    // Storage is switched off: the browser's preference decides.
  }
  return detectLanguage(stored, navigator.languages);
}

/** Remembers the choice for the next visit. */
export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // Storage is switched off: the choice lasts as long as the page.
  }
}

/** What the platform says of a refusal or a failure, in the reader's language: `zh` replaces the English texts where it has them. */
export function inLanguage<Words extends { zh?: object }>(words: Words, language: Language): Words {
  return language === 'zh-CN' && words.zh ? { ...words, ...words.zh } : words;
}

/** A stored failure in the reader's language, which may have no Chinese words. */
export function pickProblem(
  told: { problem: string | null; problemZh: string | null } | null | undefined,
  language: Language,
): string | null {
  return told?.problem ? pickText({ zh: told.problemZh ?? '', en: told.problem }, language) : null;
}

/** The text in the reader's language, or in the other one when it is missing. */
export function pickText(text: LocalText | null | undefined, language: Language): string | null {
  if (text === null || text === undefined) return null;
  const [first, second] = language === 'zh-CN' ? [text.zh, text.en] : [text.en, text.zh];
  return first || second || null;
}
