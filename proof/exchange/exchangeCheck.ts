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
}

/** Makes the findings of one check. */
export function exchangeFinding(id: ExchangeCheckId) {
  return {
    passed: (detail: string): ExchangeCheck => ({ id, ok: true, detail }),
    failed: (detail: string): ExchangeCheck => ({ id, ok: false, detail }),
    open: (detail: string): ExchangeCheck => ({ id, ok: null, detail }),
  };
}

/** Ends a check with what is wrong. */
export class CheckFailed extends Error {}

/** @throws CheckFailed when the condition does not hold */
export function ensure(condition: unknown, problem: string | (() => string)): asserts condition {
  if (!condition) throw new CheckFailed(typeof problem === 'string' ? problem : problem());
}

/** The finding of a check whose function gives what it found, or throws `CheckFailed`. */
export function judge(id: ExchangeCheckId, check: () => string | { open: string }): ExchangeCheck {
  try {
    const found = check();
    return typeof found === 'string' ? exchangeFinding(id).passed(found) : exchangeFinding(id).open(found.open);
  } catch (error) {
    if (error instanceof CheckFailed) return exchangeFinding(id).failed(error.message);
    throw error;
  }
}
