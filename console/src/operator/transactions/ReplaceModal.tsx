import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { replaceTransaction, type SentTransaction } from '../../api/transactions.ts';
import type { FormValues } from './form/readBody.ts';
import { readBody } from './form/readBody.ts';
import { TransactionForm } from './form/TransactionForm.tsx';
import { writeUnits } from './form/units.ts';
import { refreshSent } from './queries.ts';

/** Another body for a transaction that is not executed yet. */
export function ReplaceModal({ transaction, onClose }: { transaction: SentTransaction; onClose: () => void }) {
  const { t } = useTranslation('outgoing');
  const { message } = App.useApp();
  const client = useQueryClient();
  const { id, signer, to, data, value, state } = transaction;
  const send = async (values: FormValues) => {
    const gas = values.gas?.trim();
    const { outcome } = await replaceTransaction(id, { ...readBody(values), ...(gas ? { gas } : {}) });
    void message.success(t(outcome));
    refreshSent(client);
    onClose();
  };
  return (
    <Modal
      open
      width={720}
      title={t('replaceTitle', { id })}
      onCancel={onClose}
      footer={null}
      mask={{ closable: false }}
    >
      <Alert
        type="warning"
        showIcon
        className="in-card"
        title={t(state === 'queued' ? 'replaceQueued' : 'replaceRace')}
      />
      <TransactionForm
        initial={{
          kind: to !== null && data === '0x' ? 'transfer' : 'raw',
          signer,
          to: to ?? '',
          data,
          amount: writeUnits(value, 18),
        }}
        fixedSigner
        sendLabel={t('replace')}
        send={send}
      />
    </Modal>
  );
}
