import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../format/formatTime.ts';
import { pickText } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import type { Recall } from './api.ts';

/** Who was told, and what each did. */
export function RecallHolders({ recall }: { recall: Recall }) {
  const { t } = useTranslation('recalls');
  const language = useLanguage();
  return (
    <Card title={t('holders')}>
      <table className="recall-rows" data-testid="recall-holders">
        <thead>
          <tr>
            <th>{t('holder')}</th>
            <th>{t('answer')}</th>
            <th>{t('amount')}</th>
            <th>{t('note')}</th>
          </tr>
        </thead>
        <tbody>
          {recall.notices.map(({ holder, answer, answeredAt, seenAt, amount, note }) => (
            <tr key={holder.slug}>
              <td>{pickText(holder.name, language)}</td>
              <td>
                {answer ? t(`answers.${answer}`) : <span className="chip recall-waiting">{t('noAnswer')}</span>}
                {answeredAt && <small>{formatDateTime(answeredAt, language)}</small>}
                {!answeredAt && seenAt && (
                  <small>
                    {t('seen')} {formatDateTime(seenAt, language)}
                  </small>
                )}
              </td>
              <td>{amount}</td>
              <td>{note}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
