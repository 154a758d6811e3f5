import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../operator/ConfirmButton.tsx';
import { sessionQuery } from '../../operator/queries.ts';
import {
  decideDataset,
  type ManagedDataset,
  removeDataset,
  submitDataset,
  takeStep,
  withdrawDataset,
} from '../api/datasets.ts';
import { ReasonModal } from '../parts/ReasonModal.tsx';
import { useMay } from '../parts/useMay.ts';

type Asking = 'submit' | 'return' | 'withdraw';

/** The next steps in the life of a dataset, for those who may take them. */
export function StewardActions({ managed, id }: { managed: ManagedDataset; id: string }) {
  const { t } = useTranslation('xDatasets');
  const may = useMay();
  const navigate = useNavigate();
  const { data: session } = useQuery(sessionQuery);
  const [asking, setAsking] = useState<Asking | null>(null);
  const { dataset, published, revision, author } = managed;
  const { state } = dataset;
  const manages = may('exchange:manage-catalogue');
  const reviews = may('exchange:review-catalogue');
  const ownWork = author.id === session?.principal?.id;
  const decide = (verdict: 'approve' | 'return', reason: string | null) =>
    decideDataset(id, { verdict, reason, revision });
  return (
    <div className="x-actions">
      {manages && state !== 'inReview' && state !== 'withdrawn' && (
        <Link to="/exchange/datasets/$id/edit" params={{ id }}>
          <Button type={state === 'published' ? 'default' : 'primary'} data-testid="edit">
            {t('act.edit')}
          </Button>
        </Link>
      )}
      {manages && (state === 'created' || state === 'changing') && (
        <Button data-testid="submit-review" onClick={() => setAsking('submit')}>
          {t('act.submit')}
        </Button>
      )}
      {state === 'inReview' && reviews && !ownWork && (
        <>
          <ConfirmButton
            room="exchange"
            type="primary"
            ask={t('act.approveAsk')}
            run={() => decide('approve', null)}
            data-testid="approve"
          >
            {t('act.approve')}
          </ConfirmButton>
          <Button data-testid="return" onClick={() => setAsking('return')}>
            {t('act.return')}
          </Button>
        </>
      )}
      {manages && state === 'inReview' && (
        <ConfirmButton room="exchange" ask={t('act.recallAsk')} run={() => takeStep(id, 'recall')}>
          {t('act.recall')}
        </ConfirmButton>
      )}
      {manages && state === 'changing' && (
        <ConfirmButton room="exchange" ask={t('act.discardAsk')} run={() => takeStep(id, 'discard')}>
          {t('act.discard')}
        </ConfirmButton>
      )}
      {published && state !== 'withdrawn' && reviews && (
        <Button danger data-testid="withdraw" onClick={() => setAsking('withdraw')}>
          {t('act.withdraw')}
        </Button>
      )}
      {manages && !published && state === 'created' && (
        <ConfirmButton
          room="exchange"
          danger
          ask={t('act.removeAsk')}
          run={() => removeDataset(id)}
          onDone={() => navigate({ to: '/exchange/datasets' })}
        >
          {t('act.remove')}
        </ConfirmButton>
      )}
      {state === 'inReview' && (ownWork || !reviews) && (
        <span className="muted">{t(ownWork ? 'act.ownWork' : 'act.mayNotReview')}</span>
      )}
      {asking && (
        <ReasonModal
          title={t(`act.${asking}`)}
          text={t(`act.${asking}Text`)}
          submit={t(`act.${asking}`)}
          danger={asking === 'withdraw'}
          needed={asking !== 'submit'}
          {...(asking === 'submit' ? { label: t('act.submitNote') } : {})}
          run={(reason): Promise<unknown> =>
            asking === 'submit'
              ? submitDataset(id, reason || null)
              : asking === 'return'
                ? decide('return', reason)
                : withdrawDataset(id, reason)
          }
          onClose={() => setAsking(null)}
        />
      )}
    </div>
  );
}
