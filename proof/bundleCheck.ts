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
}

/** Makes the findings of one check. */
export function finding(id: BundleCheckId) {
  return {
    passed: (detail: string): BundleCheck => ({ id, ok: true, detail }),
    failed: (detail: string): BundleCheck => ({ id, ok: false, detail }),
    open: (detail: string): BundleCheck => ({ id, ok: null, detail }),
  };
}

/** The words of an error. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
