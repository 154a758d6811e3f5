import type { Anchor, CheckId, RecordState, RecordVerification } from './verifyRecord.ts';

const checkOrder: readonly CheckId[] = [
  'format',
  'displayed',
  'payload',
  'event',
  'inclusion',
  'checkpoint',
  'logSignature',
  'witnesses',
  'anchor',
];

interface CheckSummary {
  id: CheckId;
  passed: number;
  failed: number;
  skipped: number;
}

export interface VerificationSummary {
  state: RecordState;
  total: number;
  passed: number;
  failed: number;
  waiting: number;
  checks: CheckSummary[];
  /** The different anchors that the proofs name; one, on an honest platform. */
  anchors: Anchor[];
}

/** The overall result: one failure fails the whole, and only a complete set of confirmed records is valid. */
export function summarize(results: readonly RecordVerification[]): VerificationSummary {
  const countOf = (state: RecordState) => results.filter((result) => result.state === state).length;
  const failed = countOf('invalid');
  const waiting = countOf('pending');
  const passed = countOf('valid');
  const state =
    failed > 0
      ? 'invalid'
      : countOf('unreachable') > 0
        ? 'unreachable'
        : waiting > 0 || passed === 0
          ? 'pending'
          : 'valid';
  const anchors = new Map<string, Anchor>();
  for (const { anchor } of results) {
    if (anchor) anchors.set(`${anchor.evmChainId}/${anchor.contract.toLowerCase()}/${anchor.size}`, anchor);
  }
  const checks = checkOrder.map((id) => {
    const outcomes = results.flatMap((result) => result.checks.filter((check) => check.id === id).map(({ ok }) => ok));
    const count = (value: boolean | null) => outcomes.filter((ok) => ok === value).length;
    return { id, passed: count(true), failed: count(false), skipped: count(null) };
  });
  return { state, total: results.length, passed, failed, waiting, checks, anchors: [...anchors.values()] };
}
