import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, Modal, Radio } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { createWallet, type MnemonicLanguage, type Wallet } from '../../api/wallets.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { Problem } from '../Problem.tsx';
import { FormEnd } from './FormEnd.tsx';
import { NameField } from './NameField.tsx';
import { refreshWallets } from './queries.ts';
import { ShowWords } from './ShowWords.tsx';

interface CreateWalletProps {
  onClose: () => void;
  onMade: (wallet: Wallet) => void;
}

/** Makes a wallet; its recovery words are shown once, and closed only by somebody who wrote them down. */
export function CreateWallet({ onClose, onMade }: CreateWalletProps) {
  const { t } = useTranslation('wallets');
  const language = useLanguage();
  const client = useQueryClient();
  const create = useMutation({
    gcTime: 0,
    mutationFn: createWallet,
    onSuccess: () => refreshWallets(client),
  });
  const made = create.data;
  useEffect(() => {
    if (!made) return;
    // Whoever leaves the page now loses the words.
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [made]);
  return (
    <Modal
      open
      width={made ? 680 : 520}
      title={made ? t('words.title') : t('createWallet')}
      onCancel={onClose}
      footer={null}
      closable={!made}
      keyboard={!made}
      mask={{ closable: false }}
    >
      {made ? (
        <ShowWords mnemonic={made.mnemonic} onConfirmed={() => onMade(made)} />
      ) : (
        <Form
          layout="vertical"
          requiredMark={false}
          initialValues={{ language: language === 'zh-CN' ? 'simplifiedChinese' : 'english' }}
          onFinish={({ name, language: words }: { name: string; language: MnemonicLanguage }) =>
            create.mutate({ name: name.trim(), language: words })
          }
        >
          <NameField placeholder={t('walletNamePlaceholder')} />
          <Form.Item name="language" label={t('wordLanguage')} extra={t('wordLanguageHint')}>
            <Radio.Group
              options={[
                { value: 'english', label: t('english') },
                { value: 'simplifiedChinese', label: t('simplifiedChinese') },
              ]}
            />
          </Form.Item>
          {create.error && <Problem error={create.error} />}
          <FormEnd label={t('createWallet')} loading={create.isPending} onCancel={onClose} />
        </Form>
      )}
    </Modal>
  );
}
