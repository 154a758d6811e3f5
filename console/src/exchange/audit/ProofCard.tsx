import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../explorer/parts/Facts.tsx';
import type { WholeRecord } from '../api/audit.ts';
import { Card } from '../parts/Card.tsx';
import { type RecordVerification, verifyRecordText } from './verifyRecordText.ts';

/** A record's place in the chain of its department, its signature, and its statement in the evidence log. */
export function ProofCard({ record }: { record: WholeRecord }) {
  const { t } = useTranslation('xAudit');
  const [found, setFound] = useState<RecordVerification | null>(null);
  const { id, sequence, digest, anchored, jws } = record;
  const good = found?.signed && found.digest;
  return (
    <Card title={t('proof.title')}>
      <Facts
        rows={[
          [t('proof.sequence'), sequence === null ? t('line.beingChained') : String(sequence)],
          [t('proof.digest'), digest && <code className="x-pre">{digest}</code>],
          [t('proof.previous'), found?.previous && <code className="x-pre">{found.previous}</code>],
          [t('proof.anchored'), t(anchored ? 'line.anchored' : 'line.notAnchored')],
          [
            t('proof.statement'),
            anchored ? (
              <a key="s" className="x-link" href={`/api/log/statements/${id}/bundle`} download={`record-${id}.json`}>
                {t('proof.download')}
              </a>
            ) : null,
          ],
        ]}
      />
      {jws && (
        <p>
          <Button onClick={() => setFound(verifyRecordText(record))} data-testid="verify-record">
            {t('proof.verify')}
          </Button>
        </p>
      )}
      {found && (
        <Alert
          type={good ? 'success' : 'error'}
          showIcon
          data-testid="record-verified"
          title={t(good ? 'proof.good' : 'proof.bad')}
          description={
            <>
              {t(found.signed ? 'proof.signed' : 'proof.notSigned')} {t(found.digest ? 'proof.same' : 'proof.notSame')}{' '}
              <code className="x-pre">{found.signer}</code>
            </>
          }
        />
      )}
    </Card>
  );
}
