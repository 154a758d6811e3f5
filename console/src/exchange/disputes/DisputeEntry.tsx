import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../cooperation/parts/useText.ts';
import { Facts } from '../../explorer/parts/Facts.tsx';
import { Time } from '../../explorer/parts/Time.tsx';
import { grounds } from '../api/applications.ts';
import type { Dispute } from '../api/disputes.ts';
import { ClockView } from '../parts/ClockView.tsx';
import { DatasetName } from '../parts/DatasetName.tsx';
import { TermsFacts } from '../parts/TermsFacts.tsx';
import { useDepartments } from '../queries.ts';
import { RuleDisputeModal } from './RuleDisputeModal.tsx';

/** A dispute: both sides, what was asked, and the ruling or the way to it. */
export function DisputeEntry({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation(['xMatters', 'exchange', 'xAsking']);
  const text = useText();
  const nameOf = useDepartments();
  const [ruling, setRuling] = useState(false);
  const { provider, consumer, form, refusal, reason, state, clock, createdAt, dataset } = dispute;
  const ground = grounds.find((one) => one === refusal.ground);
  return (
    <article className="x-entry" data-testid="dispute" data-state={state}>
      <h2>{t('disputes.parties', { consumer: nameOf(consumer.slug), provider: nameOf(provider.slug) })}</h2>
      <div className="x-meta">
        <span className={`chip chip-dispute-${state}`}>{t(`disputes.state.${state}`)}</span>
        {clock && state === 'open' && <ClockView clock={clock} />}
        <span className="muted">
          <Time at={createdAt} />
        </span>
      </div>
      <Facts
        rows={[
          [t('disputes.dataset'), <DatasetName key="d" department={provider.slug} dataset={dataset} />],
          [
            t('disputes.refusal'),
            [ground ? t(`exchange:ground.${ground}`) : '', refusal.text].filter(Boolean).join(' · '),
          ],
          [t('disputes.reason'), reason],
          [t('xAsking:one.purpose'), `${text(form.matterName)} · ${form.matter}`],
          [t('xAsking:one.legalBasis'), form.legalBasis],
          [t('xAsking:one.reason'), form.reason],
        ]}
      />
      <details className="raw">
        <summary>{t('disputes.asked')}</summary>
        <TermsFacts terms={form} department={provider.slug} dataset={dataset} />
      </details>
      {dispute.ruling && (
        <>
          <p>
            <b>{t('disputes.ruled', { outcome: t(`disputes.outcomes.${dispute.ruling.outcome}`) })}</b> ·{' '}
            {t('disputes.by', { name: dispute.ruling.by })} · <Time at={dispute.ruling.at} />
          </p>
          <p className="x-pre">{text(dispute.ruling.words)}</p>
        </>
      )}
      {state === 'open' && (
        <div className="x-meta">
          <Button type="primary" data-testid="rule" onClick={() => setRuling(true)}>
            {t('disputes.rule')}
          </Button>
        </div>
      )}
      {ruling && <RuleDisputeModal dispute={dispute} onClose={() => setRuling(false)} />}
    </article>
  );
}
