import { useMutation } from '@tanstack/react-query';
import { Alert, App, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { exportKeystore, type WalletKey } from '../../api/wallets.ts';
import { Problem } from '../Problem.tsx';
import { FormEnd } from './FormEnd.tsx';

interface ExportValues {
  password: string;
  again: string;
  accountPassword: string;
}

/** Gives a key as keystore file to the person who shows the password of the account. */
export function ExportKeystore({ walletKey, onClose }: { walletKey: WalletKey; onClose: () => void }) {
  const { t } = useTranslation('wallets');
  const { message } = App.useApp();
  const { address, name } = walletKey;
  const take = useMutation({
    gcTime: 0,
    mutationFn: ({ password, accountPassword }: ExportValues) => exportKeystore(address, { password, accountPassword }),
    onSuccess: (file) => {
      saveFile(`${address}.json`, JSON.stringify(file));
      void message.success(t('exported'));
      onClose();
    },
  });
  return (
    <Modal open title={t('exportTitle', { name })} onCancel={onClose} footer={null} mask={{ closable: false }}>
      <Alert type="warning" showIcon className="in-card" title={t('exportText')} />
      <Form layout="vertical" requiredMark={false} onFinish={(values: ExportValues) => take.mutate(values)}>
        <Form.Item
          name="password"
          label={t('newFilePassword')}
          extra={t('newFilePasswordHint')}
          rules={[{ required: true, min: 8, message: t('passwordShort') }]}
        >
          <Input.Password autoComplete="new-password" data-testid="export-password" />
        </Form.Item>
        <Form.Item
          name="again"
          label={t('passwordAgain')}
          dependencies={['password']}
          rules={[
            ({ getFieldValue }) => ({
              validator: async (_, typed: string | undefined) => {
                if (typed !== getFieldValue('password')) throw new Error(t('passwordDiffers'));
              },
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" data-testid="export-again" />
        </Form.Item>
        <Form.Item
          name="accountPassword"
          label={t('accountPassword')}
          extra={t('accountPasswordHint')}
          rules={[{ required: true, message: t('required') }]}
        >
          <Input.Password autoComplete="current-password" data-testid="account-password" />
        </Form.Item>
        {take.error && <Problem error={take.error} />}
        <FormEnd label={t('export')} loading={take.isPending} onCancel={onClose} />
      </Form>
    </Modal>
  );
}

function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the address by the next turn.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
