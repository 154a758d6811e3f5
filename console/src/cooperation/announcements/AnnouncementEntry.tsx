import { PushpinFilled } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../format/formatTime.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import type { Announcement } from '../api/announcements.ts';
import { MemberLink } from '../parts/MemberLink.tsx';
import { useText } from '../parts/useText.ts';

/** The beginning of a text, without the signs of Markdown. */
const begin = (text: string) =>
  text
    .replace(/^\s{0,3}(?:#{1,6}|>|[-*+]|\d+\.)\s+/gm, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*|__|`/g, '')
    .replace(/\s+/g, ' ')
    .slice(0, 180);

/** An announcement in a list. */
export function AnnouncementEntry({ announcement, brief = false }: { announcement: Announcement; brief?: boolean }) {
  const { t } = useTranslation('bulletin');
  const language = useLanguage();
  const text = useText();
  const { id, member, title, body, pinned, audience, createdAt } = announcement;
  return (
    <article className={brief ? 'brief' : 'entry'}>
      <h2>
        {pinned && <PushpinFilled className="pin" aria-label={t('pinned')} />}{' '}
        <Link to="/cooperation/announcements/$id" params={{ id }}>
          {text(title)}
        </Link>
      </h2>
      <p className="entry-meta">
        {!brief && <MemberLink slug={member} />}
        <time dateTime={createdAt}>{formatDate(createdAt, language)}</time>
        {audience === 'members' && <span className="chip chip-anchored">{t('forMembers')}</span>}
      </p>
      {!brief && <p className="excerpt">{begin(text(body))}</p>}
    </article>
  );
}
