import { useQuery } from '@tanstack/react-query';
import { Button, Card, Progress } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { may } from '../../api/session.ts';
import { Coins, Whole } from '../../explorer/parts/Amount.tsx';
import { Problem } from '../Problem.tsx';
import { sessionQuery } from '../queries.ts';
import { formatPeriod } from './formatPeriod.ts';
import { limitsQuery } from './queries.ts';
import { SetLimits } from './SetLimits.tsx';

/** Hundredths of `most` that are used, without floating point for what may be large. */
const percentOf = (used: string, most: string) =>
  BigInt(most) === 0n ? 100 : Math.min(100, Number((BigInt(used) * 100n) / BigInt(most)));

/** What the member may send and spend, and what is used of it; the operator sets it here. */
export function LimitsCard() {
  const { t } = useTranslation('outgoing');
  const { data, error, refetch } = useQuery(limitsQuery);
  const { data: session } = useQuery(sessionQuery);
  const [setting, setSetting] = useState(false);
  const isOperator = may(session, 'platform:administer');
  return (
    <Card
      size="small"
      className="sent-limits-card"
      title={t('limits')}
      extra={
        isOperator && (
          <Button size="small" onClick={() => setSetting(true)} data-testid="set-limits">
            {t('setLimits')}
          </Button>
        )
      }
    >
      {error && !data && <Problem error={error} onRetry={refetch} />}
      {data && (
        <dl className="sent-limits" data-testid="limits">
          <div>
            <dt>{t('queuedNow')}</dt>
            <dd>
              <Whole digits={String(data.queued)} /> / {data.maxQueued === null ? t('noLimit') : data.maxQueued}
            </dd>
            {data.maxQueued !== null && (
              <Progress
                size="small"
                showInfo={false}
                percent={percentOf(String(data.queued), String(data.maxQueued))}
              />
            )}
          </div>
          <div>
            <dt>{t('spentNow', { period: formatPeriod(data.periodSeconds, t) })}</dt>
            <dd>
              <Coins drip={data.spent} /> / {data.cap === null ? t('noLimit') : <Coins drip={data.cap} />}
            </dd>
            {data.cap !== null && <Progress size="small" showInfo={false} percent={percentOf(data.spent, data.cap)} />}
          </div>
          <div>
            <dt>{t('feeBudget')}</dt>
            <dd>
              <Coins drip={data.feeBudget} />
            </dd>
          </div>
        </dl>
      )}
      {setting && <SetLimits onClose={() => setSetting(false)} />}
    </Card>
  );
}
