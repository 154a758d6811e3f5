import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { bundlePath } from '../../api/getBundle.ts';
import { formatDateTime } from '../../format/formatTime.ts';
import { pickText } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import type { Recall } from './api.ts';

/** What was done and when, each with its statement in the evidence log. */
export function RecallActs({ recall }: { recall: Recall }) {
  const { t } = useTranslation('recalls');
  const language = useLanguage();
  return (
    <Card title={t('acts')}>
      <ol className="recall-list">
        {recall.acts.map(({ kind, member, time, statementId }) => (
          <li key={statementId}>
            <span className="muted">{formatDateTime(time, language)}</span>
            <b>{pickText(member.name, language)}</b>
            <span>{t(`act.${kind}`)}</span>
            <a href={bundlePath(statementId)} download={`recall-${statementId}.json`} className="recall-noprint">
              {t('proof')}
            </a>
          </li>
        ))}
      </ol>
    </Card>
  );
}
