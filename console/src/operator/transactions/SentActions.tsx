import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cancelTransaction, type SentTransaction, speedUpTransaction } from '../../api/transactions.ts';
import { useProblemMessage } from '../useProblemMessage.ts';
import { refreshSent } from './queries.ts';
import { ReplaceModal } from './ReplaceModal.tsx';

/** What can still be done about a transaction, each after asking. */
export function SentActions({ transaction }: { transaction: SentTransaction }) {
  const { t } = useTranslation('outgoing');
  const { message } = App.useApp();
  const tellProblem = useProblemMessage();
  const client = useQueryClient();
  const [replacing, setReplacing] = useState(false);
  const callbacks = {
    onError: tellProblem,
    onSettled: () => refreshSent(client),
  };
  const cancel = useMutation({
    mutationFn: cancelTransaction,
    onSuccess: ({ outcome }) => message.success(t(outcome)),
    ...callbacks,
  });
  const speedUp = useMutation({
    mutationFn: speedUpTransaction,
    onSuccess: () => message.success(t('spedUp')),
    ...callbacks,
  });
  const { id, state } = transaction;
  const waits = state === 'queued';
  const onItsWay = state === 'signed' || state === 'broadcast' || state === 'packed';
  if (!waits && !onItsWay) return null;
  return (
    <Space wrap>
      {onItsWay && (
        <Popconfirm
          title={t('confirmSpeedUp')}
          okText={t('speedUp')}
          cancelText={t('keep')}
          onConfirm={() => speedUp.mutate(id)}
        >
          <Button loading={speedUp.isPending} data-testid="speed-up">
            {t('speedUp')}
          </Button>
        </Popconfirm>
      )}
      <Button onClick={() => setReplacing(true)} data-testid="replace">
        {t('replace')}
      </Button>
      <Popconfirm
        title={t(waits ? 'confirmCancel' : 'confirmRace')}
        okText={t('cancelIt')}
        cancelText={t('keep')}
        okButtonProps={{ danger: true }}
        onConfirm={() => cancel.mutate(id)}
      >
        <Button danger loading={cancel.isPending} data-testid="cancel">
          {t('cancelIt')}
        </Button>
      </Popconfirm>
      {replacing && <ReplaceModal transaction={transaction} onClose={() => setReplacing(false)} />}
    </Space>
  );
}
