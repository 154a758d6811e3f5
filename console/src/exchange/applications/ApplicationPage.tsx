import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Back } from '../../cooperation/parts/Back.tsx';
import { Loaded } from '../../explorer/parts/Loaded.tsx';
import { Gate } from '../parts/Gate.tsx';
import { ApplicationView } from './ApplicationView.tsx';
import { applicationQuery } from './applicationQuery.ts';
import { OwnActions } from './OwnActions.tsx';

/** One application of the own department: where it stands and what can be done. */
export function ApplicationPage() {
  const { t } = useTranslation('exchange');
  const { id } = useParams({ from: '/exchange/applications/$id' });
  const query = useQuery(applicationQuery(id));
  return (
    <Gate right="exchange:read">
      <Back to="/exchange/applications" text={t('pages.applications')} />
      <Loaded query={query}>
        {(application) => (
          <ApplicationView application={application} actions={<OwnActions application={application} />} />
        )}
      </Loaded>
    </Gate>
  );
}
