import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Group } from '../api/groups.ts';
import { useNames } from '../parts/useNames.ts';
import { useText } from '../parts/useText.ts';

const mostNames = 4;

/** A working group in a list. */
export function GroupEntry({ group, brief = false }: { group: Group; brief?: boolean }) {
  const { t } = useTranslation(['groups', 'coop', 'common']);
  const text = useText();
  const name = useNames();
  const { id, members, people, mine, closedAt, joining } = group;
  const names = members.slice(0, mostNames).map(name).join(t('common:listSeparator'));
  return (
    <article className={brief ? 'brief' : 'entry'}>
      <h2>
        <Link to="/cooperation/groups/$id" params={{ id }}>
          {text(group.name)}
        </Link>
      </h2>
      <p className="entry-meta">
        {closedAt ? (
          <span className="chip">{t('closed')}</span>
        ) : (
          <span className={joining === 'open' ? 'chip chip-confirmed' : 'chip chip-anchored'}>
            {t(`joining.${joining}`)}
          </span>
        )}
        {mine && (
          <span className="chip chip-anchored">{t(mine.state === 'requested' ? 'asked' : `role.${mine.role}`)}</span>
        )}
        <span>{t('people', { count: people })}</span>
        <span>{members.length > mostNames ? t('andMore', { names, count: members.length - mostNames }) : names}</span>
      </p>
      {!brief && <p className="excerpt">{text(group.summary).slice(0, 220)}</p>}
    </article>
  );
}
