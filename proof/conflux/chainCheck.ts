import type { Hex } from '../hashes.ts';
import type { BlockHeader } from './header.ts';

/** One answer of `verifyChainProof`; `ok` is null where there was nothing to check it with. */
export interface ChainCheck {
  id: 'header' | 'order' | 'receipt' | 'trusted';
  ok: boolean | null;
  detail: string;
  /** The same in Chinese. */
  zh: { detail: string };
}

/** A header that was read, with its recomputed hash. */
export interface ReadHeader {
  hash: Hex;
  encoded: Uint8Array;
  header: BlockHeader;
}

/** Makes the findings of one check. */
export function checkOf(id: ChainCheck['id']) {
  return {
    passed: (en: string, zh: string): ChainCheck => ({ id, ok: true, detail: en, zh: { detail: zh } }),
    failed: (en: string, zh: string): ChainCheck => ({ id, ok: false, detail: en, zh: { detail: zh } }),
    open: (en: string, zh: string): ChainCheck => ({ id, ok: null, detail: en, zh: { detail: zh } }),
  };
}
