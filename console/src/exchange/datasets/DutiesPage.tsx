import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../cooperation/parts/useText.ts';
import { ConfirmButton } from '../../operator/ConfirmButton.tsx';
import { PageHead } from '../../operator/PageHead.tsx';
import { type Duty, removeDuty } from '../api/duties.ts';
import { Gate } from '../parts/Gate.tsx';
import { PagedList } from '../parts/PagedList.tsx';
import { DatasetTabs } from './DatasetTabs.tsx';
import { DutyModal } from './DutyModal.tsx';

/** The first level of the directory: what the law makes the department do. */
export function DutiesPage() {
  const { t } = useTranslation(['xDatasets', 'exchange']);
  const text = useText();
  const [edited, setEdited] = useState<Duty | 'new' | null>(null);
  return (
    <>
      <PageHead
        title={t('exchange:pages.duties')}
        lead={t('duties.lead')}
        actions={
          <Button type="primary" data-testid="add-duty" onClick={() => setEdited('new')}>
            {t('duties.add')}
          </Button>
        }
      />
      <Gate right="exchange:manage-catalogue">
        <DatasetTabs />
        <PagedList<Duty> path="/catalog/duties" keyOf={({ code }) => code} empty={t('duties.none')}>
          {(duty) => (
            <article className="x-entry">
              <h2>
                {text(duty.title)} <code className="muted">{duty.code}</code>
              </h2>
              <p>{duty.legalBasis}</p>
              <div className="x-meta">
                <span>{t('duties.datasets', { count: duty.datasets })}</span>
                <Button size="small" onClick={() => setEdited(duty)}>
                  {t('exchange:form.edit')}
                </Button>
                {duty.datasets === 0 && (
                  <ConfirmButton
                    room="exchange"
                    size="small"
                    danger
                    ask={t('duties.removeAsk')}
                    run={() => removeDuty(duty.code)}
                  >
                    {t('exchange:form.remove')}
                  </ConfirmButton>
                )}
              </div>
            </article>
          )}
        </PagedList>
        {edited && <DutyModal duty={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
      </Gate>
    </>
  );
}
