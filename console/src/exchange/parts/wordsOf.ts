import type { Words } from '../api/common.ts';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** A text of a catalog as JSON-LD writes it, plain or with languages, or as we do; null when there is none. */
export function wordsOf(value: unknown): Words | null {
  const words: Words = { zh: '', en: '' };
  if (isRecord(value) && typeof value.zh === 'string' && typeof value.en === 'string') {
    return value.zh || value.en ? { zh: value.zh, en: value.en } : null;
  }
  for (const one of [value].flat()) {
    const text = isRecord(one) ? one['@value'] : one;
    if (typeof text !== 'string') continue;
    const language = isRecord(one) ? String(one['@language'] ?? '') : /\p{Script=Han}/u.test(text) ? 'zh' : 'en';
    words[language.startsWith('zh') ? 'zh' : 'en'] ||= text;
  }
  return words.zh || words.en ? words : null;
}
