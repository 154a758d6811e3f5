import { Link } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { actOnGrant, type Grant, type GrantStep } from '../api/grants.ts';
import { ReasonModal } from '../parts/ReasonModal.tsx';
import { useMay } from '../parts/useMay.ts';
import { StartTransferModal } from '../transfers/StartTransferModal.tsx';

const steps: Record<Grant['role'], Partial<Record<Grant['state'], GrantStep[]>>> = {
  provider: { pending: ['revoke'], active: ['suspend', 'revoke'], suspended: ['resume', 'revoke'] },
  consumer: { pending: ['renounce'], active: ['renounce'], suspended: ['renounce'] },
};

/** What the reader may do with a grant: use it, hold it, end it. */
export function GrantActions({ grant }: { grant: Grant }) {
  const { t } = useTranslation('xGrants');
  const may = useMay();
  const [step, setStep] = useState<GrantStep | null>(null);
  const [starting, setStarting] = useState(false);
  const allowed = may(grant.role === 'provider' ? 'exchange:decide' : 'exchange:apply')
    ? (steps[grant.role][grant.state] ?? [])
    : [];
  const uses = grant.role === 'consumer' && grant.state === 'active';
  return (
    <div className="x-actions">
      {uses && may('exchange:pull') && (
        <Button type="primary" onClick={() => setStarting(true)} data-testid="use-grant">
          {t('act.use')}
        </Button>
      )}
      {uses && !may('exchange:pull') && <Alert type="info" title={t('act.mayNotUse')} />}
      {allowed.map((one) => (
        <Button
          key={one}
          danger={one === 'revoke' || one === 'renounce'}
          onClick={() => setStep(one)}
          data-testid={one}
        >
          {t(`act.${one}`)}
        </Button>
      ))}
      <Link to="/exchange/transfers" search={{ agreement: grant.agreement }}>
        <Button>{t('act.transfers')}</Button>
      </Link>
      {step && (
        <ReasonModal
          title={t(`act.${step}`)}
          text={t(`effect.${step}`)}
          submit={t(`act.${step}`)}
          danger={step === 'revoke' || step === 'renounce'}
          run={(reason) => actOnGrant(grant.id, step, reason)}
          onClose={() => setStep(null)}
        />
      )}
      {starting && <StartTransferModal grant={grant} onClose={() => setStarting(false)} />}
    </div>
  );
}
