import './explorer.css';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchBox } from './search/SearchBox.tsx';

const pages = [
  ['overview', '/explorer'],
  ['graph', '/explorer/graph'],
  ['blocks', '/explorer/blocks'],
  ['transactions', '/explorer/transactions'],
  ['contracts', '/explorer/contracts'],
  ['log', '/explorer/log'],
  ['statistics', '/explorer/statistics'],
] as const;

/** Pages that belong to one of the menu without being below its path. */
const belongsTo: Record<string, string> = { epochs: '/explorer/blocks', accounts: '/explorer/transactions' };

/** The explorer's frame: what is looked for, and the kinds of pages. */
export function ExplorerLayout() {
  const { t } = useTranslation('chain');
  const { pathname } = useLocation();
  const part = pathname.split('/')[2] ?? '';
  const current = part === '' ? '/explorer' : (belongsTo[part] ?? `/explorer/${part}`);
  const nav = useRef<HTMLElement>(null);
  // On a phone the menu is wider than the page.
  useEffect(() => {
    const link = nav.current?.querySelector<HTMLElement>(`[href="${current}"]`);
    if (link && nav.current) nav.current.scrollLeft = link.offsetLeft - nav.current.offsetLeft - 40;
  }, [current]);
  return (
    <div className="explorer">
      <div className="explorer-top">
        <SearchBox />
        <nav ref={nav} aria-label={t('nav.label')}>
          {pages.map(([name, path]) => (
            <Link key={name} to={path} data-current={current === path} data-testid={`nav-${name}`}>
              {t(`nav.${name}`)}
            </Link>
          ))}
        </nav>
      </div>
      <Outlet />
    </div>
  );
}
