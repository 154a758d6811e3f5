/** The path of the menu's line that a page belongs to: the longest that its own path begins with, null for none. */
export function findCurrentLine<Line extends { to: string }>(pathname: string, lines: Line[]): Line['to'] | null {
  const path = pathname.replace(/\/+$/, '');
  const found = lines.filter(({ to }) => (to === '/' ? path === '' : path === to || path.startsWith(`${to}/`)));
  return found.sort((a, b) => b.to.length - a.to.length)[0]?.to ?? null;
}
