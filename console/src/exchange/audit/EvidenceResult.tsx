import { CheckCircleFilled, CloseCircleFilled, MinusCircleOutlined } from '@ant-design/icons';
import { Timeline } from 'antd';
import { useTranslation } from 'react-i18next';
import type { VerifyExchangeReturnType } from '../../../../proof/index.ts';
import { Time } from '../../explorer/parts/Time.tsx';
import { inLanguage } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { Card } from '../parts/Card.tsx';
import { useDepartments } from '../queries.ts';
import { useKindName } from './RecordTags.tsx';
import { useMessageName } from './useTold.ts';

/** What the verifier found, check by check, and what the evidence tells. */
export function EvidenceResult({ result }: { result: VerifyExchangeReturnType }) {
  const { t } = useTranslation('xAudit');
  const nameOf = useDepartments();
  const kindName = useKindName();
  const messageName = useMessageName();
  const language = useLanguage();
  const { checks, records, agreement, participants } = result;
  const named = (detail: string) => participants.reduce((text, slug) => text.replaceAll(slug, nameOf(slug)), detail);
  return (
    <>
      <Card title={t('evidence.checks')}>
        <ul className="x-checks">
          {checks.map((check) => {
            const { id, ok } = check;
            return (
              <li key={id} data-check={id} data-ok={String(ok)}>
                {ok === true ? (
                  <CheckCircleFilled className="x-good" />
                ) : ok === false ? (
                  <CloseCircleFilled className="bad" />
                ) : (
                  <MinusCircleOutlined />
                )}{' '}
                <b>{t(`check.${id}`)}</b>
                {ok === null && <span className="muted"> · {t('evidence.open')}</span>}
                {ok !== true && <p className="muted">{named(inLanguage(check, language).detail)}</p>}
              </li>
            );
          })}
        </ul>
      </Card>
      {records.length > 0 && (
        <Card title={t('evidence.story')}>
          {agreement && (
            <p>
              <code className="x-pre">{agreement}</code>
            </p>
          )}
          <Timeline
            className="x-steps"
            items={records.map((record) => ({
              key: `${record.participant}${record.sequence}`,
              color: record.outcome === 'ok' ? 'green' : 'red',
              content: (
                <>
                  <b>{nameOf(record.participant)}</b> · {kindName(record.kind)}
                  {record.message && ` · ${messageName(record.message)}`}
                  <p className="muted">
                    <Time at={record.time} /> · {t('line.sequence', { number: record.sequence })}
                  </p>
                </>
              ),
            }))}
          />
        </Card>
      )}
    </>
  );
}
