import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Back } from '../../cooperation/parts/Back.tsx';
import { Loaded } from '../../explorer/parts/Loaded.tsx';
import { PageHead } from '../../operator/PageHead.tsx';
import { listPage } from '../api/common.ts';
import type { Grant } from '../api/grants.ts';
import { getTransfer } from '../api/transfers.ts';
import { Gate } from '../parts/Gate.tsx';
import { useDepartments } from '../queries.ts';
import { AskCard } from '../questions/AskCard.tsx';
import { MatchCard } from '../questions/MatchCard.tsx';
import { QueryCard } from './QueryCard.tsx';
import { TransferActions } from './TransferActions.tsx';
import { TransferCard } from './TransferCard.tsx';
import { useFormatName } from './useFormatName.ts';

const over = ['COMPLETED', 'TERMINATED'];

/** One transfer, live: its progress, or what can be asked in it. */
export function TransferPage() {
  const { t } = useTranslation('xTransfers');
  const { id } = useParams({ from: '/exchange/transfers/$id' });
  const nameOf = useDepartments();
  const formatName = useFormatName();
  const query = useQuery({
    queryKey: ['exchange', 'transfer', id],
    queryFn: ({ signal }) => getTransfer(id, signal),
    refetchInterval: ({ state }) => (over.includes(state.data?.state ?? '') ? 10_000 : 1_500),
  });
  const transfer = query.data;
  const { data: grants } = useQuery({
    queryKey: ['exchange', 'grantOf', transfer?.dataset],
    queryFn: ({ signal }) => listPage<Grant>('/grants', { dataset: transfer?.dataset, perPage: 200 }, signal),
    enabled: transfer !== undefined,
  });
  const grant = grants?.items.find((one) => one.agreement === transfer?.agreement && one.role === transfer?.role);
  return (
    <>
      <Back to="/exchange/transfers" text={t('title')} />
      <Gate right="exchange:read">
        <Loaded query={query}>
          {(one) => {
            const asks = one.role === 'consumer' && one.state === 'STARTED' && grant !== undefined;
            return (
              <>
                <PageHead
                  title={`${t(one.role === 'provider' ? 'line.given' : 'line.got', { name: nameOf(one.counterparty) })} · ${formatName(one.format)}`}
                />
                <div className="stack">
                  <TransferActions transfer={one} />
                  {asks && one.format === 'xy:answer' && <AskCard transfer={one} grant={grant} />}
                  {asks && one.format === 'xy:match' && <MatchCard transfer={one} grant={grant} />}
                  {asks && one.format === 'xy:query' && <QueryCard transfer={one} grant={grant} />}
                  <TransferCard transfer={one} grant={grant} />
                </div>
              </>
            );
          }}
        </Loaded>
      </Gate>
    </>
  );
}
