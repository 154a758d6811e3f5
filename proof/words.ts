import { XiangyuError } from '../errors.ts';

/** A text in both languages. */
export interface Words {
  en: string;
  zh: string;
}

/**
 * Values and extras of an error some of whose parameters are words, to spread into its maker:
 * `throw errors.badLink(...inBoth({ link, problem: { en: '…', zh: '…' } }))`.
 */
export function inBoth<Values extends Record<string, string | number | Words>, Extras extends object>(
  values: Values,
  extras?: Extras,
): [values: { [Key in keyof Values]: string | number }, extras: Extras & { zh: Record<string, string | number> }] {
  const pick = (language: keyof Words) =>
    Object.fromEntries(
      Object.entries(values).map(([key, value]) => [key, typeof value === 'object' ? value[language] : value]),
    ) as { [Key in keyof Values]: string | number };
  return [pick('en'), { ...(extras as Extras), zh: pick('zh') }];
}

/** What an error says in both languages; the same in both when it is none of ours. */
export function wordsOfError(error: unknown): Words {
  const en = error instanceof Error ? error.message : String(error);
  return { en, zh: error instanceof XiangyuError && error.zh ? error.zh.reason + error.zh.nextStep : en };
}
