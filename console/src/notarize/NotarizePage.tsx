import './notarize.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Button, Card, Checkbox, Progress, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBytes, formatNumber } from '../format/formatNumber.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { PageHead } from '../operator/PageHead.tsx';
import { Problem } from '../operator/Problem.tsx';
import { sessionQuery } from '../operator/queries.ts';
import { DropZone } from './DropZone.tsx';
import { EntriesTable } from './EntriesTable.tsx';
import { OwnRecords } from './OwnRecords.tsx';
import { saveResults } from './saveResults.ts';
import { useNotary } from './useNotary.ts';

/** Files become evidence: their digests are made here and recorded; the files stay where they are. */
export function NotarizePage() {
  const { t } = useTranslation('notarize');
  const language = useLanguage();
  const client = useQueryClient();
  const { data: session } = useQuery(sessionQuery);
  const { entries, recording, add, record, clear } = useNotary();
  const [withNames, setWithNames] = useState(true);
  const [error, setError] = useState<unknown>(null);
  const countOf = (...states: string[]) => entries.filter(({ state }) => states.includes(state)).length;
  const ready = countOf('hashed');
  const recorded = countOf('recorded');
  const total = entries.reduce((sum, { bytes }) => sum + bytes, 0);
  const read = entries.reduce((sum, entry) => sum + (entry.state === 'failed' ? entry.bytes : entry.read), 0);
  const start = async () => {
    setError(null);
    try {
      await record(withNames);
    } catch (problem) {
      setError(problem);
    }
    await client.invalidateQueries({ queryKey: ['explorer', 'list', 'ownEvidence'] });
  };
  if (session && !session.principal) {
    return (
      <>
        <PageHead title={t('title')} lead={t('lead')} />
        <Alert type="info" showIcon title={t('signInFirst')} action={<Link to="/signin">{t('signIn')}</Link>} />
      </>
    );
  }
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <div className="stack">
        <Card>
          <DropZone title={t('drop')} hint={t('dropHint')} multiple onFiles={add} />
          {entries.length > 0 && (
            <>
              <div className="notary-bar">
                <span role="status">
                  {t('count', { files: formatNumber(entries.length, language), size: formatBytes(total, language) })}
                </span>
                <Checkbox checked={withNames} onChange={({ target }) => setWithNames(target.checked)}>
                  {t('withNames')}
                </Checkbox>
                <span className="grow" />
                <Space wrap>
                  {recorded > 0 && (
                    <Button onClick={() => saveResults(entries, window.location.origin)}>{t('saveList')}</Button>
                  )}
                  <Button onClick={clear} disabled={recording}>
                    {t('clear')}
                  </Button>
                  <Button
                    type="primary"
                    disabled={ready === 0}
                    loading={recording}
                    onClick={() => void start()}
                    data-testid="notarize"
                  >
                    {t('record', { count: ready })}
                  </Button>
                </Space>
              </div>
              {countOf('hashing') > 0 && <Progress percent={Math.floor((read / Math.max(1, total)) * 100)} />}
              {error !== null && <Problem error={error} onRetry={start} />}
              {recorded > 0 && recorded === entries.length && (
                <Alert type="success" showIcon className="in-card" title={t('allRecorded', { count: recorded })} />
              )}
              <EntriesTable entries={entries} />
            </>
          )}
        </Card>
        <Card title={t('own')}>
          <OwnRecords />
        </Card>
      </div>
    </>
  );
}
