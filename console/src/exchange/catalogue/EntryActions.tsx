import { Link } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CatalogEntry } from '../api/catalogue.ts';
import { shortId } from '../api/common.ts';
import { useMay } from '../parts/useMay.ts';
import { SubscribeButton } from './SubscribeButton.tsx';

/** What the reader can do with a dataset, or why not. */
export function EntryActions({ department, entry, own }: { department: string; entry: CatalogEntry; own: boolean }) {
  const { t } = useTranslation('xCatalogue');
  const may = useMay();
  if (own) {
    return (
      <div className="x-actions">
        {may('exchange:manage-catalogue') ? (
          <Link to="/exchange/datasets/$id" params={{ id: shortId(entry.id) }}>
            <Button type="primary">{t('entry.manage')}</Button>
          </Link>
        ) : (
          <span className="muted">{t('entry.ownData')}</span>
        )}
      </div>
    );
  }
  if (entry.offers.length === 0) {
    return <Alert type="warning" showIcon title={t('entry.withheld')} description={t('entry.withheldNext')} />;
  }
  return (
    <div className="x-actions">
      {may('exchange:apply') ? (
        <Link to="/exchange/applications/new" search={{ department, dataset: shortId(entry.id) }}>
          <Button type="primary" size="large" data-testid="apply">
            {t('entry.apply')}
          </Button>
        </Link>
      ) : (
        <span className="muted">{t('entry.mayNotApply')}</span>
      )}
      <SubscribeButton department={department} dataset={entry.id} />
    </div>
  );
}
