import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Form, Modal, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { type AccountSpace, addAccount, type Wallet } from '../../api/wallets.ts';
import { Problem } from '../Problem.tsx';
import { FormEnd } from './FormEnd.tsx';
import { NameField } from './NameField.tsx';
import { refreshWallets } from './queries.ts';

/** Makes the next account of a wallet. */
export function AddAccount({ wallet, onClose }: { wallet: Pick<Wallet, 'id' | 'name'>; onClose: () => void }) {
  const { t } = useTranslation('wallets');
  const { message } = App.useApp();
  const client = useQueryClient();
  const add = useMutation({
    mutationFn: ({ name, space }: { name?: string; space: AccountSpace }) =>
      addAccount(wallet.id, { space, ...(name?.trim() ? { name: name.trim() } : {}) }),
    onSuccess: ({ name }) => {
      refreshWallets(client);
      void message.success(t('accountMade', { name }));
      onClose();
    },
  });
  return (
    <Modal open title={t('addAccountTo', { name: wallet.name })} onCancel={onClose} footer={null}>
      <Form
        layout="vertical"
        requiredMark={false}
        initialValues={{ space: 'espace' }}
        onFinish={(values: { name?: string; space: AccountSpace }) => add.mutate(values)}
      >
        <NameField optional placeholder={t('accountNamePlaceholder')} />
        <Form.Item name="space" label={t('space')} extra={t('spaceHint')}>
          <Radio.Group
            options={[
              { value: 'espace', label: 'eSpace' },
              { value: 'core', label: 'Core Space' },
            ]}
          />
        </Form.Item>
        {add.error && <Problem error={add.error} />}
        <FormEnd label={t('addAccount')} loading={add.isPending} onCancel={onClose} />
      </Form>
    </Modal>
  );
}
