import '../../operator/keys/keys.css';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Modal, Segmented } from 'antd';
import type { Keystore } from 'ox';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FileButton } from '../../operator/transactions/form/FileButton.tsx';
import { SigningProblem } from '../sign/SigningProblem.tsx';
import { openKey } from './askKeystoreWorker.ts';
import { keepKey } from './keepKey.ts';
import { addressOfKey } from './keyAddress.ts';
import { type StoredKey, storeKey } from './keyStore.ts';
import { PasswordFields } from './PasswordFields.tsx';
import { readKeyFile } from './readKeyFile.ts';
import { keyOfPhrase, readPhrase } from './recoveryPhrase.ts';
import { refreshStoredKeys } from './useStoredKeys.ts';

interface ImportProps {
  onClose: () => void;
  onMade?: ((address: StoredKey['address']) => void) | undefined;
}

/** Takes a key into this browser: a file that its password opens, or a phrase of recovery words. */
export function ImportVotingKey({ onClose, onMade }: ImportProps) {
  const { t } = useTranslation('votingKey');
  const client = useQueryClient();
  const [from, setFrom] = useState<'file' | 'words'>('file');
  const [file, setFile] = useState<{ name: string; keystore: Keystore.Keystore | null } | null>(null);
  const take = useMutation({
    gcTime: 0,
    mutationFn: async ({ password, phrase }: { password: string; phrase?: string }) => {
      if (from === 'words') return keepKey(keyOfPhrase(readPhrase(phrase ?? '') ?? ''), password, true);
      if (!file?.keystore) throw new Error(t('import.noFile'));
      // Opened once, so that nobody finds out at the first vote that the password is another one.
      const address = addressOfKey(await openKey(file.keystore, password));
      const key = { address, keystore: file.keystore, createdAt: new Date().toISOString(), backedUp: true };
      await storeKey(key);
      return key;
    },
    onSuccess: async ({ address }) => {
      await refreshStoredKeys(client);
      onMade?.(address);
      onClose();
    },
  });
  return (
    <Modal open width={560} title={t('import.title')} onCancel={onClose} footer={null} mask={{ closable: false }}>
      <div className="stack">
        <p className="muted">{t('import.lead')}</p>
        <Segmented<'file' | 'words'>
          block
          value={from}
          onChange={(value) => {
            setFrom(value);
            take.reset();
          }}
          options={[
            { value: 'file', label: t('import.file') },
            { value: 'words', label: t('import.words') },
          ]}
        />
        <Form<{ password: string; phrase?: string }>
          key={from}
          layout="vertical"
          requiredMark={false}
          onFinish={(values) => take.mutate(values)}
        >
          {from === 'file' ? (
            <>
              <Form.Item label={t('import.fileLabel')}>
                <FileButton
                  label={t('import.choose')}
                  anyName
                  onText={(text, name) => setFile({ name, keystore: readKeyFile(text) })}
                />
                {file && <p className="wallet-file">{file.name}</p>}
                {file && !file.keystore && <Alert type="error" showIcon title={t('import.noFile')} />}
              </Form.Item>
              <Form.Item
                name="password"
                label={t('import.filePassword')}
                rules={[{ required: true, message: t('required') }]}
              >
                <Input.Password autoComplete="off" data-testid="import-password" />
              </Form.Item>
            </>
          ) : (
            <>
              <Form.Item
                name="phrase"
                label={t('import.phrase')}
                extra={t('import.phraseHint')}
                validateTrigger="onSubmit"
                rules={[
                  {
                    validator: async (_, typed: string | undefined) => {
                      if (readPhrase(typed ?? '') === null) throw new Error(t('import.wrongWords'));
                    },
                  },
                ]}
              >
                <Input.TextArea rows={4} autoComplete="off" spellCheck={false} data-testid="import-phrase" />
              </Form.Item>
              <PasswordFields />
            </>
          )}
          {take.error && <SigningProblem error={take.error} />}
          <div className="form-end">
            <Button onClick={onClose}>{t('cancel')}</Button>
            <Button
              type="primary"
              htmlType="submit"
              loading={take.isPending}
              disabled={from === 'file' && !file?.keystore}
              data-testid="import-submit"
            >
              {t('import.submit')}
            </Button>
          </div>
        </Form>
      </div>
    </Modal>
  );
}
