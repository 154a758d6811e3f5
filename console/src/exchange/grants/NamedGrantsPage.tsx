import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Time } from '../../explorer/parts/Time.tsx';
import { shorten } from '../../format/shorten.ts';
import { PageHead } from '../../operator/PageHead.tsx';
import type { NamedGrant } from '../api/grants.ts';
import { Gate } from '../parts/Gate.tsx';
import { PagedList } from '../parts/PagedList.tsx';
import { ChainParty } from './ChainParty.tsx';
import { GrantsTabs } from './GrantsPage.tsx';

/** Grants of others that the data authority may suspend. */
export function NamedGrantsPage() {
  const { t } = useTranslation('xGrants');
  return (
    <>
      <PageHead title={t('tabs.named')} lead={t('named.lead')} />
      <Gate right="exchange:arbitrate">
        <GrantsTabs />
        <PagedList<NamedGrant> path="/grants/arbitrated" keyOf={({ id }) => id} empty={t('named.none')}>
          {(grant) => (
            <article className="x-entry">
              <h2>
                <Link to="/exchange/grants/$id" params={{ id: grant.id }}>
                  <ChainParty address={grant.provider} /> → <ChainParty address={grant.consumer} />
                </Link>
              </h2>
              <div className="x-meta">
                <span
                  className={`chip chip-grant-${grant.stage === 1 ? (grant.holds ? 'suspended' : 'active') : 'revoked'}`}
                >
                  {t(grant.stage === 1 ? (grant.holds ? 'state.suspended' : 'state.active') : 'named.ended')}
                </span>
                <code>{shorten(grant.id)}</code>
                <span className="muted">
                  {t('until')} <Time at={grant.notAfter} />
                </span>
              </div>
            </article>
          )}
        </PagedList>
      </Gate>
    </>
  );
}
