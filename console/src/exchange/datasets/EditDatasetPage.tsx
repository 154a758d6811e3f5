import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Back } from '../../cooperation/parts/Back.tsx';
import { useText } from '../../cooperation/parts/useText.ts';
import { Loaded } from '../../explorer/parts/Loaded.tsx';
import { PageHead } from '../../operator/PageHead.tsx';
import { changeDataset, type ManagedDataset } from '../api/datasets.ts';
import { Gate } from '../parts/Gate.tsx';
import { datasetQuery } from './datasetQuery.ts';
import { DatasetEditor } from './editor/DatasetEditor.tsx';
import { toDraftValues } from './editor/draftValues.ts';

/** Changes a dataset; the version in force stays until the change is reviewed. */
export function EditDatasetPage() {
  const { t } = useTranslation('exchange');
  const { id } = useParams({ from: '/exchange/datasets/$id/edit' });
  // What is being written must not be replaced by what is read meanwhile.
  const query = useQuery({ ...datasetQuery(id), staleTime: 0, refetchOnWindowFocus: false, refetchOnReconnect: false });
  return (
    <Gate right="exchange:manage-catalogue">
      <Back to="/exchange/datasets" text={t('pages.datasets')} />
      <Loaded query={query}>{(managed) => <Edit key={managed.revision} managed={managed} id={id} />}</Loaded>
    </Gate>
  );
}

function Edit({ managed, id }: { managed: ManagedDataset; id: string }) {
  const { t } = useTranslation('xDatasets');
  const text = useText();
  const navigate = useNavigate();
  const { dataset, revision } = managed;
  return (
    <>
      <PageHead title={text(dataset.title)} lead={t(`state.${dataset.state}`)} />
      <DatasetEditor
        initial={toDraftValues(dataset)}
        save={(draft) => changeDataset(id, revision, draft)}
        onSaved={() => navigate({ to: '/exchange/datasets/$id', params: { id } })}
      />
    </>
  );
}
