import { useQuery } from '@tanstack/react-query';
import { Card, Empty, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../format/formatNumber.ts';
import { formatDateTime } from '../../format/formatTime.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { Copyable } from '../Copyable.tsx';
import { Problem } from '../Problem.tsx';
import { logQuery } from '../queries.ts';
import { ConfirmationSteps } from './ConfirmationSteps.tsx';
import { Figure } from './Figure.tsx';

/** The evidence log: how much is in it, and how far its last checkpoint is on the chain. */
export function EvidenceCard() {
  const { t } = useTranslation('evidence');
  const language = useLanguage();
  const { data, error, isPending, refetch } = useQuery(logQuery);
  const checkpoint = data?.checkpoint;
  return (
    <Card title={<Tooltip title={t('hint')}>{t('title')}</Tooltip>} loading={isPending}>
      {error && !data && <Problem error={error} onRetry={refetch} />}
      {data && (
        <>
          <dl className="figures">
            <Figure name={t('size')} big>
              <span data-testid="log-size">{formatNumber(data.size, language)}</span> <small>{t('unit')}</small>
            </Figure>
            <Figure name={t('pending')} big>
              {formatNumber(data.pending, language)} <small>{t('unit')}</small>
            </Figure>
          </dl>
          <h3>{t('checkpoint')}</h3>
          {checkpoint ? (
            <>
              <ConfirmationSteps level={checkpoint.level} />
              <dl className="rows">
                <dt>{t('checkpointSize')}</dt>
                <dd>{formatNumber(checkpoint.size, language)}</dd>
                <dt>{t('root')}</dt>
                <dd>
                  <Copyable text={checkpoint.root} />
                </dd>
                {checkpoint.transactionHash && (
                  <>
                    <dt>{t('transaction')}</dt>
                    <dd>
                      <Copyable text={checkpoint.transactionHash} />
                    </dd>
                  </>
                )}
                {checkpoint.blockNumber !== null && (
                  <>
                    <dt>{t('block')}</dt>
                    <dd>{formatNumber(checkpoint.blockNumber, language)}</dd>
                  </>
                )}
                {checkpoint.anchoredAt && (
                  <>
                    <dt>{t('anchoredAt')}</dt>
                    <dd>{formatDateTime(checkpoint.anchoredAt, language)}</dd>
                  </>
                )}
              </dl>
            </>
          ) : (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={`${t('none')} ${t('noneText')}`} />
          )}
          <dl className="rows">
            <dt>{t('contract')}</dt>
            <dd>{data.contract ? <Copyable text={data.contract} /> : t('noContract')}</dd>
          </dl>
        </>
      )}
    </Card>
  );
}
