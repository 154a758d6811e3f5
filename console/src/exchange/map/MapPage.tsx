import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../explorer/parts/Loaded.tsx';
import { PageHead } from '../../operator/PageHead.tsx';
import { getMap } from '../api/using.ts';
import { Card } from '../parts/Card.tsx';
import { Gate } from '../parts/Gate.tsx';
import { MapTable } from './MapTable.tsx';

const ExchangeGraph = lazy(() => import('./ExchangeGraph.tsx').then((page) => ({ default: page.ExchangeGraph })));

/** Departments and the grants between them. */
export function MapPage() {
  const { t } = useTranslation('xOverview');
  const query = useQuery({
    queryKey: ['exchange', 'map'],
    queryFn: ({ signal }) => getMap(signal),
    refetchInterval: 15_000,
  });
  return (
    <>
      <PageHead title={t('map.title')} lead={t('map.lead')} />
      <Gate right="exchange:read">
        <Loaded query={query}>
          {(map) => (
            <div className="stack">
              <Suspense fallback={<div className="x-map" />}>
                <ExchangeGraph map={map} />
              </Suspense>
              <Card title={t('map.list')}>
                <MapTable map={map} />
              </Card>
            </div>
          )}
        </Loaded>
      </Gate>
    </>
  );
}
