import type { Words } from '../words.ts';

/** What `verifyExchangeBundle` looks at, in the order of its findings. */
export const exchangeCheckIds = [
  'format',
  'records',
  'chain',
  'signatures',
  'manifest',
  'inclusion',
  'checkpoint',
  'logSignature',
  'witnesses',
  'anchor',
  'documents',
  'messages',
  'credentials',
  'states',
  'agreement',
  'grant',
  'bothSides',
] as const;

export type ExchangeCheckId = (typeof exchangeCheckIds)[number];

/** One answer of `verifyExchangeBundle`; `ok` is null where there was nothing to check it with. */
export interface ExchangeCheck {
  id: ExchangeCheckId;
  ok: boolean | null;
  detail: string;
  /** The same in Chinese. */
  zh: { detail: string };
}

/** Makes the findings of one check. */
export function exchangeFinding(id: ExchangeCheckId) {
  return {
    passed: ({ en, zh }: Words): ExchangeCheck => ({ id, ok: true, detail: en, zh: { detail: zh } }),
    failed: ({ en, zh }: Words): ExchangeCheck => ({ id, ok: false, detail: en, zh: { detail: zh } }),
    open: ({ en, zh }: Words): ExchangeCheck => ({ id, ok: null, detail: en, zh: { detail: zh } }),
  };
}

/** Ends a check with what is wrong. */
export class CheckFailed extends Error {
  readonly words: Words;

  constructor(words: Words) {
    super(words.en);
    this.words = words;
  }
}

/** @throws CheckFailed when the condition does not hold */
export function ensure(condition: unknown, en: string, zh: string): asserts condition {
  if (!condition) throw new CheckFailed({ en, zh });
}

/** The finding of a check whose function gives what it found, or throws `CheckFailed`. */
export function judge(id: ExchangeCheckId, check: () => Words | { open: Words }): ExchangeCheck {
  try {
    const found = check();
    return 'open' in found ? exchangeFinding(id).open(found.open) : exchangeFinding(id).passed(found);
  } catch (error) {
    if (error instanceof CheckFailed) return exchangeFinding(id).failed(error.words);
    throw error;
  }
}
