import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Form, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { createWalletKey } from '../../api/wallets.ts';
import { Problem } from '../Problem.tsx';
import { FormEnd } from './FormEnd.tsx';
import { NameField } from './NameField.tsx';
import { refreshWallets } from './queries.ts';

/** Makes a key that stands for itself. */
export function CreateWalletKey({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('wallets');
  const { message } = App.useApp();
  const client = useQueryClient();
  const create = useMutation({
    mutationFn: ({ name }: { name: string }) => createWalletKey(name.trim()),
    onSuccess: ({ name }) => {
      refreshWallets(client);
      void message.success(t('keyMade', { name }));
      onClose();
    },
  });
  return (
    <Modal open title={t('createKey')} onCancel={onClose} footer={null}>
      <p className="muted">{t('createKeyText')}</p>
      <Form layout="vertical" requiredMark={false} onFinish={(values: { name: string }) => create.mutate(values)}>
        <NameField placeholder={t('keyNamePlaceholder')} />
        {create.error && <Problem error={create.error} />}
        <FormEnd label={t('createKey')} loading={create.isPending} onCancel={onClose} />
      </Form>
    </Modal>
  );
}
