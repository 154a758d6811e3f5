import './notarize.css';
import { Link } from '@tanstack/react-router';
import { Alert, Card, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type EvidenceRecord, findEvidence } from '../api/evidence.ts';
import { Time } from '../explorer/parts/Time.tsx';
import { PageHead } from '../operator/PageHead.tsx';
import { Problem } from '../operator/Problem.tsx';
import { StatusTag } from '../operator/StatusTag.tsx';
import { useMemberNames } from '../operator/useMemberNames.ts';
import { createHashPool } from './createHashPool.ts';
import { DropZone } from './DropZone.tsx';

interface Found {
  name: string;
  digest: string;
  records: EvidenceRecord[];
}

/** Tells whether a file was ever recorded, by whom and when; the file does not leave the browser. */
export function FindEvidencePage() {
  const { t } = useTranslation('notarize');
  const memberName = useMemberNames();
  const [found, setFound] = useState<Found | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const find = async ([file]: File[]) => {
    if (!file) return;
    const pool = createHashPool();
    setBusy(true);
    setFound(null);
    setError(null);
    try {
      const digest = await pool.hash(file);
      setFound({ name: file.name, digest, records: await findEvidence(digest) });
    } catch (problem) {
      setError(problem);
    } finally {
      pool.close();
      setBusy(false);
    }
  };
  return (
    <>
      <PageHead title={t('findTitle')} lead={t('findLead')} />
      <Card>
        <DropZone title={t('dropOne')} hint={t('dropOneHint')} multiple={false} onFiles={(files) => void find(files)} />
        <div aria-live="polite" className="compare-outcome">
          {busy && <p className="muted">{t('hashing')}</p>}
          {error !== null && <Problem error={error} />}
          {found && (
            <Alert
              type={found.records.length > 0 ? 'success' : 'info'}
              showIcon
              data-testid="found"
              data-count={found.records.length}
              title={t(found.records.length > 0 ? 'isRecorded' : 'notRecorded', {
                name: found.name,
                count: found.records.length,
              })}
              description={<code>{found.digest}</code>}
            />
          )}
        </div>
        {found && found.records.length > 0 && (
          <Table<EvidenceRecord>
            rowKey="id"
            size="middle"
            className="in-card"
            pagination={false}
            scroll={{ x: 'max-content' }}
            dataSource={found.records}
            columns={[
              { title: t('time'), key: 'time', render: (_, { time }) => <Time at={time} withZone /> },
              { title: t('recordedBy'), key: 'member', render: (_, { member }) => memberName(member) },
              { title: t('state'), key: 'status', render: (_, { status }) => <StatusTag status={status} /> },
              {
                title: t('certificate'),
                key: 'certificate',
                render: (_, { id }) => (
                  <Link to="/verify/evidence/$id" params={{ id }} data-testid="found-certificate">
                    {t('open')}
                  </Link>
                ),
              },
            ]}
          />
        )}
      </Card>
    </>
  );
}
