import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../operator/PageHead.tsx';
import { Gate } from '../parts/Gate.tsx';
import { useMay } from '../parts/useMay.ts';
import { useOwnDepartment } from '../queries.ts';
import { CounterCard } from './CounterCard.tsx';
import { ObjectionsCard } from './ObjectionsCard.tsx';

/** The counter: people who ask who used data about them, and their objections. */
export function CitizensPage() {
  const { t } = useTranslation('xCitizens');
  const may = useMay();
  const own = useOwnDepartment();
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('lead')}
        actions={
          <Link to="/citizen" search={own === null ? {} : { department: own }} className="x-link">
            {t('counter.page')}
          </Link>
        }
      />
      <div className="stack">
        <Gate right="exchange:attend">
          <CounterCard />
        </Gate>
        {may('exchange:decide') && <ObjectionsCard />}
      </div>
    </>
  );
}
