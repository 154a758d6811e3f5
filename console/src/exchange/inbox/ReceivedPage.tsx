import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Back } from '../../cooperation/parts/Back.tsx';
import { Loaded } from '../../explorer/parts/Loaded.tsx';
import { ApplicationView } from '../applications/ApplicationView.tsx';
import { applicationQuery } from '../applications/applicationQuery.ts';
import { Gate } from '../parts/Gate.tsx';
import { DecideActions } from './DecideActions.tsx';

/** One application of another department, with the decision that is due. */
export function ReceivedPage() {
  const { t } = useTranslation('exchange');
  const { id } = useParams({ from: '/exchange/inbox/$id' });
  const query = useQuery(applicationQuery(id));
  return (
    <Gate right="exchange:read">
      <Back to="/exchange/inbox" text={t('pages.inbox')} />
      <Loaded query={query}>
        {(application) => (
          <ApplicationView application={application} actions={<DecideActions application={application} />} />
        )}
      </Loaded>
    </Gate>
  );
}
