import type { ListedCheckpoint, WitnessState } from '../../api/checkpoints.ts';

/** What one witness did with one checkpoint. */
export type Cell =
  | { kind: 'signed'; at: string; seconds: number }
  /** It should have signed and did not, or not yet. */
  | { kind: 'missing' }
  /** It was no witness then. */
  | { kind: 'none' };

export interface MatrixRow {
  checkpoint: ListedCheckpoint;
  cells: Cell[];
  signed: number;
  /** Of those who were witnesses then. */
  total: number;
}

export interface Matrix {
  /** Present witnesses, then those of the past that signed some of these checkpoints. */
  names: string[];
  past: Set<string>;
  rows: MatrixRow[];
}

/** Puts checkpoints and witnesses together: who signed which, how long after it was made, and who is missing. */
export function buildMatrix(checkpoints: readonly ListedCheckpoint[], witnesses: readonly WitnessState[]): Matrix {
  const present = new Map(witnesses.map(({ name, addedAt }) => [name, addedAt]));
  const past = new Set(checkpoints.flatMap((one) => one.witnesses).filter((name) => !present.has(name)));
  const names = [...present.keys(), ...[...past].sort()];
  const rows = checkpoints.map((checkpoint) => {
    const cells = names.map((name): Cell => {
      const at = checkpoint.cosignedAt[checkpoint.witnesses.indexOf(name)];
      if (at !== undefined) return { kind: 'signed', at, seconds: secondsBetween(checkpoint.signedAt, at) };
      const addedAt = present.get(name);
      // It is asked for the newest checkpoint too when it is elected, but not for older ones.
      return addedAt !== undefined && addedAt <= checkpoint.signedAt ? { kind: 'missing' } : { kind: 'none' };
    });
    const signed = cells.filter(({ kind }) => kind === 'signed').length;
    return { checkpoint, cells, signed, total: cells.filter(({ kind }) => kind !== 'none').length };
  });
  return { names, past, rows };
}

const secondsBetween = (from: string, to: string) => Math.max(0, (Date.parse(to) - Date.parse(from)) / 1_000);
