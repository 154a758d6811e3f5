import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../explorer/parts/Loaded.tsx';
import { PageHead } from '../../operator/PageHead.tsx';
import { getOwnConnector } from '../api/using.ts';
import { StatusCard } from '../audit/StatusCard.tsx';
import { Gate } from '../parts/Gate.tsx';
import { AuthorityCard } from './AuthorityCard.tsx';
import { ConnectorCard } from './ConnectorCard.tsx';
import { OwnMachineCard } from './OwnMachineCard.tsx';
import { RegistryCard } from './RegistryCard.tsx';

/** The own connector and the registry of all. */
export function ConnectorPage() {
  const { t } = useTranslation('xConnector');
  const query = useQuery({
    queryKey: ['exchange', 'ownConnector'],
    queryFn: ({ signal }) => getOwnConnector(signal),
  });
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <div className="stack">
        <Gate right="exchange:read">
          <Loaded query={query}>
            {({ connector, keys }) => (
              <>
                <ConnectorCard connector={connector} keys={keys} />
                {connector?.state === 'active' && <StatusCard />}
              </>
            )}
          </Loaded>
        </Gate>
        <RegistryCard />
        <AuthorityCard />
        <OwnMachineCard />
      </div>
    </>
  );
}
