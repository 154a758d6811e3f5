/**
 * The path of the menu's line that a page belongs to: the line with the longest path, its own or one that it holds, that the
 * page's path begins with; null for none.
 */
export function findCurrentLine<Line extends { to: string; holds?: string[] }>(
  pathname: string,
  lines: Line[],
): Line['to'] | null {
  const path = pathname.replace(/\/+$/, '');
  const found = lines
    .flatMap(({ to, holds = [] }) => [to, ...holds].map((above) => ({ to, above })))
    .filter(({ above }) => (above === '/' ? path === '' : path === above || path.startsWith(`${above}/`)));
  return found.sort((a, b) => b.above.length - a.above.length)[0]?.to ?? null;
}
