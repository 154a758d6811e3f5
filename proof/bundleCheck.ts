import type { ChainCheck } from './conflux/chainCheck.ts';

/** What `verifyBundle` looks at, in the order of its findings. */
export const bundleCheckIds = [
  'format',
  'payload',
  'event',
  'inclusion',
  'checkpoint',
  'logSignature',
  'witnesses',
  'anchor',
  'header',
  'trusted',
  'order',
  'receipt',
] as const satisfies readonly (ChainCheck['id'] | string)[];

export type BundleCheckId = (typeof bundleCheckIds)[number];

/** One answer of `verifyBundle`; `ok` is null where there was nothing to check it with. */
export interface BundleCheck {
  id: BundleCheckId;
  ok: boolean | null;
  detail: string;
  /** The same in Chinese. */
  zh: { detail: string };
}

/** Makes the findings of one check. */
export function finding(id: BundleCheckId) {
  return {
    passed: (en: string, zh: string): BundleCheck => ({ id, ok: true, detail: en, zh: { detail: zh } }),
    failed: (en: string, zh: string): BundleCheck => ({ id, ok: false, detail: en, zh: { detail: zh } }),
    open: (en: string, zh: string): BundleCheck => ({ id, ok: null, detail: en, zh: { detail: zh } }),
  };
}
