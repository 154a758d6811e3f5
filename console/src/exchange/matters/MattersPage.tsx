import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../operator/PageHead.tsx';
import type { Matter } from '../api/matters.ts';
import { Gate } from '../parts/Gate.tsx';
import { PagedList } from '../parts/PagedList.tsx';
import { useMay } from '../parts/useMay.ts';
import { MatterEntry } from './MatterEntry.tsx';
import { MatterModal } from './MatterModal.tsx';
import { MatterTabs } from './MatterTabs.tsx';

/** What the department handles, and the data that this needs. */
export function MattersPage() {
  const { t } = useTranslation(['xMatters', 'exchange']);
  const may = useMay();
  const [edited, setEdited] = useState<Matter | 'new' | null>(null);
  return (
    <>
      <PageHead
        title={t('exchange:pages.matters')}
        lead={t('lead')}
        actions={
          may('exchange:apply') && (
            <Button type="primary" data-testid="add-matter" onClick={() => setEdited('new')}>
              {t('matters.add')}
            </Button>
          )
        }
      />
      <Gate right="exchange:read">
        <MatterTabs />
        <p className="muted">{t('matters.lead')}</p>
        <PagedList<Matter> path="/matters" keyOf={({ code }) => code} empty={t('matters.none')}>
          {(matter) => <MatterEntry matter={matter} onEdit={() => setEdited(matter)} />}
        </PagedList>
        {edited && <MatterModal matter={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
      </Gate>
    </>
  );
}
