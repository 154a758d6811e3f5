import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Back } from '../../cooperation/parts/Back.tsx';
import { PageHead } from '../../operator/PageHead.tsx';
import { shortId } from '../api/common.ts';
import { createDataset } from '../api/datasets.ts';
import { Gate } from '../parts/Gate.tsx';
import { DatasetEditor } from './editor/DatasetEditor.tsx';
import { startDraft } from './editor/draftValues.ts';

/** Describes a new dataset. */
export function NewDatasetPage() {
  const { t } = useTranslation(['xDatasets', 'exchange']);
  const navigate = useNavigate();
  return (
    <>
      <Back to="/exchange/datasets" text={t('exchange:pages.datasets')} />
      <PageHead title={t('new')} lead={t('lead')} />
      <Gate right="exchange:manage-catalogue">
        <DatasetEditor
          initial={startDraft}
          save={createDataset}
          onSaved={({ dataset }) => navigate({ to: '/exchange/datasets/$id', params: { id: shortId(dataset.id) } })}
        />
      </Gate>
    </>
  );
}
