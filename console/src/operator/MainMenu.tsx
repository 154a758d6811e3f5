import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { Menu } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsAuthority } from '../exchange/queries.ts';
import { findCurrentLine } from './findCurrentLine.ts';
import { homeLine, type MenuLine, menuGroups } from './menuGroups.tsx';
import { sessionQuery } from './queries.ts';

/** The groups of pages; the group of the page that is open is unfolded, and once the reader unfolds others, they stay so. */
export function MainMenu({ onChosen }: { onChosen: () => void }) {
  const { t } = useTranslation('shell');
  const { pathname } = useLocation();
  const { data: session } = useQuery(sessionQuery);
  const isAuthority = useIsAuthority();
  const groups = menuGroups
    .map((group) => ({
      ...group,
      lines: group.lines.filter(
        ({ shown, ofAuthority = false }) => (shown?.(session) ?? true) && (!ofAuthority || isAuthority),
      ),
    }))
    .filter(({ lines }) => lines.length > 0);
  const current = findCurrentLine(pathname, [homeLine, ...menuGroups.flatMap(({ lines }) => lines)]);
  const group = menuGroups.find(({ lines }) => lines.some(({ to }) => to === current))?.key ?? null;
  const [unfolded, setUnfolded] = useState<string[] | null>(null);
  const [seen, setSeen] = useState(group);
  if (seen !== group) {
    setSeen(group);
    if (group !== null && unfolded !== null && !unfolded.includes(group)) setUnfolded([...unfolded, group]);
  }
  const item = ({ to, icon, label, outside }: MenuLine) => ({
    key: to,
    icon,
    label: outside ? <a href={to}>{t(label)}</a> : <Link to={to}>{t(label)}</Link>,
  });
  return (
    <nav aria-label={t('nav.main')}>
      <Menu
        theme="dark"
        mode="inline"
        inlineIndent={20}
        selectedKeys={current === null ? [] : [current]}
        openKeys={unfolded ?? [group ?? 'alliance']}
        onOpenChange={setUnfolded}
        items={[
          item(homeLine),
          ...groups.map(({ key, icon, label, lines }) => ({ key, icon, label: t(label), children: lines.map(item) })),
        ]}
        onClick={onChosen}
      />
    </nav>
  );
}
