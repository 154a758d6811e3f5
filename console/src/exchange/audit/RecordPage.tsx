import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Back } from '../../cooperation/parts/Back.tsx';
import { Loaded } from '../../explorer/parts/Loaded.tsx';
import { PageHead } from '../../operator/PageHead.tsx';
import { getRecord } from '../api/audit.ts';
import { Gate } from '../parts/Gate.tsx';
import { ProofCard } from './ProofCard.tsx';
import { RecordCard } from './RecordCard.tsx';
import { useKindName } from './RecordTags.tsx';
import { TextsCard } from './TextsCard.tsx';
import { useTold } from './useTold.ts';

const leadOf = (lead: string | null) => (lead === null ? {} : { lead });

/** One record: what it says, its place in the chain, its signature and its proof in the evidence log. */
export function RecordPage() {
  const { t } = useTranslation('xAudit');
  const kindName = useKindName();
  const told = useTold();
  const { id } = useParams({ from: '/exchange/audit/$id' });
  const query = useQuery({
    queryKey: ['exchange', 'record', id],
    queryFn: ({ signal }) => getRecord(id, signal),
    refetchInterval: ({ state }) => (state.data?.anchored ? false : 3_000),
  });
  return (
    <>
      <Back to="/exchange/audit" text={t('title')} />
      <Gate right="exchange:audit">
        <Loaded query={query}>
          {(record) => (
            <>
              <PageHead title={kindName(record.kind)} {...leadOf(told(record))} />
              <div className="stack">
                <RecordCard record={record} />
                <ProofCard record={record} />
                <TextsCard record={record} />
              </div>
            </>
          )}
        </Loaded>
      </Gate>
    </>
  );
}
