import { useTranslation } from 'react-i18next';
import { Time } from '../../explorer/parts/Time.tsx';
import type { Notice } from '../api/disputes.ts';
import { PagedList } from '../parts/PagedList.tsx';
import { useDepartments } from '../queries.ts';

/** What other connectors told the data authority: disputes, late stages, misused emergencies. */
export function NoticesCard() {
  const { t } = useTranslation('xMatters');
  const nameOf = useDepartments();
  return (
    <PagedList<Notice> path="/notices" keyOf={({ id }) => id} empty={t('disputes.noNotices')}>
      {({ kind, from, at }) => (
        <div className="x-meta">
          <b>{t(`disputes.kind.${kind}`)}</b>
          <span>{t('disputes.from', { name: nameOf(from) })}</span>
          <Time at={at} />
        </div>
      )}
    </PagedList>
  );
}
