import { CheckCircleOutlined, CloseCircleOutlined } from '@ant-design/icons';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useText } from '../../cooperation/parts/useText.ts';
import { formatDateTime } from '../../format/formatTime.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import type { Forecast } from '../api/applications.ts';
import { Card } from '../parts/Card.tsx';

const kinds = { approved: 'success', person: 'info', refused: 'error', unknown: 'info' } as const;

/** What would happen to the application as it stands, and until when an answer is due. */
export function ForecastCard({ forecast, fresh }: { forecast: Forecast | undefined; fresh: boolean }) {
  const { t } = useTranslation('xAsking');
  const text = useText();
  const language = useLanguage();
  if (!forecast) return null;
  if (!fresh) return <Alert type="warning" showIcon title={t('forecast.stale')} />;
  const { outcome, words, decision, limits } = forecast;
  return (
    <Card title={t('forecast.title')} data-testid="forecast-result" data-outcome={outcome}>
      <Alert
        type={kinds[outcome]}
        showIcon
        title={t(`forecast.outcome.${outcome}`)}
        description={`${text(words)}`}
        className="in-card"
      />
      <p>{t(`forecast.next.${outcome}`)}</p>
      {outcome === 'approved' && <p>{t('forecast.atOnce')}</p>}
      {limits && (outcome === 'person' || outcome === 'unknown') && (
        <p>
          {t('forecast.due', {
            time: formatDateTime(limits.dueAt, language, '+08:00'),
            first: limits.firstCheckDays,
            answer: limits.answerDays,
          })}{' '}
          {!limits.calendarKnown && <span className="muted">{t('forecast.calendarUnknown')}</span>}
        </p>
      )}
      {decision && (
        <details className="raw">
          <summary>{t('forecast.policy')}</summary>
          <ul className="x-problems">
            {decision.reasons.map(({ rule, ok, words: why }) => (
              <li key={rule}>
                {ok ? <CheckCircleOutlined className="x-good" /> : <CloseCircleOutlined className="bad" />} {text(why)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}
