import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Alert, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { Back } from '../../cooperation/parts/Back.tsx';
import { useText } from '../../cooperation/parts/useText.ts';
import { Loaded } from '../../explorer/parts/Loaded.tsx';
import { PageHead } from '../../operator/PageHead.tsx';
import type { ManagedDataset } from '../api/datasets.ts';
import { VersionsCard } from '../catalogue/VersionsCard.tsx';
import { Gate } from '../parts/Gate.tsx';
import { DatasetStateTag } from '../parts/tags.tsx';
import { useMay } from '../parts/useMay.ts';
import { DatasetContent } from './DatasetContent.tsx';
import { datasetQuery } from './datasetQuery.ts';
import { HistoryCard } from './HistoryCard.tsx';
import { MeasurementsView } from './MeasurementsView.tsx';
import { PreviewView } from './PreviewView.tsx';
import { QuestionsView } from './QuestionsView.tsx';
import { StewardActions } from './StewardActions.tsx';

/** One own dataset: where it stands, what can be done, and everything about it. */
export function DatasetPage() {
  const { t } = useTranslation('exchange');
  const { id } = useParams({ from: '/exchange/datasets/$id' });
  const query = useQuery(datasetQuery(id));
  return (
    <Gate right="exchange:read-datasets">
      <Back to="/exchange/datasets" text={t('pages.datasets')} />
      <Loaded query={query}>{(managed) => <Managed managed={managed} id={id} />}</Loaded>
    </Gate>
  );
}

function Managed({ managed, id }: { managed: ManagedDataset; id: string }) {
  const { t } = useTranslation('xDatasets');
  const text = useText();
  const manages = useMay()('exchange:manage-catalogue');
  const { dataset, published, returned, author } = managed;
  const { state } = dataset;
  return (
    <>
      <PageHead title={text(dataset.title)} lead={text(dataset.description)} />
      <div className="stack">
        <div className="x-meta" data-testid="dataset-state" data-state={state}>
          <DatasetStateTag state={state} />
          <span>{t(`state.${state}`)}</span>
          {published && <span>{t('inForce', { version: published.version })}</span>}
          <span className="muted">
            {t('author')} {author.name}
          </span>
        </div>
        {returned && <Alert type="warning" showIcon title={t('returned', { reason: returned })} />}
        {published && state !== 'published' && state !== 'withdrawn' && <Alert type="info" title={t('compare')} />}
        <StewardActions managed={managed} id={id} />
        <Tabs
          items={[
            { key: 'content', label: t('view.content'), children: <DatasetContent dataset={dataset} /> },
            ...(manages
              ? [{ key: 'preview', label: t('view.preview'), children: <PreviewView dataset={dataset} /> }]
              : []),
            { key: 'measured', label: t('view.measured'), children: <MeasurementsView managed={managed} id={id} /> },
            ...(manages
              ? [{ key: 'questions', label: t('view.questions'), children: <QuestionsView dataset={dataset} /> }]
              : []),
            { key: 'versions', label: t('view.versions'), children: <VersionsCard id={id} /> },
            { key: 'history', label: t('view.history'), children: <HistoryCard id={id} /> },
          ]}
        />
      </div>
    </>
  );
}
