import '../cooperation.css';
import { Link } from '@tanstack/react-router';
import { Alert, Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../operator/PageHead.tsx';
import { FeedLinks } from '../parts/FeedLinks.tsx';
import { useSession } from '../parts/useSession.ts';
import { MailTopics } from './MailTopics.tsx';
import { NewsWebhooks } from './NewsWebhooks.tsx';

const feeds = ['all', 'announcements', 'calls', 'achievements', 'groups'] as const;

/** How people and organisations are told what happens. */
export function NotificationsPage() {
  const { t } = useTranslation('news');
  const { principal, may } = useSession();
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <div className="stack">
        <Card title={t('mail')}>
          {may('cooperation:subscribe') ? (
            <MailTopics />
          ) : (
            <Alert type="info" showIcon title={t('signInFirst')} action={<Link to="/signin">{t('signIn')}</Link>} />
          )}
        </Card>
        {principal && may('cooperation:manage-webhooks') && <NewsWebhooks />}
        <Card title={t('feeds')}>
          <p className="muted">{t('feedsText')}</p>
          <ul className="lines">
            {feeds.map((name) => (
              <li key={name}>
                <p className="entry-meta">
                  <b>{t(`feed.${name}`)}</b> <FeedLinks name={name} />
                </p>
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </>
  );
}
