import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Back } from '../../cooperation/parts/Back.tsx';
import { Loaded } from '../../explorer/parts/Loaded.tsx';
import { PageHead } from '../../operator/PageHead.tsx';
import { getGrant } from '../api/grants.ts';
import { Gate } from '../parts/Gate.tsx';
import { useDepartments } from '../queries.ts';
import { ArbitrationCard } from './ArbitrationCard.tsx';
import { ChainCard } from './ChainCard.tsx';
import { GrantActions } from './GrantActions.tsx';
import { GrantCard } from './GrantCard.tsx';
import { GrantTransfers } from './GrantTransfers.tsx';
import { HistoryCard } from './HistoryCard.tsx';

/** One grant: what it allows, what the chain says of it, what was done to it. */
export function GrantPage() {
  const { t } = useTranslation('xGrants');
  const { id } = useParams({ from: '/exchange/grants/$id' });
  const nameOf = useDepartments();
  const query = useQuery({
    queryKey: ['exchange', 'grant', id],
    queryFn: ({ signal }) => getGrant(id, signal),
    refetchInterval: 3_000,
  });
  return (
    <>
      <Back to="/exchange/grants" text={t('title')} />
      <Gate right="exchange:read">
        <Loaded query={query}>
          {(facts) => {
            const { grant } = facts;
            return (
              <>
                <PageHead
                  title={
                    grant
                      ? t('page.title', { from: nameOf(grant.providerSlug), to: nameOf(grant.consumerSlug) })
                      : t('page.ofOthers')
                  }
                />
                <div className="stack">
                  {grant && <GrantActions grant={grant} />}
                  {grant ? (
                    <GrantCard grant={grant} keysReleased={facts.keysReleased} />
                  ) : (
                    <ArbitrationCard facts={facts} id={id} />
                  )}
                  <ChainCard facts={facts} />
                  {grant && <GrantTransfers grant={grant} />}
                  <HistoryCard history={facts.history} />
                </div>
              </>
            );
          }}
        </Loaded>
      </Gate>
    </>
  );
}
