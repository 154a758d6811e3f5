import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { checkpointPath, readCheckpointText } from '../../api/checkpoints.ts';
import type { LogState } from '../../api/getLog.ts';
import { formatNumber } from '../../format/formatNumber.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { ConfirmationSteps } from '../../operator/overview/ConfirmationSteps.tsx';
import { PageHead } from '../../operator/PageHead.tsx';
import { logQuery } from '../../operator/queries.ts';
import { CopyButton } from '../parts/CopyButton.tsx';
import { Facts } from '../parts/Facts.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { TransactionLink } from '../parts/links.tsx';
import { Time } from '../parts/Time.tsx';
import { CheckpointsTable } from './CheckpointsTable.tsx';
import { GrowthCard } from './GrowthCard.tsx';

/** The evidence log: its state, who vouches for it, and every checkpoint that it signed. */
export function LogPage() {
  const { t } = useTranslation(['checkpoints', 'chain']);
  const query = useQuery(logQuery);
  const search = useSearch({ from: '/explorer/log' });
  return (
    <>
      <PageHead title={t('chain:nav.log')} lead={t('lead')} />
      <div className="stack">
        {query.data?.published && query.data.logKey && (
          <GrowthCard logKey={query.data.logKey} published={query.data.published} />
        )}
        <Loaded query={query}>{(log) => <LogCard log={log} />}</Loaded>
        <Card title={t('checkpoints')}>
          <CheckpointsTable />
        </Card>
        <SignedText size={search.size ?? query.data?.published?.size ?? 0} />
      </div>
    </>
  );
}

function LogCard({ log }: { log: LogState }) {
  const { t } = useTranslation('checkpoints');
  const language = useLanguage();
  const number = (value: number) => formatNumber(value, language);
  const { checkpoint, published, witnesses } = log;
  const mono = (text: string) => (
    <span className="reference">
      <code>{text}</code>
      <CopyButton text={text} />
    </span>
  );
  return (
    <Card title={t('state')}>
      {checkpoint && <ConfirmationSteps level={checkpoint.level} />}
      <Facts
        rows={[
          [t('size'), number(log.size)],
          [t('pending'), number(log.pending)],
          [
            t('published'),
            published ? (
              <span key="published">
                {number(published.size)} · <Time at={published.publishedAt} />
              </span>
            ) : null,
          ],
          [
            t('anchored'),
            checkpoint ? (
              <span key="anchored">
                {number(checkpoint.size)}
                {checkpoint.anchoredAt && (
                  <>
                    {' · '}
                    <Time at={checkpoint.anchoredAt} />
                  </>
                )}
              </span>
            ) : (
              t('never')
            ),
          ],
          [
            t('transaction'),
            checkpoint?.transactionHash ? <TransactionLink key="tx" hash={checkpoint.transactionHash} full /> : null,
          ],
          [t('quorum'), witnesses ? t('quorumText', { threshold: witnesses.threshold, total: witnesses.total }) : null],
          [t('origin'), mono(log.origin)],
          [t('logKey'), log.logKey ? mono(log.logKey) : null],
          [t('contract'), log.contract ? mono(log.contract) : null],
        ]}
      />
    </Card>
  );
}

function SignedText({ size }: { size: number }) {
  const { t } = useTranslation('checkpoints');
  const language = useLanguage();
  const { data } = useQuery({
    queryKey: ['checkpointText', size],
    queryFn: ({ signal }) => readCheckpointText(size, signal),
    enabled: size > 0,
  });
  if (!data) return null;
  return (
    <Card
      title={t('text', { size: formatNumber(size, language) })}
      extra={
        <span className="title-tags">
          <a href={checkpointPath(size)} download={`checkpoint-${size}.txt`}>
            {t('download')}
          </a>
          <a href="/log/policy" download="policy.txt">
            {t('policy')}
          </a>
        </span>
      }
    >
      <p className="muted">{t('textHint')}</p>
      <pre className="checkpoint-text" data-testid="checkpoint-text">
        {data}
      </pre>
    </Card>
  );
}
