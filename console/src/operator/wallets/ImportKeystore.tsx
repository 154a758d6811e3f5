import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { importKeystore } from '../../api/wallets.ts';
import { Problem } from '../Problem.tsx';
import { FileButton } from '../transactions/form/FileButton.tsx';
import { FormEnd } from './FormEnd.tsx';
import { NameField } from './NameField.tsx';
import { refreshWallets } from './queries.ts';
import { type ReadKeystore, readKeystore } from './readKeystore.ts';

/** Takes in a keystore file: read here, opened by the platform with the password, which is sent once and kept nowhere. */
export function ImportKeystore({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('wallets');
  const { message } = App.useApp();
  const client = useQueryClient();
  const [file, setFile] = useState<{ name: string; read: ReadKeystore | null } | null>(null);
  const take = useMutation({
    // The password is not kept in the cache of what was asked.
    gcTime: 0,
    mutationFn: ({ name, password }: { name: string; password: string }) =>
      importKeystore({ name: name.trim(), password, keystore: file?.read?.keystore ?? {} }),
    onSuccess: ({ name }) => {
      refreshWallets(client);
      void message.success(t('keyImported', { name }));
      onClose();
    },
  });
  return (
    <Modal open title={t('import')} onCancel={onClose} footer={null} mask={{ closable: false }}>
      <p className="muted">{t('importText')}</p>
      <Form
        layout="vertical"
        requiredMark={false}
        onFinish={(values: { name: string; password: string }) => take.mutate(values)}
      >
        <Form.Item label={t('file')} required>
          <FileButton
            label={t('chooseFile')}
            anyName
            onText={(text, name) => setFile({ name, read: readKeystore(text) })}
          />
          {file && <p className="wallet-file">{file.name}</p>}
          {file && !file.read && <Alert type="error" showIcon title={t('noKeystore')} />}
          {file?.read?.address && <code data-testid="keystore-address">{file.read.address}</code>}
        </Form.Item>
        <NameField placeholder={t('keyNamePlaceholder')} />
        <Form.Item name="password" label={t('filePassword')} rules={[{ required: true, message: t('required') }]}>
          <Input.Password autoComplete="off" data-testid="keystore-password" />
        </Form.Item>
        {take.error && <Problem error={take.error} />}
        <FormEnd label={t('import')} loading={take.isPending} disabled={!file?.read} onCancel={onClose} />
      </Form>
    </Modal>
  );
}
