import { Link, type LinkProps } from '@tanstack/react-router';

interface TabsProps {
  label: string;
  tabs: { to: NonNullable<LinkProps['to']>; text: string; search?: object }[];
}

/** Moves a row that is wider than the screen to the page that is open. */
function showActive(row: HTMLElement | null): void {
  const active = row?.querySelector<HTMLElement>('.active');
  if (row && active) row.scrollLeft = active.offsetLeft - row.offsetLeft - 16;
}

/** Pages that belong together. */
export function Tabs({ label, tabs }: TabsProps) {
  return (
    <nav className="x-tabs" aria-label={label} ref={showActive}>
      {tabs.map(({ to, text, search = {} }) => (
        <Link
          key={`${to}${JSON.stringify(search)}`}
          to={to}
          search={search as never}
          activeOptions={{ exact: true, includeSearch: tabs.filter((tab) => tab.to === to).length > 1 }}
        >
          {text}
        </Link>
      ))}
    </nav>
  );
}
