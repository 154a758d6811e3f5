import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../cooperation/parts/useText.ts';
import { PageHead } from '../../operator/PageHead.tsx';
import type { Application } from '../api/applications.ts';
import { Card } from '../parts/Card.tsx';
import { ClockView } from '../parts/ClockView.tsx';
import { TermsFacts } from '../parts/TermsFacts.tsx';
import { ApplicationStateTag } from '../parts/tags.tsx';
import { useDepartments, useOwnDepartment } from '../queries.ts';
import { AskedFacts } from './AskedFacts.tsx';
import { DecisionCard } from './DecisionCard.tsx';
import { StepsCard } from './StepsCard.tsx';

const lights = { granted: 'success', refused: 'error', returned: 'warning', narrowed: 'warning' } as const;

/** One application as a page: where it stands, what can be done, what was asked and decided, and how it came about. */
export function ApplicationView({ application, actions }: { application: Application; actions: ReactNode }) {
  const { t } = useTranslation('xAsking');
  const text = useText();
  const nameOf = useDepartments();
  const own = useOwnDepartment() ?? '';
  const { state, role, counterparty, dataset, datasetTitle, clock, note, terms, decision, form } = application;
  const provider = role === 'provider' ? own : counterparty.slug;
  const lead = t(role === 'consumer' ? 'toWhom' : 'fromWhom', { name: nameOf(counterparty.slug) });
  return (
    <>
      <PageHead title={text(datasetTitle) || dataset} lead={lead} />
      <div className="x-meta in-card" data-testid="application-state" data-state={state}>
        <ApplicationStateTag state={state} />
        {form.emergency && <span className="chip chip-escalated">{t('emergency')}</span>}
        {clock && <ClockView clock={clock} />}
      </div>
      <div className="x-sides">
        <div className="stack">
          {role === 'consumer' && (
            <Alert
              showIcon
              type={state in lights ? lights[state as keyof typeof lights] : 'info'}
              title={t(`one.what.${state}`)}
              {...(state === 'granted' ? { action: <Link to="/exchange/grants">{t('one.toGrant')}</Link> } : {})}
              description={note ? `${t('one.note')}: ${note}` : undefined}
            />
          )}
          {role === 'provider' && note && <Alert type="info" showIcon title={t('one.note')} description={note} />}
          {decision && <DecisionCard application={application} decision={decision} />}
          <Card title={t('one.asked')}>
            <AskedFacts application={application} provider={provider} />
          </Card>
          {terms && (
            <Card title={t('one.given')}>
              <TermsFacts terms={terms} department={provider} dataset={dataset} />
            </Card>
          )}
        </div>
        <aside>
          {actions}
          <StepsCard id={application.id} changed={application.updatedAt} />
        </aside>
      </div>
    </>
  );
}
