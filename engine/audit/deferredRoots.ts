import { deferredEpochs, foldBlamedRoots, type KnownHeader, toHex } from '../../proof/index.ts';
import type { AuditDifference } from './auditTypes.ts';
import type { EpochRoots } from './checkReceipts.ts';

/** Compares the roots that pivot headers state with the recomputed ones of the epochs five below. */
export interface DeferredRoots {
  addEpoch(epoch: number, roots: EpochRoots): void;
  /** True when the header's statement was compared and is right. */
  addPivot(pivot: KnownHeader): boolean;
  /** The lowest wrong statement that no later header blames. */
  findDifference(): AuditDifference | null;
}

/** Roots that are kept: a header can blame this many before it. */
const window = 2_000;

/** Makes the comparison for an audit that begins at epoch `first`. */
export function createDeferredRoots(first: number): DeferredRoots {
  const roots = new Map<number, EpochRoots>();
  const wrong = new Map<number, AuditDifference>();
  return {
    addEpoch(epoch, computed) {
      roots.set(epoch, computed);
      roots.delete(epoch - window);
    },
    addPivot({ hash, header }) {
      // The first headers of a chain speak of its genesis.
      const about = (back: number) => Math.max(header.height - deferredEpochs - back, 0);
      for (let back = 1; back <= header.blame; back += 1) wrong.delete(header.height - back);
      const chain = Array.from({ length: header.blame + 1 }, (_, back) => roots.get(about(back)));
      const known = chain.flatMap((entry) => entry ?? []);
      if (about(0) < first || known.length < chain.length) return false;
      const note = (what: string, expected: string, found: string) => {
        if (expected === found) return true;
        wrong.set(header.height, { epoch: header.height, block: hash, what, expected, found });
        return false;
      };
      const folded = toHex(foldBlamedRoots(known.map(({ receiptsRoot }) => receiptsRoot)));
      if (!note(`receipts root of epoch ${about(0)}`, folded, toHex(header.deferredReceiptsRoot))) return false;
      if (header.blame > 0) return true;
      return note(`log bloom of epoch ${about(0)}`, known[0]?.bloomHash ?? '', toHex(header.deferredLogsBloomHash));
    },
    findDifference: () => [...wrong.values()].sort((a, b) => a.epoch - b.epoch)[0] ?? null,
  };
}
