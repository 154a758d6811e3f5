import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../operator/ConfirmButton.tsx';
import { cancelTransfer, filePath, stepTransfer, type Transfer } from '../api/transfers.ts';
import { ReasonModal } from '../parts/ReasonModal.tsx';
import { useMay } from '../parts/useMay.ts';

type Step = 'suspend' | 'resume' | 'stop';

/** What the reader may do with a transfer. */
export function TransferActions({ transfer }: { transfer: Transfer }) {
  const { t } = useTranslation('xTransfers');
  const may = useMay();
  const [step, setStep] = useState<Step | null>(null);
  const { id, state, intake } = transfer;
  const steps: Step[] =
    state === 'STARTED'
      ? ['suspend', 'stop']
      : state === 'SUSPENDED'
        ? ['resume', 'stop']
        : state === 'REQUESTED'
          ? ['stop']
          : [];
  const coming = intake !== null && ['running', 'suspended', 'failed'].includes(intake.state);
  const downloads = intake?.state === 'done' && intake.destination.kind === 'file' && may('exchange:pull');
  return (
    <div className="x-actions">
      {downloads && (
        <Button type="primary" href={filePath(id)} download data-testid="download">
          {t('act.download')}
        </Button>
      )}
      {may('exchange:operate') &&
        steps.map((one) => (
          <Button key={one} danger={one === 'stop'} onClick={() => setStep(one)} data-testid={one}>
            {t(`act.${one}`)}
          </Button>
        ))}
      {coming && may('exchange:pull') && (
        <ConfirmButton room="exchange" ask={t('act.cancelAsk')} run={() => cancelTransfer(id)}>
          {t('act.cancel')}
        </ConfirmButton>
      )}
      {downloads && <p className="muted">{t('act.downloadHint')}</p>}
      {step && (
        <ReasonModal
          title={t(`act.${step}`)}
          text={t(`effect.${step}`)}
          submit={t(`act.${step}`)}
          danger={step === 'stop'}
          run={(reason) => stepTransfer(id, step, reason)}
          onClose={() => setStep(null)}
        />
      )}
    </div>
  );
}
