import '../verify/verify.css';
import './notarize.css';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { getEvidence } from '../api/evidence.ts';
import { Loaded } from '../explorer/parts/Loaded.tsx';
import { PageHead } from '../operator/PageHead.tsx';
import { Certificate } from './Certificate.tsx';
import { CompareFile } from './CompareFile.tsx';
import { VerifyEvidence } from './VerifyEvidence.tsx';

/** The public page of a record: what was stated, whether a file is the one, and the proof, checked in the browser. */
export function CertificatePage() {
  const { t } = useTranslation('notarize');
  const { id } = useParams({ from: '/verify/evidence/$id' });
  const query = useQuery({
    queryKey: ['evidence', id],
    queryFn: ({ signal }) => getEvidence(id, signal),
    // It moves from the log to the chain within seconds.
    refetchInterval: ({ state }) => (state.data?.status === 'confirmed' ? false : 3_000),
  });
  return (
    <div className="certificate-page">
      <PageHead title={t('certificateTitle')} lead={t('certificateLead')} />
      <Loaded query={query}>
        {(record) => (
          <div className="stack">
            <Certificate record={record} />
            <Card className="no-print" title={t('compare')}>
              <CompareFile record={record} />
            </Card>
            <div className="no-print">
              <VerifyEvidence record={record} />
            </div>
          </div>
        )}
      </Loaded>
    </div>
  );
}
