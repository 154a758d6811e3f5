import { useQuery } from '@tanstack/react-query';
import { Alert, Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatBytes, formatNumber } from '../../format/formatNumber.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { Problem } from '../Problem.tsx';
import { networkQuery } from '../queries.ts';
import { Figure } from './Figure.tsx';

/** Height, epoch, peers and load of the chain's node. */
export function NetworkCard() {
  const { t, i18n } = useTranslation(['network', 'common']);
  const language = useLanguage();
  const { data, error, isPending, refetch } = useQuery(networkQuery);
  const phase = (name: string) =>
    i18n.exists(`phase.${name}`, { ns: 'network' }) ? t(`phase.${name}` as 'phase.NormalSyncPhase') : name;
  return (
    <Card title={t('card')} className="card-wide" loading={isPending}>
      {error && !data && <Problem error={error} onRetry={refetch} />}
      {data && !data.reachable && (
        <Alert
          type="warning"
          showIcon
          title={t('unreachable')}
          description={t('unreachableText')}
          className="in-card"
        />
      )}
      {data && (
        <dl className="figures">
          <Figure name={t('height')} big>
            <span data-testid="height">{formatNumber(data.height, language)}</span>
          </Figure>
          <Figure name={t('epoch')} big>
            {formatNumber(data.epoch, language)}
          </Figure>
          <Figure name={t('blockTime')} big>
            {formatNumber(data.blockTimeMs, language)} <small>{t('ms')}</small>
          </Figure>
          <Figure name={t('sync')}>{data.syncPhase === null ? '—' : phase(data.syncPhase)}</Figure>
          <Figure name={t('peers')}>{data.peers === 0 ? t('soloNode') : formatNumber(data.peers, language)}</Figure>
          <Figure name={t('tips')}>{formatNumber(data.tips, language)}</Figure>
          <Figure name={t('disk')}>{formatBytes(data.diskBytes, language)}</Figure>
          <Figure name={t('memory')}>{formatBytes(data.memoryBytes, language)}</Figure>
          <Figure name={t('chainIds')}>
            {data.evmChainId} / {data.coreChainId ?? '—'}
          </Figure>
        </dl>
      )}
    </Card>
  );
}
