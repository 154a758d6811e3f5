/** One printed line. */
export interface Figure {
  name: string;
  value: string;
  goal?: string;
  /** Missing for a figure without a goal. */
  met?: boolean;
}

/** The middle of some values. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** A whole number with thousands separated. */
export function whole(value: number): string {
  return Math.round(value).toLocaleString('en');
}

/** Prints figures as a table; true when every goal is met. */
export function printFigures(figures: readonly Figure[]): boolean {
  for (const { name, value, goal, met } of figures) {
    const verdict = goal === undefined ? '' : `  (wanted: ${goal}${met ? '' : ': NOT MET'})`;
    console.log(`  ${name.padEnd(58)} ${value.padStart(22)}${verdict}`);
  }
  return figures.every(({ met }) => met !== false);
}
