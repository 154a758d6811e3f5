import { Link } from '@tanstack/react-router';
import { Card } from 'antd';
import { useTranslation } from 'react-i18next';

/** What to do when a key is lost or stolen: the words, the file, or a vote of the other members. */
export function RecoveryCard() {
  const { t } = useTranslation('votingKey');
  return (
    <Card title={t('recover.title')}>
      <p className="muted">{t('recover.lead')}</p>
      <ol className="plain-list">
        <li>{t('recover.words')}</li>
        <li>{t('recover.file')}</li>
        <li>
          {t('recover.vote')}{' '}
          <Link to="/alliance/proposals/new" search={{ type: 'replaceKey' }}>
            {t('recover.propose')}
          </Link>
        </li>
        <li>{t('recover.stolen')}</li>
      </ol>
    </Card>
  );
}
