import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../operator/PageHead.tsx';
import type { StandingRule } from '../api/matters.ts';
import { Gate } from '../parts/Gate.tsx';
import { PagedList } from '../parts/PagedList.tsx';
import { useMay } from '../parts/useMay.ts';
import { MatterTabs } from './MatterTabs.tsx';
import { RuleEntry } from './RuleEntry.tsx';
import { RuleModal } from './RuleModal.tsx';

/** What others get without anybody deciding. */
export function RulesPage() {
  const { t } = useTranslation(['xMatters', 'exchange']);
  const may = useMay();
  const [making, setMaking] = useState(false);
  return (
    <>
      <PageHead
        title={t('tabs.rules')}
        lead={t('rules.lead')}
        actions={
          may('exchange:decide') && (
            <Button type="primary" data-testid="add-rule" onClick={() => setMaking(true)}>
              {t('rules.add')}
            </Button>
          )
        }
      />
      <Gate right="exchange:read">
        <MatterTabs />
        {!may('exchange:decide') && <p className="muted">{t('rules.mayNot')}</p>}
        <PagedList<StandingRule> path="/rules" keyOf={({ id }) => id} empty={t('rules.none')}>
          {(rule) => <RuleEntry rule={rule} />}
        </PagedList>
        {making && <RuleModal onClose={() => setMaking(false)} />}
      </Gate>
    </>
  );
}
