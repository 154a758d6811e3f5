import { useTranslation } from 'react-i18next';
import { Time } from '../../explorer/parts/Time.tsx';
import type { Dataset } from '../api/datasets.ts';
import { Card } from '../parts/Card.tsx';
import { PagedList } from '../parts/PagedList.tsx';
import { useMay } from '../parts/useMay.ts';

/** Every version of an own dataset that was published. */
export function VersionsCard({ id }: { id: string }) {
  const { t } = useTranslation('xCatalogue');
  const may = useMay();
  if (!may('exchange:read-datasets')) return null;
  return (
    <Card title={t('versions.title')}>
      <PagedList<Dataset>
        path={`/datasets/${encodeURIComponent(id)}/versions`}
        keyOf={({ version }) => String(version)}
        empty={t('versions.none')}
      >
        {({ version, publishedAt, digest }) => (
          <div className="x-meta">
            <b>{t('entry.versionText', { version })}</b>
            {publishedAt && (
              <span>
                {t('versions.published')} <Time at={publishedAt} />
              </span>
            )}
            <code className="muted x-pre">{digest}</code>
          </div>
        )}
      </PagedList>
    </Card>
  );
}
