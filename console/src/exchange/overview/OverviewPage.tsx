import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../operator/PageHead.tsx';
import type { Transfer } from '../api/transfers.ts';
import { StatusCard } from '../audit/StatusCard.tsx';
import { Card } from '../parts/Card.tsx';
import { Gate } from '../parts/Gate.tsx';
import { NeedConnector } from '../parts/NeedConnector.tsx';
import { PagedList } from '../parts/PagedList.tsx';
import { useMay } from '../parts/useMay.ts';
import { useIsAuthority } from '../queries.ts';
import { TransferLine } from '../transfers/TransferLine.tsx';
import { WaitingCard } from './WaitingCard.tsx';

/** What waits for the reader, what runs, and whether records reach the chain. */
export function OverviewPage() {
  const { t } = useTranslation('xOverview');
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <Gate right="exchange:read">
        <Overview />
      </Gate>
    </>
  );
}

function Overview() {
  const { t } = useTranslation('xOverview');
  const may = useMay();
  const isAuthority = useIsAuthority();
  return (
    <div className="stack">
      <NeedConnector />
      <div className="x-cards">
        {may('exchange:decide') && (
          <WaitingCard
            name="inbox"
            path="/inbox"
            query={{ state: 'inReview' }}
            to="/exchange/inbox"
            search={{ state: 'inReview' }}
          />
        )}
        {may('exchange:decide') && (
          <WaitingCard
            name="overdue"
            path="/inbox"
            query={{ overdue: true }}
            to="/exchange/inbox"
            search={{ overdue: true }}
          />
        )}
        {may('exchange:apply') && (
          <WaitingCard
            name="returned"
            path="/applications"
            query={{ state: 'returned' }}
            to="/exchange/applications"
            search={{ state: 'returned' }}
          />
        )}
        <WaitingCard
          name="held"
          path="/grants"
          query={{ role: 'consumer', state: 'active' }}
          to="/exchange/grants"
          search={{ role: 'consumer', state: 'active' }}
        />
        <WaitingCard
          name="given"
          path="/grants"
          query={{ role: 'provider', state: 'active' }}
          to="/exchange/grants"
          search={{ role: 'provider', state: 'active' }}
        />
        {may('exchange:decide') && (
          <WaitingCard
            name="duties"
            path="/duties"
            query={{ role: 'consumer', state: 'waiting' }}
            to="/exchange/duties"
            search={{ role: 'consumer', state: 'waiting' }}
          />
        )}
        {may('exchange:decide') && (
          <WaitingCard name="objections" path="/citizen/objections" query={{ state: 'open' }} to="/exchange/citizens" />
        )}
        {may('exchange:arbitrate') && isAuthority && (
          <WaitingCard name="disputes" path="/disputes" query={{ open: true }} to="/exchange/disputes" />
        )}
        {may('exchange:audit') && (
          <WaitingCard
            name="anomalies"
            path="/anomalies"
            query={{ state: 'open' }}
            to="/exchange/audit/anomalies"
            search={{ state: 'open' }}
          />
        )}
      </div>
      <StatusCard />
      <Card
        title={t('running')}
        extra={
          <Link to="/exchange/transfers" className="x-link">
            {t('all')}
          </Link>
        }
      >
        <PagedList<Transfer>
          path="/transfers"
          query={{ state: 'STARTED', perPage: 5 }}
          keyOf={({ id }) => id}
          empty={t('nothingRuns')}
          refetchMs={3_000}
        >
          {(transfer) => <TransferLine transfer={transfer} />}
        </PagedList>
      </Card>
    </div>
  );
}
