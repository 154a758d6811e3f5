import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../operator/ConfirmButton.tsx';
import { type Application, confirmCheck, liftBar, returnForChanges } from '../api/applications.ts';
import { Card } from '../parts/Card.tsx';
import { ReasonModal } from '../parts/ReasonModal.tsx';
import { useMay } from '../parts/useMay.ts';
import { ApproveModal } from './ApproveModal.tsx';
import { NarrowModal } from './NarrowModal.tsx';
import { RefuseModal } from './RefuseModal.tsx';
import { ReviewModal } from './ReviewModal.tsx';

type Act = 'return' | 'approve' | 'narrow' | 'refuse' | 'review' | 'lift';

/** What the department that gives has to decide now; what it cannot is not offered. */
export function DecideActions({ application }: { application: Application }) {
  const { t } = useTranslation('xAsking');
  const may = useMay();
  const [act, setAct] = useState<Act | null>(null);
  const { id, state, clock, review, decision, counterparty } = application;
  const close = () => setAct(null);
  if (!may('exchange:decide')) {
    return (
      <Card>
        <p className="muted">{t('act.mayNot')}</p>
      </Card>
    );
  }
  const open = state === 'inReview';
  const emergency = decision?.mode === 'emergency';
  const acts: Act[] = [
    ...(open ? (['approve', 'narrow', 'return', 'refuse'] as const) : []),
    ...(emergency && review === null ? (['review'] as const) : []),
    ...(review === 'misuse' ? (['lift'] as const) : []),
  ];
  return (
    <Card>
      <div className="stack">
        {acts.length === 0 && <p className="muted">{t('act.nothing')}</p>}
        {open && clock?.stage === 'firstCheck' && (
          <ConfirmButton room="exchange" block ask={t('act.checkAsk')} run={() => confirmCheck(id)} data-testid="check">
            {t('act.check')}
          </ConfirmButton>
        )}
        {acts.map((name) => (
          <Button
            key={name}
            block
            type={name === 'approve' || name === 'review' ? 'primary' : 'default'}
            danger={name === 'refuse'}
            data-testid={name}
            onClick={() => setAct(name)}
          >
            {t(`act.${name}`)}
          </Button>
        ))}
      </div>
      {act === 'approve' && <ApproveModal id={id} onClose={close} />}
      {act === 'narrow' && <NarrowModal application={application} onClose={close} />}
      {act === 'refuse' && <RefuseModal id={id} onClose={close} />}
      {act === 'review' && <ReviewModal id={id} onClose={close} />}
      {act === 'return' && (
        <ReasonModal
          title={t('act.return')}
          text={t('act.returnText')}
          label={t('act.returnLabel')}
          submit={t('act.return')}
          run={(note) => returnForChanges(id, note)}
          onClose={close}
        />
      )}
      {act === 'lift' && (
        <ReasonModal
          title={t('act.lift')}
          text={t('act.liftText')}
          submit={t('act.lift')}
          run={(reason) => liftBar(counterparty.slug, reason)}
          onClose={close}
        />
      )}
    </Card>
  );
}
