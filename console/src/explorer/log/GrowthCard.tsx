import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { readConsistency } from '../../api/checkpoints.ts';
import { formatNumber } from '../../format/formatNumber.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { Problem } from '../../operator/Problem.tsx';
import { Time } from '../parts/Time.tsx';
import type { Growth } from './checkGrowth.ts';
import { readSeen, rememberSeen } from './seenCheckpoint.ts';

const kinds: Record<Growth, 'success' | 'info' | 'error' | 'warning'> = {
  first: 'info',
  same: 'success',
  grown: 'success',
  shorter: 'error',
  rewritten: 'error',
  otherLog: 'warning',
};

interface GrowthCardProps {
  logKey: string;
  published: { size: number; root: string };
}

/** This browser as a witness of its own: it remembers the checkpoint it saw last and checks that the log only grew since. */
export function GrowthCard({ logKey, published: { size, root } }: GrowthCardProps) {
  const { t } = useTranslation('checkpoints');
  const language = useLanguage();
  const { data, error, refetch } = useQuery({
    queryKey: ['growth', logKey, size, root],
    queryFn: async () => {
      const { checkGrowth } = await import('./checkGrowth.ts');
      const seen = readSeen();
      const growth = await checkGrowth(seen, { logKey, size, root }, readConsistency);
      // What convicts the log stays remembered.
      if (growth === 'first' || growth === 'grown')
        rememberSeen({ logKey, size, root, seenAt: new Date().toISOString() });
      return { growth, seen };
    },
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  if (error) return <Problem error={error} onRetry={refetch} />;
  if (!data) return null;
  const { growth, seen } = data;
  const forget = () => {
    rememberSeen(null);
    void refetch();
  };
  return (
    <Alert
      type={kinds[growth]}
      showIcon
      data-testid="growth"
      data-growth={growth}
      title={t(`growth.${growth}`, {
        before: formatNumber(seen?.size, language),
        now: formatNumber(size, language),
      })}
      description={
        <>
          {t('growth.hint')}
          {seen && (
            <>
              {' '}
              {t('growth.seen')} <Time at={seen.seenAt} />
            </>
          )}
        </>
      }
      action={
        kinds[growth] === 'error' || growth === 'otherLog' ? (
          <Button onClick={forget}>{t('growth.forget')}</Button>
        ) : null
      }
    />
  );
}
