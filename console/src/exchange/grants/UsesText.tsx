import { Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Grant } from '../api/grants.ts';

/** How often a grant was used, of how often it may be; only its provider counts. */
export function UsesText({ grant: { role, used, maxCount } }: { grant: Grant }) {
  const { t } = useTranslation('xGrants');
  if (role === 'consumer') {
    return <span>{maxCount === null ? t('uses.free') : t('uses.most', { most: maxCount })}</span>;
  }
  if (maxCount === null) return <span>{t('uses.unlimited', { used })}</span>;
  return (
    <span className="x-uses">
      {t('uses.of', { used, most: maxCount })}
      <Progress percent={Math.min(100, (used / maxCount) * 100)} size="small" showInfo={false} aria-hidden="true" />
    </span>
  );
}
