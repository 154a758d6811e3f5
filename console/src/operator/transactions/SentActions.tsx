import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { cancelTransaction, type SentTransaction, speedUpTransaction } from '../../api/transactions.ts';
import { useProblemWords } from '../../i18n/useProblemWords.ts';

/** What can still be done about a transaction. */
export function SentActions({ transaction }: { transaction: SentTransaction }) {
  const { t } = useTranslation('outgoing');
  const { message } = App.useApp();
  const problemWords = useProblemWords();
  const client = useQueryClient();
  const fail = (error: unknown) => {
    const { title, detail, nextStep } = problemWords(error);
    void message.error([title, detail, nextStep].filter(Boolean).join(' · '));
  };
  const refresh = () => client.invalidateQueries({ queryKey: ['explorer', 'list', 'outgoing'] });
  const cancel = useMutation({
    mutationFn: cancelTransaction,
    onSuccess: ({ outcome }) => message.success(t(outcome)),
    onError: fail,
    onSettled: refresh,
  });
  const speedUp = useMutation({
    mutationFn: speedUpTransaction,
    onSuccess: () => message.success(t('spedUp')),
    onError: fail,
    onSettled: refresh,
  });
  const { id, state } = transaction;
  const waits = state === 'queued' || state === 'signed';
  const onItsWay = state === 'broadcast' || state === 'signed';
  if (!waits && !onItsWay) return null;
  return (
    <Space>
      <Popconfirm title={t(waits ? 'confirmCancel' : 'confirmRace')} onConfirm={() => cancel.mutate(id)}>
        <Button size="small" danger loading={cancel.isPending}>
          {t('cancel')}
        </Button>
      </Popconfirm>
      {onItsWay && (
        <Button size="small" loading={speedUp.isPending} onClick={() => speedUp.mutate(id)}>
          {t('speedUp')}
        </Button>
      )}
    </Space>
  );
}
