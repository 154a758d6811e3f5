import { useQuery } from '@tanstack/react-query';
import { Alert, Card, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { hashEvents, type JsonValue } from '../../../../proof/index.ts';
import { findStatements } from '../../api/findStatements.ts';
import { bundlePath } from '../../api/getBundle.ts';
import { formatNumber } from '../../format/formatNumber.ts';
import { hashHex } from '../../format/shorten.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { RecordChecks } from '../../verify/RecordChecks.tsx';
import { useVerification } from '../../verify/useVerification.ts';
import { VerifyPanel } from '../../verify/VerifyPanel.tsx';
import { Copyable } from '../Copyable.tsx';
import { Problem } from '../Problem.tsx';
import { StatusTag } from '../StatusTag.tsx';

/** The evidence of the event as displayed: its hash is calculated here, so that a changed answer has no proof. */
export function EventEvidence({ document, eventID }: { document: unknown; eventID: string }) {
  const { t } = useTranslation(['events', 'product']);
  const language = useLanguage();
  const verification = useVerification();
  const hash = identify(document);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['statements', hash],
    queryFn: ({ signal }) => findStatements(hash ?? '', signal),
    enabled: hash !== null,
    refetchInterval: ({ state }) => (state.data?.every(({ status }) => status === 'confirmed') ? false : 5000),
  });
  const statement = data?.[0];
  const result = statement && verification.results.get(statement.statementId);
  return (
    <Card title={t('detail.evidence')} extra={statement && <StatusTag status={statement.status} />}>
      {hash !== null && (
        <dl className="rows">
          <dt>{t('detail.hashHere')}</dt>
          <dd>
            <Copyable text={hash} full />
          </dd>
          {statement && (
            <>
              <dt>{t('detail.statement')}</dt>
              <dd>
                <code>{statement.statementId}</code>
              </dd>
              <dt>{t('detail.index')}</dt>
              <dd>{formatNumber(statement.index, language)}</dd>
            </>
          )}
        </dl>
      )}
      {isPending && hash !== null && <Skeleton active paragraph={{ rows: 2 }} />}
      {error && !data && <Problem error={error} onRetry={refetch} />}
      {(hash === null || data?.length === 0) && (
        <Alert type="warning" showIcon title={t('detail.noStatement')} description={t('detail.noStatementText')} />
      )}
      {statement && hash !== null && (
        <>
          <VerifyPanel records={[{ statementId: statement.statementId, hash, eventID }]} verification={verification} />
          <RecordChecks result={result} running={verification.running} url={verification.target?.url} />
          {statement.status !== 'pending' && statement.status !== 'integrated' && (
            <a
              href={bundlePath(statement.statementId)}
              download={`xiangyu-proof-${hashHex(hash).slice(0, 12)}.json`}
              data-testid="download-proof"
              className="below"
            >
              {t('product:downloadProof')}
            </a>
          )}
        </>
      )}
    </Card>
  );
}

function identify(document: unknown): string | null {
  try {
    return hashEvents(document as JsonValue)[0] ?? null;
  } catch {
    return null;
  }
}
