import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../format/formatTime.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import type { ListedAchievement } from '../api/achievements.ts';
import { MemberLink } from '../parts/MemberLink.tsx';
import { formatYuan } from '../parts/money.ts';
import { useText } from '../parts/useText.ts';

/** What follows from what others say of a claim. */
export function AchievementStateChip({ achievement }: { achievement: ListedAchievement }) {
  const { t } = useTranslation('achievements');
  const { state, confirmations, disputes, withdrawn } = achievement;
  if (withdrawn) return <span className="chip">{t('withdrawn')}</span>;
  if (state === 'disputed') return <span className="chip chip-disputed">{t('disputedBy', { count: disputes })}</span>;
  if (state === 'confirmed') {
    return <span className="chip chip-confirmed">{t('confirmedBy', { count: confirmations })}</span>;
  }
  return <span className="chip chip-pending">{t('state.claimed')}</span>;
}

/** An achievement in a list. */
export function AchievementEntry({ achievement, brief = false }: { achievement: ListedAchievement; brief?: boolean }) {
  const { t } = useTranslation('achievements');
  const language = useLanguage();
  const text = useText();
  const { id, member, kind, title, achievedOn, amountFen } = achievement;
  return (
    <article className={brief ? 'brief' : 'entry'}>
      <h2>
        <Link to="/cooperation/achievements/$id" params={{ id }}>
          {text(title)}
        </Link>
      </h2>
      <p className="entry-meta">
        <AchievementStateChip achievement={achievement} />
        <span>{t(`kind.${kind}`)}</span>
        {amountFen !== null && <b>{t('yuan', { amount: formatYuan(amountFen, language) })}</b>}
        {!brief && <MemberLink slug={member} />}
        <time dateTime={achievedOn}>{formatDate(`${achievedOn}T12:00:00Z`, language)}</time>
      </p>
    </article>
  );
}
