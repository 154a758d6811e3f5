import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { importWallet } from '../../api/wallets.ts';
import { Problem } from '../Problem.tsx';
import { FormEnd } from './FormEnd.tsx';
import { NameField } from './NameField.tsx';
import { refreshWallets } from './queries.ts';

interface WalletWords {
  name: string;
  mnemonic: string;
  passphrase?: string;
}

/** Takes a wallet in by its recovery words, which the platform keeps encrypted from then on. */
export function ImportWallet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('wallets');
  const { message } = App.useApp();
  const client = useQueryClient();
  const take = useMutation({
    gcTime: 0,
    mutationFn: ({ name, mnemonic, passphrase }: WalletWords) =>
      importWallet({ name: name.trim(), mnemonic: mnemonic.trim(), ...(passphrase ? { passphrase } : {}) }),
    onSuccess: ({ name }) => {
      refreshWallets(client);
      void message.success(t('walletImported', { name }));
      onClose();
    },
  });
  return (
    <Modal open title={t('importWallet')} onCancel={onClose} footer={null} mask={{ closable: false }}>
      <Alert type="warning" showIcon className="in-card" title={t('importWalletText')} />
      <Form layout="vertical" requiredMark={false} onFinish={(values: WalletWords) => take.mutate(values)}>
        <NameField placeholder={t('walletNamePlaceholder')} />
        <Form.Item
          name="mnemonic"
          label={t('recoveryWords')}
          rules={[{ required: true, whitespace: true, message: t('required') }]}
        >
          <Input.TextArea rows={4} autoComplete="off" spellCheck={false} data-testid="mnemonic" />
        </Form.Item>
        <Form.Item name="passphrase" label={t('passphrase')} extra={t('passphraseHint')}>
          <Input.Password autoComplete="off" />
        </Form.Item>
        {take.error && <Problem error={take.error} />}
        <FormEnd label={t('importWallet')} loading={take.isPending} onCancel={onClose} />
      </Form>
    </Modal>
  );
}
