import { useQuery } from '@tanstack/react-query';
import { Alert, Checkbox, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../cooperation/parts/useText.ts';
import { PageHead } from '../../operator/PageHead.tsx';
import { Problem } from '../../operator/Problem.tsx';
import type { Dispute } from '../api/disputes.ts';
import { Card } from '../parts/Card.tsx';
import { Gate } from '../parts/Gate.tsx';
import { PagedList } from '../parts/PagedList.tsx';
import { authorityQuery, useOwnDepartment } from '../queries.ts';
import { DisputeEntry } from './DisputeEntry.tsx';
import { NoticesCard } from './NoticesCard.tsx';

/** What was laid before the own department as the data authority. */
export function DisputesPage() {
  const { t } = useTranslation(['xMatters', 'exchange']);
  return (
    <>
      <PageHead title={t('exchange:pages.disputes')} lead={t('disputes.lead')} />
      <Gate right="exchange:arbitrate">
        <ForAuthority />
      </Gate>
    </>
  );
}

function ForAuthority() {
  const { t } = useTranslation('xMatters');
  const text = useText();
  const own = useOwnDepartment();
  const { data, error, isPending, refetch } = useQuery(authorityQuery);
  const [open, setOpen] = useState(true);
  if (error) return <Problem error={error} onRetry={refetch} />;
  if (isPending) return <Skeleton active />;
  if (!data) {
    return (
      <Alert type="warning" showIcon title={t('disputes.noAuthority')} description={t('disputes.noAuthorityNext')} />
    );
  }
  if (data.slug !== own)
    return <Alert type="info" showIcon title={t('disputes.notAuthority', { name: text(data.name) })} />;
  return (
    <>
      <div className="x-filters">
        <Checkbox checked={open} onChange={({ target }) => setOpen(target.checked)}>
          {t('disputes.openOnly')}
        </Checkbox>
      </div>
      <PagedList<Dispute>
        path="/disputes"
        query={open ? { open: true } : {}}
        keyOf={({ id }) => id}
        empty={t('disputes.none')}
        refetchMs={15_000}
      >
        {(dispute) => <DisputeEntry dispute={dispute} />}
      </PagedList>
      <Card title={t('disputes.notices')} style={{ marginTop: 20 }}>
        <NoticesCard />
      </Card>
    </>
  );
}
