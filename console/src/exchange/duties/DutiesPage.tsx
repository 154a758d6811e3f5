import { useNavigate, useSearch } from '@tanstack/react-router';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../operator/PageHead.tsx';
import { type Duty, type DutyState, dutyStates } from '../api/using.ts';
import { Gate } from '../parts/Gate.tsx';
import { PagedList } from '../parts/PagedList.tsx';
import { Tabs } from '../parts/Tabs.tsx';
import { dutiesSearch } from '../usingSearches.ts';
import { DutyLine } from './DutyLine.tsx';

/** Duties to delete at the end of grants, on both sides. */
export function DutiesPage() {
  const { t } = useTranslation('xCitizens');
  return (
    <>
      <PageHead title={t('duties.title')} lead={t('duties.lead')} />
      <Gate right="exchange:read">
        <Duties />
      </Gate>
    </>
  );
}

function Duties() {
  const { t } = useTranslation('xCitizens');
  const search = dutiesSearch(useSearch({ from: '/exchange/duties' }));
  const navigate = useNavigate();
  return (
    <>
      <Tabs
        label={t('duties.title')}
        tabs={[
          { to: '/exchange/duties', text: t('duties.all') },
          { to: '/exchange/duties', text: t('duties.ours'), search: { role: 'consumer' } },
          { to: '/exchange/duties', text: t('duties.theirs'), search: { role: 'provider' } },
          { to: '/exchange/duties', text: t('duties.overdue'), search: { overdue: true } },
        ]}
      />
      <div className="x-filters">
        <Select<DutyState>
          allowClear
          value={search.state ?? null}
          placeholder={t('duties.anyState')}
          aria-label={t('duties.anyState')}
          options={dutyStates.map((value) => ({ value, label: t(`dutyState.${value}`) }))}
          onChange={(state) =>
            void navigate({ to: '/exchange/duties', search: { ...search, state: state ?? undefined } as never })
          }
        />
      </div>
      <PagedList<Duty>
        path="/duties"
        query={{ ...search }}
        keyOf={({ id, role }) => `${id}${role}`}
        empty={t('duties.none')}
        refetchMs={10_000}
      >
        {(duty) => <DutyLine duty={duty} />}
      </PagedList>
    </>
  );
}
