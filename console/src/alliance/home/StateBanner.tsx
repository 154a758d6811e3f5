import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../format/formatTime.ts';
import { pickText } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { sessionQuery } from '../../operator/queries.ts';
import type { AllianceState } from '../api/alliance.ts';
import { useOwnMembership } from '../queries.ts';

/** In one sentence: is there an alliance yet, and what the reader can do now. */
export function StateBanner({ alliance }: { alliance: AllianceState }) {
  const { t } = useTranslation('governance');
  const language = useLanguage();
  const { data: session } = useQuery(sessionQuery);
  const { member } = useOwnMembership();
  const { state, founding, counts } = alliance;
  const guest = state === 'founded' && session?.principal && !member;
  const texts = {
    none: t('banner.noneText'),
    founding: t('banner.foundingText', { signed: founding?.enrolled ?? 0, total: founding?.total ?? 0 }),
    founded: t('banner.foundedText', {
      date: founding?.foundedAt ? formatDate(founding.foundedAt, language) : '—',
      members: counts.admitted,
    }),
  };
  return (
    <div className="state-banner" data-testid="alliance-state" data-state={state}>
      <div>
        <h2>
          {pickText(alliance.name, language) ?? t('banner.unnamed')}{' '}
          <span className="chip">{t(`banner.${state}`)}</span>
        </h2>
        <p>{texts[state]}</p>
      </div>
      <div className="actions">
        {guest && (
          <Link to="/alliance/apply">
            <Button size="large" tabIndex={-1} data-testid="to-apply">
              {t('banner.apply')}
            </Button>
          </Link>
        )}
        {member?.status === 'admitted' && (
          <Link to="/alliance/proposals">
            <Button size="large" tabIndex={-1}>
              {t('banner.vote')}
            </Button>
          </Link>
        )}
        <Link to="/alliance/founding">
          <Button size="large" ghost tabIndex={-1} data-testid="to-founding">
            {t(state === 'founded' ? 'banner.howFounded' : 'banner.toFounding')}
          </Button>
        </Link>
      </div>
    </div>
  );
}
