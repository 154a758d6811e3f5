import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { listProposals } from '../../alliance/api/proposals.ts';
import { allianceQuery } from '../../alliance/queries.ts';
import { formatNumber } from '../../format/formatNumber.ts';
import { pickText } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { Problem } from '../Problem.tsx';
import { Figure } from './Figure.tsx';

/** The alliance in a few numbers: its members, who wants to join, and what is being voted on. */
export function AllianceCard() {
  const { t } = useTranslation('governance');
  const language = useLanguage();
  const { data: alliance, error, isPending, refetch } = useQuery(allianceQuery);
  const founded = alliance?.state === 'founded';
  const { data: open } = useQuery({
    queryKey: ['alliance', 'openVotes'],
    queryFn: ({ signal }) => listProposals({ state: 'active', perPage: 100 }, signal),
    enabled: founded,
  });
  const votes = open && `${formatNumber(open.items.length, language)}${open.nextPageToken ? '+' : ''}`;
  return (
    <Card
      title={pickText(alliance?.name, language) ?? t('home.title')}
      className="card-wide"
      loading={isPending}
      extra={<Link to="/alliance">{t('card.more')}</Link>}
    >
      {error && !alliance && <Problem error={error} onRetry={refetch} />}
      {alliance && !founded && (
        <p>
          {alliance.state === 'none'
            ? t('banner.noneText')
            : t('banner.foundingText', {
                signed: alliance.founding?.enrolled ?? 0,
                total: alliance.founding?.total ?? 0,
              })}
        </p>
      )}
      {alliance && founded && (
        <dl className="figures">
          <Figure name={t('count.admitted')} big>
            {formatNumber(alliance.counts.admitted, language)}
          </Figure>
          <Figure name={t('count.applied')} big>
            {formatNumber(alliance.counts.applied, language)}
          </Figure>
          <Figure name={t('card.open')} big>
            <Link to="/alliance/proposals" search={{ state: 'active' }}>
              {votes ?? '—'}
            </Link>
          </Figure>
        </dl>
      )}
    </Card>
  );
}
