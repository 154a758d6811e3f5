import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../operator/PageHead.tsx';
import type { Dataset } from '../api/datasets.ts';
import { datasetStates } from '../api/words.ts';
import { Gate } from '../parts/Gate.tsx';
import { NeedConnector } from '../parts/NeedConnector.tsx';
import { PagedList } from '../parts/PagedList.tsx';
import { useMay } from '../parts/useMay.ts';
import { DatasetLine } from './DatasetLine.tsx';
import { DatasetTabs } from './DatasetTabs.tsx';

const route = getRouteApi('/exchange/datasets');

/** Datasets of the own department in every state. */
export function DatasetsPage() {
  const { t } = useTranslation(['xDatasets', 'exchange']);
  const { q, state } = route.useSearch();
  const navigate = route.useNavigate();
  const may = useMay();
  const change = (changes: object) =>
    void navigate({ search: (now) => ({ ...now, ...changes }) as typeof now, replace: true });
  return (
    <>
      <PageHead
        title={t('exchange:pages.datasets')}
        lead={t('lead')}
        actions={
          may('exchange:manage-catalogue') && (
            <Link to="/exchange/datasets/new">
              <Button type="primary" data-testid="new-dataset">
                {t('new')}
              </Button>
            </Link>
          )
        }
      />
      <Gate right="exchange:read-datasets">
        <DatasetTabs />
        <NeedConnector />
        <div className="x-filters">
          <Input.Search
            key={q ?? ''}
            defaultValue={q ?? ''}
            allowClear
            enterButton
            maxLength={200}
            placeholder={t('search')}
            aria-label={t('search')}
            onSearch={(text) => change({ q: text.trim() || undefined })}
          />
          <Select
            allowClear
            value={state ?? null}
            placeholder={t('allStates')}
            aria-label={t('allStates')}
            options={datasetStates.map((value) => ({ value, label: t(`exchange:datasetState.${value}`) }))}
            onChange={(value) => change({ state: value ?? undefined })}
          />
        </div>
        <PagedList<Dataset> path="/datasets" query={{ q, state }} keyOf={({ id }) => id} empty={t('none')}>
          {(dataset) => <DatasetLine dataset={dataset} />}
        </PagedList>
      </Gate>
    </>
  );
}
