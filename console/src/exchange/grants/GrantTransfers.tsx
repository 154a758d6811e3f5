import { useTranslation } from 'react-i18next';
import type { Grant } from '../api/grants.ts';
import type { Transfer } from '../api/transfers.ts';
import { Card } from '../parts/Card.tsx';
import { PagedList } from '../parts/PagedList.tsx';
import { TransferLine } from '../transfers/TransferLine.tsx';

/** Transfers under a grant, with their progress. */
export function GrantTransfers({ grant }: { grant: Grant }) {
  const { t } = useTranslation('xGrants');
  return (
    <Card title={t('transfers.title')}>
      <PagedList<Transfer>
        path="/transfers"
        query={{ agreement: grant.agreement, role: grant.role, perPage: 5 }}
        keyOf={({ id }) => id}
        empty={t('transfers.none')}
        refetchMs={2_000}
      >
        {(transfer) => <TransferLine transfer={transfer} />}
      </PagedList>
    </Card>
  );
}
