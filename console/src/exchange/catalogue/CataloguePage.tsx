import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Empty, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../operator/PageHead.tsx';
import { Problem } from '../../operator/Problem.tsx';
import { Gate } from '../parts/Gate.tsx';
import { NeedConnector } from '../parts/NeedConnector.tsx';
import { connectorsQuery, useOwnDepartment } from '../queries.ts';
import { catalogueSearch } from '../searches.ts';
import { AllDepartments } from './AllDepartments.tsx';
import { CatalogueFilters } from './CatalogueFilters.tsx';
import { DepartmentSection } from './DepartmentSection.tsx';
import { NewsCard } from './NewsCard.tsx';

const route = getRouteApi('/exchange/catalogue');

/** What all departments share, or one of them. */
export function CataloguePage() {
  const { t } = useTranslation(['xCatalogue', 'exchange']);
  return (
    <>
      <PageHead title={t('exchange:pages.catalogue')} lead={t('lead')} />
      <Gate right="exchange:read">
        <NeedConnector />
        <NewsCard />
        <CatalogueFilters />
        <Departments />
      </Gate>
    </>
  );
}

function Departments() {
  const { t } = useTranslation('xCatalogue');
  const { department, view, ...filter } = catalogueSearch(route.useSearch());
  const own = useOwnDepartment();
  const { data, error, refetch } = useQuery(connectorsQuery);
  if (error && !data) return <Problem error={error} onRetry={refetch} />;
  if (!data) return <Skeleton active />;
  const hasOwn = data.some(({ slug, state }) => slug === own && state === 'active');
  // Without a connector nobody else can be asked.
  if (!hasOwn || own === null) return null;
  const tree = view === 'tree';
  if (department === undefined) {
    return (
      <div data-testid="catalogue">
        <AllDepartments own={own} filter={filter} tree={tree} />
      </div>
    );
  }
  const asked = data.find(({ slug, state }) => slug === department && state === 'active');
  if (!asked) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('noDepartments')} />;
  return (
    <div data-testid="catalogue">
      <DepartmentSection connector={asked} own={department === own} filter={filter} tree={tree} />
    </div>
  );
}
