import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../operator/ConfirmButton.tsx';
import { type Application, acceptNarrowed, dispute, withdraw } from '../api/applications.ts';
import { shortId } from '../api/common.ts';
import { Card } from '../parts/Card.tsx';
import { ReasonModal } from '../parts/ReasonModal.tsx';
import { useMay } from '../parts/useMay.ts';

/** What the department that asks can do now; what it cannot is not offered. */
export function OwnActions({ application }: { application: Application }) {
  const { t } = useTranslation('xAsking');
  const may = useMay();
  const [asking, setAsking] = useState<'withdraw' | 'dispute' | null>(null);
  const { id, state, decision, counterparty, dataset } = application;
  if (!may('exchange:apply')) return null;
  const canAmend = state === 'returned' || state === 'narrowed';
  const canWithdraw = ['inReview', 'returned', 'narrowed', 'disputed'].includes(state);
  const canDispute = (state === 'refused' && decision?.mode === 'person') || state === 'narrowed';
  const canAgain = state === 'refused' || state === 'withdrawn';
  if (!canAmend && !canWithdraw && !canDispute && !canAgain) return null;
  return (
    <Card>
      <div className="stack">
        {state === 'narrowed' && (
          <ConfirmButton room="exchange" type="primary" block ask={t('act.acceptAsk')} run={() => acceptNarrowed(id)}>
            {t('act.accept')}
          </ConfirmButton>
        )}
        {canAmend && (
          <Link
            to="/exchange/applications/new"
            search={{ department: counterparty.slug, dataset: shortId(dataset), id }}
          >
            <Button block type={state === 'returned' ? 'primary' : 'default'} data-testid="amend">
              {t('act.amend')}
            </Button>
          </Link>
        )}
        {canAgain && (
          <Link to="/exchange/applications/new" search={{ department: counterparty.slug, dataset: shortId(dataset) }}>
            <Button block>{t('act.again')}</Button>
          </Link>
        )}
        {canDispute && (
          <Button block data-testid="dispute" onClick={() => setAsking('dispute')}>
            {t('act.dispute')}
          </Button>
        )}
        {canWithdraw && (
          <Button block danger data-testid="withdraw" onClick={() => setAsking('withdraw')}>
            {t('act.withdraw')}
          </Button>
        )}
      </div>
      {asking && (
        <ReasonModal
          title={t(`act.${asking}`)}
          text={t(`act.${asking}Text`)}
          submit={t(`act.${asking}`)}
          danger={asking === 'withdraw'}
          run={(reason) => (asking === 'withdraw' ? withdraw : dispute)(id, reason)}
          onClose={() => setAsking(null)}
        />
      )}
    </Card>
  );
}
