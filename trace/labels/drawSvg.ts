import type { Matrix } from './encodeMatrix.ts';

/** Runs of dark modules as rectangles of a path: no hairlines between neighbours of a row. */
export function darkRuns({ size, isDark }: Matrix): { column: number; row: number; length: number }[] {
  const runs: { column: number; row: number; length: number }[] = [];
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (!isDark(column, row)) continue;
      const start = column;
      while (column < size && isDark(column, row)) column++;
      runs.push({ column: start, row, length: column - start });
    }
  }
  return runs;
}

/** The code as an SVG image of any size, with its quiet zone; `title` is what a screen reader says. */
export function drawSvg(matrix: Matrix, title: string): string {
  const side = matrix.size + 2 * matrix.quiet;
  const path = darkRuns(matrix)
    .map(({ column, row, length }) => `M${column + matrix.quiet} ${row + matrix.quiet}h${length}v1h-${length}z`)
    .join('');
  const safe = title.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges" role="img"><title>${safe}</title><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${path}"/></svg>`;
}
