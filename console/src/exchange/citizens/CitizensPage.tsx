import { useTranslation } from 'react-i18next';
import { PageHead } from '../../operator/PageHead.tsx';
import { Gate } from '../parts/Gate.tsx';
import { useMay } from '../parts/useMay.ts';
import { CounterCard } from './CounterCard.tsx';
import { ObjectionsCard } from './ObjectionsCard.tsx';

/** The counter: people who ask who used data about them, and their objections. */
export function CitizensPage() {
  const { t } = useTranslation('xCitizens');
  const may = useMay();
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <div className="stack">
        <Gate right="exchange:attend">
          <CounterCard />
        </Gate>
        {may('exchange:decide') && <ObjectionsCard />}
      </div>
    </>
  );
}
